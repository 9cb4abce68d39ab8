"""The success criteria of WCAG 2.2 (https://www.w3.org/TR/WCAG22/), which are 86 since 4.1.1 is gone."""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from a11y_tests.evaluation.rule import NEW_IN_22


@dataclass(frozen=True)
class Criterion:
    """A success criterion: "1.4.3", "Contrast (Minimum)", "AA", and its id in W3C's addresses."""

    number: str
    name: str
    level: str
    slug: str

    @property
    def address(self) -> str:
        """Where W3C says what it means."""
        return f"https://www.w3.org/WAI/WCAG22/Understanding/{self.slug}"

    @property
    def clause(self) -> str:
        """Its clause of EN 301 549 v3.2.1, which has WCAG 2.1; "" for one that is new in WCAG 2.2."""
        return "" if self.number in NEW_IN_22 else f"9.{self.number}"


@cache
def criteria() -> tuple[Criterion, ...]:
    """All of them, in W3C's order."""
    listed = json.loads(Path(__file__).with_name("wcag22.json").read_text(encoding="utf-8"))
    return tuple(Criterion(*one) for one in listed)
