"""A field about the person who fills it in says what it is for, so that a browser can fill it in."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

# The label of a field about oneself, and the purposes (HTML's autofill field names) that fit it.
E_MAIL = r"^(?:din |your )?e-?mail"
TELEPHONE = r"^(?:dit )?(?:mobil|telefon)(?:nummer)?$|^(?:your )?(?:mobile|(?:tele)?phone)(?: number)?$"
USER_ID = r"^bruger-?id|^user id|^username"
PURPOSES = (
    (re.compile(E_MAIL, re.IGNORECASE), ("email", "username")),
    (re.compile(TELEPHONE, re.IGNORECASE), ("tel", "tel-national")),
    (re.compile(USER_ID, re.IGNORECASE), ("username", "webauthn")),
)
NOTES = re.compile(r"\s*\([^)]*\)|\s*\*")  # "(optional)", and a star
PASSWORDS = ("current-password", "new-password", "one-time-code")


def check(subject: Subject) -> Iterator[Finding]:
    """Passwords, e-mail, telephone and user ID have the purpose that their label tells."""
    for field in subject.snapshot.all:
        wanted = _wanted(field) if field.tag == "input" and field.is_visible else ()
        if wanted:
            given = (field.get("autocomplete") or "").lower().split()
            bad = f"Its autocomplete is {' '.join(given)!r}; {' or '.join(wanted)} tells what it is for."
            yield expect(field, any(one in given for one in wanted), "It tells what it is for.", bad)


def _wanted(field: Element) -> tuple[str, ...]:
    if field.get("type") == "password":
        return PASSWORDS
    if field.get("type") == "email":
        return ("email", "username")
    if field.get("type") not in (None, "text", "tel"):
        return ()
    return next((purposes for label, purposes in PURPOSES if label.search(NOTES.sub("", field.accessible_name))), ())


RULE = Rule(
    id="own-field-tells-its-purpose",
    name="A field about the person tells its purpose",
    criteria=("1.3.5", "3.3.8"),
    applicability="Every field for a password, and every one whose label asks for e-mail, telephone or user ID.",
    expectation="Its autocomplete says so, which password managers and the criteria need.",
    check=check,
)
