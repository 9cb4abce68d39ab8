"""Each SVG element that says it is an image says what it shows."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.names import names_given
from a11y_tests.rules.support.roles import explicit_role, is_svg

_ROLES = frozenset({"img", "image", "graphics-document", "graphics-symbol"})


def check(subject: Subject) -> Iterator[Finding]:
    """Each element of SVG with the role of an image, in the accessibility tree, has a name."""
    for element in subject.snapshot.all:
        if is_svg(element) and explicit_role(element) in _ROLES and is_exposed(element):
            yield expect(element, _has_name(element), "The drawing has a name.", "The drawing has no name.")


def _has_name(element: Element) -> bool:
    """By its attributes or a title of its own; text in it gives no name."""
    titles = [one for one in element.children if isinstance(one, Element) and one.tag == "title"]
    tip = (element.get("xlink:title") or "").strip()
    return bool(names_given(element) or tip or any(one.text_content for one in titles))


RULE = Rule(
    id="act-7d6734",
    name="SVG element with explicit role has non-empty accessible name",
    criteria=("1.1.1",),
    applicability="An SVG element in the accessibility tree with the explicit role img, graphics-document or -symbol.",
    expectation="It has an accessible name.",
    check=check,
)
