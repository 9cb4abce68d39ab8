"""What leads to the same place is called the same on every page."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, on
from a11y_tests.rules.site.navigation_is_consistent import COMMON

# Below this, two names may both be usual.
MOST = 0.8


def check(facts: list[Facts]) -> Iterator[Finding]:
    """A link of banner, navigation or footer has the name that nearly all pages of the language give it."""
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for page in facts:
        for target, name in _common(page):
            names[page.language, target][name] += 1
    for page in facts:
        odd = [
            (target, name, usual)
            for target, name in _common(page)
            for usual, times in names[page.language, target].most_common(1)
            if name != usual and times >= MOST * names[page.language, target].total()
        ]
        words = f"{page.page}: {odd[0][0]} is called {odd[0][1]!r}, elsewhere {odd[0][2]!r}." if odd else ""
        yield on(page.capture, expect(None, not odd, "Its links are called as everywhere.", words))


def _common(page: Facts) -> set[tuple[str, str]]:
    return {
        (link.target.split("?")[0], link.name)
        for link in page.links
        if link.landmark in COMMON and link.target and link.target[0] != "#"
    }


RULE = SiteRule(
    id="own-names-are-consistent",
    name="The same thing has the same name",
    criteria=("3.2.4",),
    applicability="The links in banner, navigation and footer of the pages of one language.",
    expectation="Each has the name by which four pages of five call its target.",
    check=check,
)
