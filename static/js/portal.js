// Makes the pages smoother; every page works without it. No imports: each file is served under a hashed name.

// Say a message in a live region that was in the page from the start. Emptied first, so that the same message
// twice is heard twice.
function say(text, region) {
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 100);
}

// After an error the summary takes focus: once, when the page or a part of it has come.
function focusErrors(root = document) {
  const summary = root.querySelector("#error-summary");
  summary?.focus();
  return Boolean(summary);
}

// Buttons that only work with JavaScript are hidden until it runs.
function reveal(root = document) {
  for (const button of root.querySelectorAll("button[hidden]:is([data-show], [data-print], [data-copy])")) {
    button.hidden = false;
  }
  for (const button of root.querySelectorAll("button[hidden][data-speak]")) {
    button.hidden = !("speechSynthesis" in window) || speechSynthesis.getVoices().every((voice) => !speaksPage(voice));
  }
}

function speaksPage(voice) {
  return voice.lang.toLowerCase().startsWith(document.documentElement.lang);
}

// Read a part of the page aloud with the device's own voice; a second press stops it.
function speak(button) {
  const reading = button.dataset.reading === "yes";
  speechSynthesis.cancel();
  setReading(button, !reading);
  if (reading) return;
  const text = document.getElementById(button.dataset.speak).innerText;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = document.documentElement.lang;
  utterance.voice = speechSynthesis.getVoices().find(speaksPage) ?? null;
  utterance.onend = () => setReading(button, false);
  speechSynthesis.speak(utterance);
}

function setReading(button, reading) {
  button.dataset.reading = reading ? "yes" : "no";
  button.dataset.start ??= button.textContent;
  button.textContent = reading ? button.dataset.stop : button.dataset.start;
}

function togglePassword(button) {
  const field = document.getElementById(button.dataset.show);
  const show = field.type === "password";
  field.type = show ? "text" : "password";
  button.setAttribute("aria-pressed", String(show));
}

async function copyText(button) {
  const source = document.getElementById(button.dataset.copy);
  const region = document.getElementById(`${button.dataset.copy}-status`);
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    say(button.dataset.done, region);
  } catch {
    say(button.dataset.failed, region);
  }
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  if ("show" in button.dataset) togglePassword(button);
  else if ("copy" in button.dataset) copyText(button);
  else if ("print" in button.dataset) window.print();
  else if ("speak" in button.dataset) speak(button);
});

// A shown password is hidden again before it is sent: browsers remember text fields.
function hidePasswords(form) {
  for (const button of form.querySelectorAll('[data-show][aria-pressed="true"]')) {
    document.getElementById(button.dataset.show).type = "password";
    button.setAttribute("aria-pressed", "false");
  }
}

// The second of two submits within three seconds is ignored. The button is never disabled: it would vanish from
// the tab order and could not be tried again when the network fails.
const submitted = new WeakMap();
document.addEventListener("submit", (event) => {
  const form = event.target;
  const now = Date.now();
  if (now - (submitted.get(form) ?? 0) < 3000) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  submitted.set(form, now);
  hidePasswords(form);
}, { capture: true });

// A page that comes back from the browser's own cache is fresh again.
window.addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form").forEach((form) => submitted.delete(form));
});

// htmx leaves focus on the body when what had it is gone: go to the errors, else to the new part's heading.
document.addEventListener("htmx:after:swap", (event) => {
  const target = event.detail?.ctx?.target;
  const root = target?.isConnected ? target : document;
  root.querySelectorAll?.("form").forEach((form) => submitted.delete(form));
  reveal(document);
  if (focusErrors(root)) return;
  if (document.activeElement && document.activeElement !== document.body) return;
  const heading = root.querySelector("h1, h2, h3") ?? document.getElementById("heading");
  heading.tabIndex = -1;
  heading.focus();
});

// Voices come late in some browsers.
if ("speechSynthesis" in window) speechSynthesis.addEventListener?.("voiceschanged", () => reveal());

reveal();
focusErrors();
