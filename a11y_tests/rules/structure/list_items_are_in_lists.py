"""A list is a list."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

LISTS = frozenset({"ul", "ol", "menu"})
IN_LISTS = frozenset({"li", "script", "template"})


def check(subject: Subject) -> Iterator[Finding]:
    """Each li is a child of a list, and each child of a list a li; each dt and dd is in a dl."""
    for element in subject.snapshot.all:
        if element.tag in LISTS and element.role == "list":
            strange = [one for one in element.children if isinstance(one, Element) and _is_no_item(one)]
            for one in strange:
                yield failed(one, f"It is in a list, and no item of it: <{one.tag}>.")
        around = next(element.above, None)
        if element.tag == "li" and element.get("role") is None and around is not None:
            good = around.tag in LISTS or around.get("role") == "list"
            yield expect(element, good, "It is in a list.", "It is a list item in no list.")
        if element.tag in ("dt", "dd"):
            good = any(one.tag == "dl" for one in element.above)
            yield expect(element, good, "It is in a list.", "It is in no list of terms.")


def _is_no_item(child: Element) -> bool:
    """Whether assistive technology meets a child of a list that is no item of it."""
    if child.pseudo or child.tag in IN_LISTS or child.role in ("listitem", "none", "presentation", "generic"):
        return False
    return child.is_in_tree and child.is_visible


RULE = Rule(
    id="own-list-items-are-in-lists",
    name="A list item is in a list",
    criteria=("1.3.1",),
    applicability="Every li without a role, dt and dd, and every child of a ul, ol or menu.",
    expectation="It is in a list of its kind; a child of a list is an item.",
    check=check,
)
