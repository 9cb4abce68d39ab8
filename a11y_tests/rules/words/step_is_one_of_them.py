"""The step that a page tells is one of the steps that there are, and the same in title and heading."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

STEP = re.compile(r"\b(?:trin|step|skridt|side|page|del|part)\s+(\d{1,2})\s+(?:af|of|/)\s+(\d{1,2})\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """ "Step 7 of 5", or step 2 in the title and step 3 in the heading, tells nobody where they are."""
    title = STEP.search(subject.snapshot.title)
    headings = [one for one in subject.snapshot.own if one.role == "heading" and one.has("level") == 1]
    found = [(one, match) for one in headings if (match := STEP.search(one.accessible_name))]
    for element, match in [(subject.snapshot.root, title), *found]:
        if match:
            step, last = int(match.group(1)), int(match.group(2))
            yield expect(element, 1 <= step <= last, "It is one of them.", f"{match.group()!r} is none of them.")
    if title and len(found) == 1:
        heading, match = found[0]
        same = title.groups() == match.groups()
        words = f"The title says {title.group()!r}, the heading {match.group()!r}."
        yield expect(heading, same, "Title and heading tell one step.", words)


RULE = Rule(
    id="own-step-is-one-of-them",
    name="The step that is told is one of those that there are",
    criteria=("2.4.2", "2.4.8"),
    applicability="Every title and main heading that says step n of m.",
    expectation="n is not more than m, and title and heading say the same.",
    check=check,
)
