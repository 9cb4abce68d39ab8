"""A group of choices has a name."""

from collections import defaultdict
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.prose import HEADINGS, blocks
from a11y_tests.rules.support.text import words

GROUPS = frozenset({"group", "radiogroup"})


def check(subject: Subject) -> Iterator[Finding]:
    """Radio buttons of one name stand in a group that says what is chosen."""
    for group in subject.snapshot.all:
        choices = [one for one in group.elements if one.role == "radio"]
        if group.role in GROUPS and choices and _is_nearest(group, choices):
            named = bool(group.accessible_name)
            yield expect(group, named, "The group has a name.", "The group of choices has no name.")
    for choices in _loose(subject).values():
        if len(choices) > 1:
            yield _without_group(choices)


def _loose(subject: Subject) -> dict[tuple[str, str, Element | None], list[Element]]:
    """The radio buttons and boxes that stand in no group, those of one name together."""
    found: dict[tuple[str, str, Element | None], list[Element]] = defaultdict(list)
    for one in subject.snapshot.all:
        is_choice = one.tag == "input" and one.role in ("radio", "checkbox") and one.get("name")
        if is_choice and not any(around.role in GROUPS or around.tag in ("fieldset", "table") for around in one.above):
            form = next((around for around in one.above if around.tag == "form"), None)
            found[one.role, one.attributes["name"], form].append(one)
    return found


def _without_group(choices: list[Element]) -> Finding:
    names = [one.accessible_name for one in choices]
    # "Yes" and "No" say nothing without the question; longer names may hold it.
    if all(len(words(name)) == 1 for name in names):
        return failed(choices[0], f"{' / '.join(names)[:60]!r} stand in no group that tells the question.")
    asked = _question(choices)
    if asked:
        return failed(choices[0], f"{asked[:60]!r} is asked above them, and stands in no group with them.")
    return cannot_tell(choices[0], f"Is the question told with each of these: {' / '.join(names)[:80]!r}?")


def _question(choices: list[Element]) -> str:
    """The question that stands right above the first of several radio buttons, and that none of them is bound to."""
    if choices[0].role != "radio" or any(one.get("aria-describedby") for one in choices):
        return ""
    before = ""
    for block in blocks(choices[0].document):
        if any(one is block.element or block.element in one.above for one in labels_of(choices[0])):
            return before if before.endswith("?") else ""
        before = "" if block.element.tag in HEADINGS else block.text
    return ""


def _is_nearest(group: Element, choices: list[Element]) -> bool:
    return any(next((one for one in choice.above if one.role in GROUPS), None) is group for choice in choices)


RULE = Rule(
    id="own-group-has-name",
    name="A group of choices has a name",
    criteria=("1.3.1", "3.3.2"),
    applicability="The innermost group around radio buttons, and choices of one name that stand in no group.",
    expectation="It has an accessible name; of choices without a group, the names tell the question.",
    check=check,
)
