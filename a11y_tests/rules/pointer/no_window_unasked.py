"""A link that opens a window says so."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

SAYS = re.compile(r"ny(?:t)? (?:vindue|fane|side)|new (?:window|tab)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """A link with a target of its own tells it in its name or description (H83, G201)."""
    for link in subject.snapshot.all:
        if link.tag in ("a", "area", "form") and (link.get("target") or "").lower() not in (
            "",
            "_self",
            "_top",
            "_parent",
        ):
            told = bool(SAYS.search(f"{link.accessible_name} {link.accessible_description} {link.text_content}"))
            yield expect(link, told, "It says that a window opens.", "It opens a window, and does not say so.")


RULE = Rule(
    id="own-no-window-unasked",
    name="A link that opens a window says so",
    criteria=("3.2.5",),
    applicability="Every link and form with a target that is another window.",
    expectation="Its name or description speaks of a new window or tab.",
    check=check,
)
