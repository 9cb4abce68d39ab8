"""Every summary that opens details has a name."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.roles import NOTHING, explicit_role


def check(subject: Subject) -> Iterator[Finding]:
    """Only the first summary of details opens them; one with another role is judged by the rule for that role."""
    for element in subject.snapshot.all:
        has_own_role = explicit_role(element) in NOTHING | {""}
        if element.tag == "summary" and has_own_role and _opens_details(element) and is_exposed(element):
            name = element.accessible_name
            yield expect(element, bool(name), f"The summary is called {name!r}.", "The summary has no name.")


def _opens_details(element: Element) -> bool:
    around = element.parent
    if not isinstance(around, Element) or around.tag != "details":
        return False
    return next(one for one in around.children if isinstance(one, Element) and one.tag == "summary") is element


RULE = Rule(
    id="act-2t702h",
    name="Summary element has non-empty accessible name",
    criteria=("4.1.2",),
    applicability="Exposed summary elements that are the summary of their parent details and have no explicit role.",
    expectation="The accessible name is not empty.",
    check=check,
)
