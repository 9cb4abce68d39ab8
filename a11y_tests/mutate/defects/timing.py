"""Defects of timing: what happens too soon, or by itself."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, inside, rewrite, script

DEFECTS = (
    Defect("refresh", "The page loads itself anew.", ("2.2.1", "2.2.4", "3.2.5"), inside("head", '<meta http-equiv="refresh" content="30">')),
    Defect("redirect", "The page leads elsewhere by itself.", ("2.2.1", "3.2.5"), inside("head", '<meta http-equiv="refresh" content="20; url=/was">')),
    Defect("no-warning", "Nothing warns before the time is out.", ("2.2.1",), rewrite(r"<dialog class=\"session-dialog\".*?</dialog>", ""), ("logon_factor", "account", "crossing_terms")),
    Defect("no-extension", "The time cannot be extended.", ("2.2.1",), both(rewrite(r'<button[^>]*name="_extend".*?</button>', ""), rewrite(r"<button[^>]*data-session-stay.*?</button>", "")), ("logon_factor", "account", "crossing_terms")),
    Defect("time-untold", "Nothing tells when the time is out.", ("2.2.6",), rewrite(r'<p>[^<]*<span data-session-clock>.*?</p>', ""), ("logon_factor", "account", "crossing_terms")),
    Defect("interrupts", "The page interrupts again and again.", ("2.2.4",), script("setInterval(() => { const p = document.createElement('p'); p.setAttribute('role', 'alert'); p.textContent = 'Husk at svare på vores undersøgelse!'; document.body.prepend(p) }, 1500)")),
    Defect("message-flees", "A message goes away by itself.", ("2.2.1", "2.2.3"), script("setTimeout(() => document.querySelector('.error-summary')?.remove(), 2500)"), state="error"),
    Defect("slow-script", "The page cannot be used until it has waited.", ("2.2.1",), both(rewrite(r"<main ", '<main inert '), script("setTimeout(() => document.querySelector('main').removeAttribute('inert'), 60000)"))),
)  # fmt: skip
