"""Defects of behaviour that only show when one acts on the deployment: sends forms, waits, comes back."""
# A table, one line a defect.
# ruff: noqa: E501

from a11y_tests.mutate.defect import Defect, both, rewrite, script, swap

DEFECTS = (
    Defect("typed-lost", "After an error, a script empties the fields.", ("3.3.7",), script("for (const one of document.querySelectorAll('.form-error input:not([type=password])')) one.value = ''"), live=True),
    Defect("errors-untold", "Wrong forms come back without a word.", ("3.3.1",), both(rewrite(r'<div class="error-summary".*?</ul>\s*</div>', ""), rewrite(r'<span class="form-error-message".*?</span>.*?</span>|<span class="form-error-message"[^>]*>[^<]*</span>', "")), live=True),
    Defect("extension-fails", "The button for more time gives none.", ("2.2.1",), rewrite(r'data-extend="[^"]*"', 'data-extend="/findes-ikke"'), live=True),
    Defect("changes-untold", "What changes while one types is told to the eye alone.", ("4.1.3",), rewrite(r'(id="password-strength") role="status"', r"\1"), live=True),
    Defect("ticked-for-you", "What cannot be undone is ticked beforehand.", ("3.3.4", "3.3.6"), rewrite(r'(<input[^>]*type="checkbox"[^>]*?)>', r"\1 checked>"), live=True),
    Defect("session-lost", "Whoever was away too long does not come back to where they were.", ("2.2.5",), both(rewrite(r'<input type="hidden" name="next"[^>]*>', ""), rewrite(r'\?next=[^"]*', "")), live=True),
    Defect("script-needed", "Without scripts there is no button.", (), rewrite(r'<button class="button button-primary" type="submit"', '<button class="button" hidden'), live=True),
    Defect("contact-forgotten", "What was given before must be typed again.", ("3.3.7",), rewrite(r'(<input[^>]*type="(?:tel|email)"[^>]*?) value="[^"]*"', r"\1"), live=True),
    Defect("paste-refused-live", "A code that is pasted is thrown away.", ("3.3.8",), swap("reveal();\nfocusErrors();", "reveal();\nfocusErrors();\nfor (const one of document.querySelectorAll('input')) one.onpaste = () => false;", kind="js"), live=True),
)  # fmt: skip
