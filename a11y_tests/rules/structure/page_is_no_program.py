"""A page that is read does not call itself a program."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import explicit_role, semantic_role

PARTS = frozenset({"heading", "paragraph", "list", "table"})  # what is read, not worked


def check(subject: Subject) -> Iterator[Finding]:
    """In an application the keys of a screen reader, by which people read, are off."""
    for element in subject.snapshot.all:
        if explicit_role(element) != "application" or not is_exposed(element):
            continue
        if element.tag in ("html", "body") or _is_around_page(element):
            yield failed(element, "All of the page is called an application: the keys for reading do nothing in it.")
        elif any(semantic_role(one) in PARTS for one in element.elements):
            yield cannot_tell(element, "Is this worked like a program, and not read like a text?")


def _is_around_page(element: Element) -> bool:
    """Whether the main content is in it, with text that is read."""
    roles = [semantic_role(one) for one in element.elements]
    return "main" in roles and sum(role in PARTS for role in roles) > 1


RULE = Rule(
    id="own-page-is-no-program",
    name="A page that is read is no application",
    criteria=("1.3.1", "4.1.2"),
    applicability="Every exposed element whose role is application.",
    expectation="It is neither the page nor around its main content.",
    check=check,
)
