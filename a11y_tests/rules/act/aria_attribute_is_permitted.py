"""States and properties stand only on elements whose role supports them."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import GLOBAL, PROHIBITED, PROPERTIES, SUPPORTED
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import explicit_role, input_type, is_html, is_html_or_svg, semantic_role

# Elements without a role in WAI-ARIA that may have the attributes of one, by "ARIA in HTML".
_AS_IF = {"audio": "application", "video": "application", "summary": "button"}
_FIELDS_AS_IF = "textbox"
_STATES_OF_FIELDS = {"color": "", "file": "required"}
# Elements of HTML that say nothing at all: WAI-ARIA's role generic.
_GENERIC = frozenset({"a", "b", "bdi", "bdo", "data", "div", "i", "pre", "q", "samp", "small", "span", "u"})


def check(subject: Subject) -> Iterator[Finding]:
    """Global ones, those of the role, and those that HTML lets stand on an element without a role."""
    for element in subject.snapshot.all:
        names = [
            name for name in element.attributes if name.removeprefix("aria-") in PROPERTIES and name[:5] == "aria-"
        ]
        if not names or not is_html_or_svg(element) or not is_exposed(element):
            continue
        role = semantic_role(element) or _as_if(element)
        for name in names:
            fits = role.startswith("doc-") or name.removeprefix("aria-") in _allowed(element, role)
            yield expect(
                element,
                fits,
                f"{name} may stand on {role or 'an element without a role'}.",
                f"{name} may not stand on {role or 'an element without a role'}.",
                role=role,
            )


def _allowed(element: Element, role: str) -> frozenset[str]:
    """What the role supports, beside the global ones that are not prohibited on it."""
    if element.tag == "input" and input_type(element) in _STATES_OF_FIELDS and not explicit_role(element):
        return GLOBAL | set(_STATES_OF_FIELDS[input_type(element)].split())
    prohibited = {name for name in PROHIBITED.get(role, ()) if (element.get(f"aria-{name}") or "").strip()}
    return GLOBAL - prohibited | SUPPORTED.get(role, frozenset())


def _as_if(element: Element) -> str:
    if element.tag == "input" and input_type(element) != "hidden":
        return _FIELDS_AS_IF
    if element.tag in _GENERIC and is_html(element):
        return "generic"
    return _AS_IF.get(element.tag, "")


RULE = Rule(
    id="act-5c01ea",
    name="ARIA state or property is permitted",
    criteria=(),
    applicability="Any state or property of WAI-ARIA on an HTML or SVG element in the accessibility tree.",
    expectation="It is global, or belongs to the element's semantic role, or HTML allows it on the element, and it is "
    "not prohibited on the role.",
    check=check,
)
