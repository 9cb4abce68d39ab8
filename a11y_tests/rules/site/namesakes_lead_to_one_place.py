"""Links of one page that are called the same lead to the same."""

from collections import defaultdict
from collections.abc import Iterator
from urllib.parse import urljoin

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, on
from a11y_tests.rules.support.text import plain


def check(facts: list[Facts]) -> Iterator[Finding]:
    """Where both of their pages were seen, and have other main headings, they are surely not the same."""
    headed = {page.url: plain(page.headings[0]) for page in facts if page.headings and not page.state}
    for page in facts:
        leads: dict[str, set[str]] = defaultdict(set)
        for link in page.links:
            target = urljoin(page.url, link.target).split("#")[0].split("?")[0]
            if link.name and target in headed:
                leads[link.name].add(headed[target])
        wrong = [name for name, places in leads.items() if len(places) > 1]
        words = (
            f"{page.page}: links called {wrong[0]!r} lead to {' and '.join(sorted(leads[wrong[0]]))}." if wrong else ""
        )
        yield on(page.capture, expect(None, not wrong, "No two links of one name lead to different pages.", words))


RULE = SiteRule(
    id="own-namesakes-lead-to-one-place",
    name="Links called the same lead to the same",
    criteria=("2.4.9",),
    applicability="The links of a page to other pages that were seen.",
    expectation="Two of one name do not lead to pages with different main headings.",
    check=check,
)
