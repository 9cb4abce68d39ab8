"""What looks like a heading, a list or a table of data is not called decoration."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.prose import HEADINGS
from a11y_tests.rules.support.roles import NOTHING, explicit_role, implicit_role, semantic_role

FEWEST_ITEMS = 2


def check(subject: Subject) -> Iterator[Finding]:
    """F92: role none or presentation on what carries meaning."""
    for element in subject.snapshot.all:
        if explicit_role(element) in NOTHING and semantic_role(element) == "none" and is_seen(element):
            if _carries(element):
                words = f"It is a {implicit_role(element)} to the eye, and its role takes that away."
                yield failed(element, words)
            elif element.tag in ("ul", "ol", "table"):
                yield cannot_tell(element, f"Is this {implicit_role(element)} there for its looks alone?")


def _carries(element: Element) -> bool:
    """Whether there is no doubt that it means what its tag says."""
    if element.tag in HEADINGS:
        return bool(element.visible_text)
    if element.tag in ("ul", "ol"):
        return len([one for one in element.children if isinstance(one, Element) and _is_marked(one)]) >= FEWEST_ITEMS
    return element.tag == "table" and any(_tells_of_data(one) for one in element.elements)


def _is_marked(item: Element) -> bool:
    """Whether a list's item is drawn with a mark, and has no role of another thing: a tab, an item of a menu."""
    if item.tag != "li" or item.get("role") is not None or not is_seen(item):
        return False
    drawn = any(isinstance(one, Element) and one.pseudo == "before" and one.boxes for one in item.children)
    return drawn or (item.style.get("list-style-type") != "none" and item.style.get("display") == "list-item")


def _tells_of_data(part: Element) -> bool:
    is_header = part.tag == "th" and part.get("role") is None and bool(part.visible_text)
    return is_header or (part.tag == "caption" and bool(part.visible_text))


RULE = Rule(
    id="own-meaning-is-not-undone",
    name="Headings, lists and tables are not called decoration",
    criteria=("1.3.1",),
    applicability="Every heading, list and table that can be seen and whose role is none or presentation.",
    expectation="It is no heading with words, no list with marks before its items, and no table with headers.",
    check=check,
)
