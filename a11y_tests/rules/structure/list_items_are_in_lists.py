"""A list is a list."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

LISTS = frozenset({"ul", "ol", "menu"})


def check(subject: Subject) -> Iterator[Finding]:
    """Each li is a child of a list; each dt and dd is in a dl."""
    for element in subject.snapshot.all:
        around = next(element.above, None)
        if element.tag == "li" and element.get("role") is None and around is not None:
            good = around.tag in LISTS or around.get("role") == "list"
            yield expect(element, good, "It is in a list.", "It is a list item in no list.")
        if element.tag in ("dt", "dd"):
            good = any(one.tag == "dl" for one in element.above)
            yield expect(element, good, "It is in a list.", "It is in no list of terms.")


RULE = Rule(
    id="own-list-items-are-in-lists",
    name="A list item is in a list",
    criteria=("1.3.1",),
    applicability="Every li without a role, dt and dd.",
    expectation="It is in a list of its kind.",
    check=check,
)
