"""States and properties stand only on elements whose role supports them."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import GLOBAL, PROPERTIES, SUPPORTED
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import input_type, is_html_or_svg, semantic_role

# Elements without a role in WAI-ARIA that may have the attributes of one, by "ARIA in HTML".
_AS_IF = {"audio": "application", "video": "application", "summary": "button"}
_FIELDS_AS_IF = "textbox"


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
            fits = role.startswith("doc-") or name.removeprefix("aria-") in GLOBAL | SUPPORTED.get(role, frozenset())
            yield expect(
                element,
                fits,
                f"{name} may stand on {role or 'an element without a role'}.",
                f"{name} may not stand on {role or 'an element without a role'}.",
                role=role,
            )


def _as_if(element: Element) -> str:
    if element.tag == "input" and input_type(element) != "hidden":
        return _FIELDS_AS_IF
    return _AS_IF.get(element.tag, "")


RULE = Rule(
    id="act-5c01ea",
    name="ARIA state or property is permitted",
    criteria=(),
    applicability="Any state or property of WAI-ARIA on an HTML or SVG element in the accessibility tree.",
    expectation="It is global, or belongs to the element's semantic role, or HTML allows it on the element.",
    check=check,
)
