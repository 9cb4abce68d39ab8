"""Two pages are not called the same."""

from collections import defaultdict
from collections.abc import Iterator

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, on


def check(facts: list[Facts]) -> Iterator[Finding]:
    """Each title belongs to one page of a language; the states of a page may share it."""
    called: dict[tuple[str, str], set[str]] = defaultdict(set)
    for page in facts:
        called[page.language, page.title].add(page.page)
    for page in facts:
        others = sorted(called[page.language, page.title] - {page.page})
        words = f"{page.page} is called {page.title!r}, and so is {', '.join(others)}."
        yield on(page.capture, expect(None, len(others) < 2, "Its title is its own.", words))


RULE = SiteRule(
    id="own-titles-differ",
    name="Pages have titles of their own",
    criteria=("2.4.2",),
    applicability="Every page of a site.",
    expectation="No two others in its language have the same title (one may: the same page by another way).",
    check=check,
)
