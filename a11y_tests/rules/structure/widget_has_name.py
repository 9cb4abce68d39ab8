"""What WAI-ARIA asks a name of, beside fields, buttons and links, has one."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.roles import explicit_role, semantic_role

BY_ROLE = frozenset({"alertdialog", "application", "dialog", "meter", "progressbar", "tree", "treegrid"})


def check(subject: Subject) -> Iterator[Finding]:
    """A dialog, a bar of progress: without a name nobody hears what it is about."""
    for element in subject.snapshot.all:
        role = semantic_role(element)
        own = element.tag in ("progress", "meter", "dialog")
        if role in BY_ROLE and (own or explicit_role(element)) and is_exposed(element) and is_seen(element):
            yield expect(element, bool(element.accessible_name), "It has a name.", f"The {role} has no name.")


RULE = Rule(
    id="own-widget-has-name",
    name="A dialog, a bar or a tree has a name",
    criteria=("4.1.2",),
    applicability="Every dialog, application, meter, progressbar and tree that can be seen.",
    expectation="It has an accessible name.",
    check=check,
)
