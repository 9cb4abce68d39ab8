"""The criteria of engines that name none in their own metadata: criteria.json, by our own reading of their rules.

html-validate's "wcag/hNN" are W3C's techniques, which say on their pages what they are for; the Nu checker has no
rules with names, so its messages are matched from their beginning. What is not listed is HTML that does not conform,
and breaks no criterion by itself.
"""

import json
from pathlib import Path

LISTED: dict[str, dict[str, list[str]]] = json.loads(
    Path(__file__).with_name("criteria.json").read_text(encoding="utf-8")
)


def all_of(engine: str) -> frozenset[str]:
    """Every criterion that the engine looks at."""
    return frozenset(number for numbers in LISTED[engine].values() for number in numbers)
