"""Two pages are not called the same."""

from collections import defaultdict
from collections.abc import Iterator

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, on

MOST_ALIKE = 4


def check(facts: list[Facts]) -> Iterator[Finding]:
    """Each title belongs to one page of a language; the states of a page may share it, and the same question does
    that is asked in a few places."""
    called: dict[tuple[str, str], dict[str, str]] = defaultdict(dict)
    for page in facts:
        called[page.language, page.title].setdefault(page.page, _heading(page))
    for page in facts:
        others = {one: heading for one, heading in called[page.language, page.title].items() if one != page.page}
        unlike = [one for one, heading in others.items() if heading != _heading(page)]
        own = len(others) < 2 or (not unlike and len(others) <= MOST_ALIKE)
        words = f"{page.page} is called {page.title!r}, and so is {', '.join(sorted(others))}."
        yield on(page.capture, expect(None, own, "Its title is its own.", words))


def _heading(page: Facts) -> str:
    return page.headings[0] if page.headings else ""


RULE = SiteRule(
    id="own-titles-differ",
    name="Pages have titles of their own",
    criteria=("2.4.2",),
    applicability="Every page of a site.",
    expectation="No two others in its language have the same title (one may: the same page by another way; four, where "
    "their headings are the same too).",
    check=check,
)
