"""A landmark begins where the page's own content begins."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.aria import LANDMARKS
from a11y_tests.rules.support.blocks import Blocks
from a11y_tests.rules.support.exposure import is_exposed
from a11y_tests.rules.support.pages import html_page
from a11y_tests.rules.support.roles import semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """A step to the landmark leads past what stands on every page."""
    root = html_page(subject)
    if root is None:
        return
    blocks = Blocks(subject.snapshot)
    landmarks = [one for one in subject.snapshot.all if semantic_role(one) in LANDMARKS and is_exposed(one)]
    has_one = not blocks.own or any(blocks.is_own(blocks.first_in(one)) for one in landmarks)
    yield expect(root, has_one, "A landmark leads to the page's own content.", "No landmark begins with own content.")


RULE = Rule(
    id="act-b40fd1",
    name="Document has a landmark with non-repeated content",
    criteria=(),
    applicability="Any HTML page.",
    expectation="Nothing of its own follows repeated content, or an exposed landmark begins with such content.",
    check=check,
)
