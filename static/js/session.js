// Warns some minutes before the session ends and extends it without leaving the page (WCAG 2.2.1, 2.2.5, 2.2.6).
// Without this script the session box's button does the same by posting a form.
const box = document.getElementById("session");
const warnTime = Number(box.dataset.warnMinutes) * 60 * 1000;
box.insertAdjacentHTML("afterend", document.getElementById("session-warning").textContent);
const dialog = document.getElementById("session-dialog");
const tabs = new BroadcastChannel("session");

// The page's clock may be wrong: time is counted from the server's own `now`.
const skew = Date.parse(box.dataset.now) - Date.now();
let ends = Date.parse(box.dataset.ends);
let warned = false;

function say(text) {
  const region = document.getElementById("status");
  region.textContent = "";
  setTimeout(() => { region.textContent = text; }, 100);
}

// A new end: the clock is written everywhere it stands, and one may be warned again.
function setEnd(time, clock) {
  ends = Date.parse(time);
  warned = false;
  for (const place of document.querySelectorAll("[data-session-clock]")) place.textContent = clock;
  if (dialog.open) dialog.close();
}

// The server answers with {"ends_at": ISO time, "clock": "14.35"}.
async function extend() {
  try {
    const answer = await fetch(box.dataset.extend, {
      method: "POST",
      credentials: "same-origin",
      headers: { Accept: "application/json" },
      body: new URLSearchParams({ csrf_token: box.dataset.token, _extend: "1" }),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    const { ends_at: time, clock } = await answer.json();
    setEnd(time, clock);
    tabs.postMessage({ time, clock });
    say(box.dataset.extended.replace("{time}", clock));
  } catch {
    dialog.close();
    say(box.dataset.failed);
  }
}

function check() {
  const left = ends - Date.now() - skew;
  if (left <= 0) {
    if (dialog.open) dialog.close();
    box.hidden = true;
    say(box.dataset.ended);
    clearInterval(timer);
  } else if (left <= warnTime && !warned) {
    warned = true; // once for each end: whoever closes the warning is not disturbed again
    dialog.showModal();
    // Not on a button: whoever is typing would press it.
    document.getElementById("session-dialog-heading").focus();
  }
}

dialog.querySelector("[data-session-stay]").addEventListener("click", extend);
tabs.addEventListener("message", ({ data }) => setEnd(data.time, data.clock));
document.addEventListener("visibilitychange", check);
const timer = setInterval(check, 5000);

// Another tab of the same session may have been extended by opening this page.
tabs.postMessage({ time: box.dataset.ends, clock: box.dataset.clock });
check();
