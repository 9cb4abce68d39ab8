"""A control does not say that it is something else than a control."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_tab_stop
from a11y_tests.rules.support.roles import NOTHING, explicit_role

CONTROLS = frozenset({"button", "a", "input", "select", "textarea", "summary"})
# What nobody would think of pressing, or of writing in.
LIFELESS = frozenset({
    "alert", "article", "banner", "blockquote", "caption", "complementary", "contentinfo", "definition", "figure",
    "form", "group", "heading", "img", "image", "list", "listitem", "log", "main", "math", "navigation", "note",
    "paragraph", "region", "row", "rowgroup", "search", "separator", "status", "strong", "table", "term", "time",
    "timer", "tooltip",
})  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """A button that is called an image, a link that is called a heading: nobody hears that it can be used."""
    for element in subject.snapshot.all:
        role = explicit_role(element)
        if element.tag in CONTROLS and role and role not in NOTHING and is_tab_stop(element) and is_exposed(element):
            words = f"This {element.tag} takes focus and is called a {role}: nobody hears that it can be used."
            yield expect(element, role not in LIFELESS, f"A {role} can be used.", words)


RULE = Rule(
    id="own-control-keeps-its-role",
    name="A control is not called something without life",
    criteria=("4.1.2",),
    applicability="Every button, link and field that takes focus and has a role by an attribute.",
    expectation="The role is of something that can be used.",
    check=check,
)
