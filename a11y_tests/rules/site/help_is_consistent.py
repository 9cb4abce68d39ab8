"""Help is found at the same place on every page."""

import re
from collections import Counter
from collections.abc import Iterator

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, on

# Ways to a person or to advice: a telephone link, an e-mail link, a page that is called help or contact.
HELP = re.compile(r"\b(?:hjælp|kontakt|help|contact|support)\b", re.IGNORECASE)
# Links here are about this page: where it stands, and what it says.
CONTENT = ("main", "navigation")
MOST = 0.8


def check(facts: list[Facts]) -> Iterator[Finding]:
    """Where four pages of five have help, all have, and in the same landmark."""
    for language in dict.fromkeys(page.language for page in facts):
        pages = [page for page in facts if page.language == language and page.status < 500]
        places = Counter(_place(page) for page in pages)
        (usual, times), *_ = places.most_common(1) or [("", 0)]
        if not usual or times < MOST * len(pages):
            continue
        for page in pages:
            words = f"{page.page}: help is {'in ' + _place(page) if _place(page) else 'missing'}, elsewhere in {usual}."
            yield on(page.capture, expect(None, _place(page) == usual, "Help is where it always is.", words))


def _place(page: Facts) -> str:
    """The landmark with the help that repeats; "" where there is none."""
    found = [
        " in ".join(part for part in (link.landmark, link.around) if part) or "the page"
        for link in page.links
        if link.landmark not in CONTENT and (link.target.startswith(("tel:", "mailto:")) or HELP.search(link.name))
    ]
    return found[0] if found else ""


RULE = SiteRule(
    id="own-help-is-consistent",
    name="Help is at the same place everywhere",
    criteria=("3.2.6", "3.3.5"),
    applicability="The pages of a language of which four of five have help outside the content.",
    expectation="Each has it, and in the same landmark.",
    check=check,
)
