"""Links that are called the same in the same context lead to the same."""

from collections.abc import Hashable, Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.links import block_of, context_of, text_in_block, text_outside_links
from a11y_tests.rules.support.namesakes import differing, namesakes
from a11y_tests.rules.support.text import is_language

_PICTURES = frozenset({"img", "svg", "canvas"})
_WIDE = 2  # so many elements around a link are looked through for pictures


def check(subject: Subject) -> Iterator[Finding]:
    """Different destinations are a failure where something on the screen tells them apart, for those who see it."""
    for name, links in namesakes(subject.snapshot, _context):
        different, is_open = differing(subject, links)
        told = next(((one, other) for one, other in different if _is_told_apart(one, other)), None)
        if told:
            yield failed(told[1], f'Two links called "{name}" in the same context lead to different pages.')
        elif different or is_open:
            yield cannot_tell(links[0], f'Can one tell the links called "{name}" apart, or do they lead to the same?')
        else:
            yield passed(links[0], f'All links called "{name}" here lead to the same.')


def _context(link: Element) -> Hashable:
    """What else says where the link leads: the same elements, not only the same words."""
    told = [id(one) for one in context_of(link) if is_language(text_outside_links(one))]
    return (*told, id(block_of(link)) if is_language(text_in_block(link)) else None)


def _is_told_apart(one: Element, other: Element) -> bool:
    """By text between them, a picture in or behind them, or pictures beside them."""
    if any(_has_picture(link) for link in (one, other)):
        return True
    inside = _between(one, other)
    if is_language("".join(node.text for node in inside)):
        return True
    shared = next((up for up in one.above if up in set(other.above)), None)
    around = [up for up in (shared, *shared.above) if up.tag not in ("body", "html")][:_WIDE] if shared else []
    return any(len([inner for inner in up.elements if inner.tag in _PICTURES]) > 1 for up in around)


def _has_picture(link: Element) -> bool:
    drawn = (one for one in link.elements if one.tag in _PICTURES | {"path", "circle"})
    return link.style.get("background-image", "none") != "none" or any(drawn)


def _between(one: Element, other: Element) -> list[Node]:
    """The nodes after the one link and before the other."""
    if one.document is not other.document:  # in two frames: what is between is not all in one document
        return []
    nodes = [node for node in one.document.below if node.text or node in (one, other)]
    start, end = sorted((nodes.index(one), nodes.index(other)))
    own = {id(node) for link in (one, other) for node in link.below}
    return [node for node in nodes[start:end] if id(node) not in own]


RULE = Rule(
    id="act-fd3a94",
    name="Links with identical accessible names and same context serve equivalent purpose",
    criteria=("2.4.4",),
    applicability="Two or more links in the accessibility tree with the same name and the same context.",
    expectation="They lead to the same or equivalent resources, or nobody can tell that they do not.",
    check=check,
    quick=False,
)
