"""The chances that docs/code-card.md tells are those of the code."""

from math import comb
from pathlib import Path

import pytest

from app.factors.code_card import FACTOR, check, layout

DOC = (Path(__file__).parents[2] / "docs" / "code-card.md").read_text(encoding="utf-8")
GUESS = 10.0**-check.CODE_DIGITS
PATIENT = (FACTOR.max_failures - 1) * (check.SIZE - 1) + FACTOR.max_failures


def within(tries):
    """The chance that one of so many guesses is right."""
    return 1 - (1 - GUESS) ** tries


def seen(known, questions):
    """The chance that one of `questions` different numbers is among those that are known."""
    return 1 - comb(check.SIZE - known, questions) / comb(check.SIZE, questions)


@pytest.mark.parametrize(
    ("row", "chance"),
    [
        ("three guesses", f"{within(3):.4%}"),
        ("ten guesses in a row", f"{within(FACTOR.max_failures):.3%}"),
        ("a patient thief", f"{within(PATIENT):.2%}"),
        ("20 numbers photographed, the one that waits", f"{seen(20, 1):.1%}"),
        ("20 numbers photographed, if five", f"{seen(20, 5):.1%}"),
        ("one column photographed", f"{seen(layout.GRIDS[layout.PRINT].lines, 1):.1%}"),
        ("the whole card", f"{seen(check.SIZE, 1):.0%}"),
    ],
)
def test_the_document_tells_the_chance(row, chance):
    line = next(line for line in DOC.splitlines() if line.startswith(f"| {row}"))
    assert line.split("|")[3].strip() == chance.replace("%", " %")


def test_the_document_tells_the_rest():
    assert PATIENT == 1333
    assert round(10**6 * within(FACTOR.max_failures)) == 10
    assert f"{seen(20, 10):.1%}".replace("%", " %") in DOC
    assert "N* = 148" in DOC
