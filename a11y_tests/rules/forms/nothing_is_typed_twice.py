"""Nobody types the same thing twice into one form."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen

# Asking twice for a new password is essential, for it cannot be seen (Understanding 3.3.7).
KINDS = frozenset({"text", "email", "tel", "url", "number", ""})
AGAIN = re.compile(
    r"\b(?:gentag|igen|endnu en gang|en gang til|bekræft|repeat|again|once more|confirm|re-?enter|re-?type|verify)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """No field asks once more for what another of the same purpose has been given."""
    fields = [one for one in subject.snapshot.own if one.tag == "input" and (one.get("type") or "") in KINDS]
    for field in (one for one in fields if is_seen(one)):
        twin = AGAIN.search(field.accessible_name) and any(_alike(field, other) for other in fields)
        if twin and not field.get("value") and field.get("readonly") is None:
            yield failed(field, f"It asks once more for what was typed already: {field.accessible_name[:60]!r}")
        else:
            yield passed(field, "It is asked for once.")


def _alike(field: Element, other: Element) -> bool:
    """Whether another field of the form, that is not itself asked again, has the same purpose."""
    if other is field or not is_seen(other) or AGAIN.search(other.accessible_name):
        return False
    same_kind = (field.get("type") or "text") == (other.get("type") or "text")
    special = (field.get("type") or "text") in ("email", "tel", "url")
    purpose = field.get("autocomplete") not in (None, "", "off", "on") and field.get("autocomplete") == other.get(
        "autocomplete"
    )
    return same_kind and (special or purpose or _words(other) <= _words(field))


def _words(field: Element) -> set[str]:
    return set(re.findall(r"\w{4,}", field.accessible_name.lower())) or {field.selector}


RULE = Rule(
    id="own-nothing-is-typed-twice",
    name="Nobody types the same thing twice",
    criteria=("3.3.7",),
    applicability="Every field to write in, but for passwords.",
    expectation="Its label does not ask for a repetition of what another field of the page asks for.",
    check=check,
)
