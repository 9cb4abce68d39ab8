// Offers the citizen's passkeys in the user ID field (conditional mediation). Nothing is asked, written or shown
// before somebody touches the page; whoever has no passkey never notices. Without script the link below the form leads
// to the same.
const form = document.getElementById("passkey-autofill");
const library = window.SimpleWebAuthnBrowser;
const LONGEST = 5000;

// The offer that is on its way, if any.
let coming = null;

async function ask() {
  const asked = new URLSearchParams(new FormData(form));
  const signal = AbortSignal.timeout(LONGEST);
  const answer = await fetch(form.dataset.offer, { method: "POST", body: asked, signal });
  if (answer.status !== 200) return null;
  const { options, csrf_token: token } = await answer.json();
  // The new session changed what this page's forms are tied to.
  for (const field of document.querySelectorAll('input[name="csrf_token"]')) field.value = token;
  return options;
}

async function offer() {
  coming = ask().catch(() => null).finally(() => { coming = null; });
  const options = await coming;
  if (!options) return;
  const response = await library.startAuthentication({ optionsJSON: options, useBrowserAutofill: true });
  form.elements.response.value = JSON.stringify(response);
  form.submit();
}

// A password manager fills and sends the page at once. Until the offer is here, the session and the forms' tokens may
// not belong together: what is sent meanwhile waits for it. On the window, so that portal.js sees it only once.
async function hold(event) {
  if (!coming) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  const { target, submitter } = event;
  await coming;
  target.requestSubmit(submitter);
}

if (form && library && await library.browserSupportsWebAuthnAutofill()) {
  const begin = () => {
    for (const sign of ["pointermove", "keydown", "focusin"]) removeEventListener(sign, begin);
    // Cancelled, timed out, or none chosen: the page goes on as it is.
    offer().catch(() => {});
  };
  for (const sign of ["pointermove", "keydown", "focusin"]) addEventListener(sign, begin);
  addEventListener("submit", hold, { capture: true });
}
