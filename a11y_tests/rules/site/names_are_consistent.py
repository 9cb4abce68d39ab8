"""What leads to the same place is called the same on every page."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, failed, on
from a11y_tests.rules.site.navigation_is_consistent import COMMON

# Below this, two names may both be usual.
MOST = 0.8
REGION = "region "
FEWEST = 3  # pages; a link on fewer is not a part of every page


def check(facts: list[Facts]) -> Iterator[Finding]:
    """In each landmark a link has the name that nearly all pages of the language give it there."""
    names: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for page in facts:
        for place, target, name in _common(page):
            names[page.language, place, target][name] += 1
    for page in facts:
        odd = [
            (target, name, usual)
            for place, target, name in _common(page)
            for usual, times in names[page.language, place, target].most_common(1)
            if name != usual and times > FEWEST and times >= MOST * names[page.language, place, target].total()
        ]
        words = f"{page.page}: {odd[0][0]} is called {odd[0][1]!r}, elsewhere {odd[0][2]!r}." if odd else ""
        yield on(page.capture, expect(None, not odd, "Its links are called as everywhere.", words))
    for language in dict.fromkeys(page.language for page in facts):
        yield from _regions([page for page in facts if page.language == language])


def _regions(pages: list[Facts]) -> Iterator[Finding]:
    """A region with the links of one that nearly every page has, and with another name: help that is called support."""
    times = Counter(part for page in pages for part in set(page.landmarks) if part.startswith(REGION))
    usual = [part for part, count in times.items() if count > FEWEST and count >= MOST * len(pages)]
    for page in pages:
        missing = [part for part in usual if part not in page.landmarks]
        other = [part for part in page.landmarks if part.startswith(REGION) and part not in usual]
        if missing and other and _targets(page) >= _usual_targets(pages) != set():
            words = f"{page.page}: what is here {other[0]!r} is elsewhere {missing[0]!r}."
            yield on(page.capture, failed(None, words))


def _targets(page: Facts) -> set[str]:
    return {link.target.split("?")[0] for link in page.links if link.landmark == "region"}


def _usual_targets(pages: list[Facts]) -> set[str]:
    """Where the links in regions lead on nearly every page."""
    times = Counter(target for page in pages for target in _targets(page))
    return {target for target, count in times.items() if count >= MOST * len(pages)}


def _common(page: Facts) -> set[tuple[str, str, str]]:
    return {
        (link.landmark, link.target.split("?")[0], link.name)
        for link in page.links
        if link.landmark in (*COMMON, "region") and link.target and link.target[0] != "#"
    }


RULE = SiteRule(
    id="own-names-are-consistent",
    name="The same thing has the same name",
    criteria=("3.2.4",),
    applicability="The links in banner, navigation, footer and regions of the pages of one language.",
    expectation="Each has the name by which four pages of five call its target.",
    check=check,
)
