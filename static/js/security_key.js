// Asks the security key when its form is sent, and sends the form with the key's answer. The words stand in the
// page (data-*), in its language. Without this script the page says that a key needs JavaScript.
{
  const field = document.getElementById("security-key");
  const form = field?.form;
  const box = document.getElementById("key-error");
  const title = document.title.replace(`${field?.dataset.error} `, "");
  let waiting = false;

  // Emptied first, so that the same message twice is heard twice.
  const say = (text) => {
    const region = document.getElementById("status");
    region.textContent = "";
    setTimeout(() => { region.textContent = text; }, 100);
  };

  // DOMException names (WebAuthn section 5.1.3 and 5.1.4). Cancelled, timed out and "no such key" look the same on
  // purpose: nobody shall learn which keys there are.
  const reasons = {
    NotAllowedError: "cancelled",
    AbortError: "cancelled",
    InvalidStateError: "registered",
    NotSupportedError: "unsupported",
    SecurityError: "insecure",
    ConstraintError: "unverified",
  };

  // The box takes focus like the server's own error summary, which it replaces; so it is heard at once, and once.
  const fail = (reason) => {
    say("");
    document.getElementById("error-summary")?.remove();
    document.getElementById("key-error-text").textContent = field.dataset[reason];
    box.hidden = false;
    document.title = `${field.dataset.error} ${title}`;
    box.focus();
  };

  const ask = () => {
    const optionsJSON = JSON.parse(field.dataset.options);
    return field.dataset.ceremony === "create"
      ? SimpleWebAuthnBrowser.startRegistration({ optionsJSON })
      : SimpleWebAuthnBrowser.startAuthentication({ optionsJSON });
  };

  const use = async () => {
    if (waiting) return;
    if (!SimpleWebAuthnBrowser.browserSupportsWebAuthn()) {
      fail(window.isSecureContext ? "unsupported" : "insecure");
      return;
    }
    waiting = true;
    box.hidden = true;
    document.title = title;
    say(field.dataset.waiting);
    try {
      field.value = JSON.stringify(await ask());
      form.submit(); // no submit event: this is not a second press
    } catch (error) {
      fail(reasons[error.name] ?? "failed");
    } finally {
      waiting = false;
    }
  };

  if (window.SimpleWebAuthnBrowser) {
    document.getElementById("key-no-script").hidden = true;
    // The click, not the submit: portal.js holds back a second submit for three seconds. A button with a name asks
    // for something else ("stay logged on"), and sends the form as it is.
    const button = form?.querySelector("button:not([name])");
    button?.addEventListener("click", (event) => {
      event.preventDefault();
      use();
    });
    if (field && "start" in field.dataset) use();
  }
}
