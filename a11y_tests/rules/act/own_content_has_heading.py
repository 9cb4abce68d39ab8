"""A heading stands in the page's own content."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.blocks import Blocks
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.pages import html_page
from a11y_tests.rules.support.roles import semantic_role


def check(subject: Subject) -> Iterator[Finding]:
    """It must be seen and told, and come after what stands on every page."""
    root = html_page(subject)
    if root is None:
        return
    blocks = Blocks(subject.snapshot)
    headings = [one for one in subject.snapshot.all if semantic_role(one) == "heading"]
    has_one = not blocks.own or any(
        blocks.is_own(blocks.first_in(one)) for one in headings if is_exposed(one) and is_seen(one)
    )
    yield expect(root, has_one, "A heading leads to the page's own content.", "The page's own content has no heading.")


RULE = Rule(
    id="act-047fe0",
    name="Document has heading for non-repeated content",
    criteria=(),
    applicability="Any HTML page.",
    expectation="Nothing of its own follows repeated content, or there is a visible, exposed heading in it.",
    check=check,
)
