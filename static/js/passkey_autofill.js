// Offers the citizen's passkeys in the user ID field (conditional mediation). Nothing is asked, written or shown
// before somebody touches the page; whoever has no passkey never notices. Without script the link below the form leads
// to the same.
const form = document.getElementById("passkey-autofill");
const library = window.SimpleWebAuthnBrowser;

async function offer() {
  const asked = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.dataset.offer, { method: "POST", body: asked });
  if (answer.status !== 200) return;
  const { options, csrf_token: token } = await answer.json();
  // The new session changed what this page's forms are tied to.
  for (const field of document.querySelectorAll('input[name="csrf_token"]')) field.value = token;
  const response = await library.startAuthentication({ optionsJSON: options, useBrowserAutofill: true });
  form.elements.response.value = JSON.stringify(response);
  form.submit();
}

if (form && library && await library.browserSupportsWebAuthnAutofill()) {
  const begin = () => {
    for (const sign of ["pointermove", "keydown", "focusin"]) removeEventListener(sign, begin);
    // Cancelled, timed out, or none chosen: the page goes on as it is.
    offer().catch(() => {});
  };
  for (const sign of ["pointermove", "keydown", "focusin"]) addEventListener(sign, begin);
}
