"""A list holds list items, a menu menu items: nothing else stands directly in them."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import OWNED
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.ownership import has_loose_text, owned
from a11y_tests.rules.support.roles import explicit_role, implicit_role, is_html_or_svg, semantic_role

# Lines between items, which WAI-ARIA 1.3 allows.
_HARMLESS = frozenset({"separator"})
# What groups in these may hold.
_IN_GROUPS = {"listbox": ("option",), "tree": ("treeitem",)}


def check(subject: Subject) -> Iterator[Finding]:
    """While aria-busy is true the content is still to come."""
    for element in subject.snapshot.all:
        role = explicit_role(element)
        if (
            role not in OWNED
            or role == implicit_role(element)
            or not is_html_or_svg(element)
            or not is_exposed(element)
            or _is_busy(element)
        ):
            continue
        children = [one for one in owned(element) if semantic_role(one) not in _HARMLESS]
        wrong = list(_wrong(role, children))
        if wrong:
            yield failed(element, f"In a {role} may be {', '.join(OWNED[role])}, not {', '.join(wrong)}.")
        elif children:
            yield passed(element, f"In the {role} is nothing but what may be there.")
        elif has_loose_text(element):
            yield failed(element, f"In a {role} must be {', '.join(OWNED[role])}: here is only text.")
        else:
            yield cannot_tell(element, f"The {role} is empty: is that meant?")


def _wrong(role: str, children: list[Element]) -> Iterator[str]:
    for child in children:
        found = semantic_role(child)
        if found not in OWNED[role]:
            yield found or f"<{child.tag}>"
        elif found == "group":
            allowed = _IN_GROUPS.get(role) or tuple(one for one in OWNED[role] if one != "group")
            yield from _wrong_in_group(child, (*allowed, "group"))


def _wrong_in_group(group: Element, allowed: tuple[str, ...]) -> Iterator[str]:
    for child in owned(group):
        found = semantic_role(child)
        if found not in allowed and found not in _HARMLESS:
            yield f"a group with {found or child.tag}"
        elif found == "group":
            yield from _wrong_in_group(child, allowed)


def _is_busy(element: Element) -> bool:
    return any((one.get("aria-busy") or "").lower() == "true" for one in (element, *element.above))


RULE = Rule(
    id="act-bc4a75",
    name="ARIA required owned elements",
    criteria=("1.3.1",),
    applicability="Any exposed HTML or SVG element with an explicit role, not its implicit one, that must own others; "
    "unless it is busy.",
    expectation="It only owns elements with the roles that its role asks for.",
    check=check,
)
