"""In a journey of several steps each page says which step it is."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import SiteRule, expect, on

STEP = re.compile(r"\b(?:trin|step)\s+\d+\s+(?:af|of)\s+\d+", re.IGNORECASE)
# A process: pages whose names begin alike, of which most tell their step.
LEAST = 0.6


def check(facts: list[Facts]) -> Iterator[Finding]:
    """Where most pages of a process tell their step in title or heading, those with a form all do."""
    for process in dict.fromkeys(_process(page) for page in facts):
        pages = [page for page in facts if _process(page) == process and page.fields and page.status < 400]
        told = [page for page in pages if _tells(page)]
        if len(pages) < 3 or len(told) < LEAST * len(pages):
            continue
        for page in pages:
            bad = f"{page.page} does not say which step it is."
            yield on(page.capture, expect(None, page in told, "It says which step it is.", bad))


def _process(page: Facts) -> str:
    return page.page.split("_")[0]


def _tells(page: Facts) -> bool:
    return bool(STEP.search(page.title) or STEP.search(" ".join(page.headings)))


RULE = SiteRule(
    id="own-steps-are-told",
    name="Each step of a journey says which it is",
    criteria=("2.4.8",),
    applicability="The pages with fields of a process of which most tell their step.",
    expectation="Title or heading says step n of m.",
    check=check,
)
