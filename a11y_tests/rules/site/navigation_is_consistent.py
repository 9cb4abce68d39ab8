"""What is on every page stands in the same order on every page."""

from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, on

# Landmarks whose links are the site's own, and not the page's.
COMMON = ("banner", "navigation", "contentinfo", "complementary")


def check(facts: list[Facts]) -> Iterator[Finding]:
    """The links that two pages of a language share come in the order in which most pages have them."""
    for language in dict.fromkeys(page.language for page in facts):
        pages = [page for page in facts if page.language == language]
        before = _usual_order(pages)
        for page in pages:
            wrong = [
                (one, other)
                for one, other in pairwise(_shared(page))
                if before.get((other, one), 0) > before.get((one, other), 0)
            ]
            words = (
                f"{page.page}: {wrong[0][0] if wrong else ''} stands before {wrong[0][1] if wrong else ''} here alone."
            )
            yield on(page.capture, expect(None, not wrong, "The links stand as everywhere.", words))


def _shared(page: Facts) -> list[str]:
    targets = [link.target.split("?")[0] for link in page.links if link.landmark in COMMON]
    return list(dict.fromkeys(target for target in targets if target and not target.startswith("#")))


def _usual_order(pages: list[Facts]) -> dict[tuple[str, str], int]:
    """How many pages have one link right before another."""
    times: dict[tuple[str, str], int] = {}
    for page in pages:
        targets = _shared(page)
        for index, one in enumerate(targets):
            for other in targets[index + 1 :]:
                times[one, other] = times.get((one, other), 0) + 1
    return times


RULE = SiteRule(
    id="own-navigation-is-consistent",
    name="What repeats stands in the same order",
    criteria=("3.2.3",),
    applicability="The links in banner, navigation and footer of the pages of one language.",
    expectation="Two of them stand in the order in which most pages have them.",
    check=check,
)
