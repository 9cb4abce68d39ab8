"""Write docs/needs.md: every need against every factor, from what the factors say of themselves.

python -m tools.needs           write the page
python -m tools.needs --check   exit 1 where the page is not what would be written
"""

import sys
from pathlib import Path

from app.core.factor import Factor, discover
from app.ui.choosing import NEEDS, rank
from app.ui.i18n import translate

DOCUMENT = Path(__file__).parents[1] / "docs" / "needs.md"
INTRODUCTION = """# Every need against every factor

Written by `python -m tools.needs` from each factor's `Needs` (`app/factors/*/__init__.py`) and the rules of "help me
choose" (`app/ui/choosing.py`); a test holds it true.

- **suits**: asks for nothing that the need makes hard.
- **harder**: asks for something that the need makes hard, not impossible.
- **shut out**: asks for what the need takes away.
- **best**: what "help me choose" puts first for this need alone.
"""


def page() -> str:
    """The whole page."""
    registry = discover()
    factors, offered = list(registry), registry.offered()
    head = ["Need", *(translate("en", factor.pages.name) for factor in factors)]
    lines = [_row(head), _row(["---"] * len(head))]
    for need in NEEDS:
        best = rank(offered, {need.name})[0].kind
        cells = [_verdict(factor, need.hard, need.soft, factor.kind == best) for factor in factors]
        lines.append(_row([translate("en", need.label), *cells]))
    lines.append(_row(["Highest level", *(factor.level.term for factor in factors)]))
    lines.append(_row(["Seconds each time", *(str(factor.seconds) for factor in factors)]))
    return INTRODUCTION + "\n" + "\n".join(lines) + "\n\n" + _shut_out(offered)


def _verdict(factor: Factor, hard: tuple[str, ...], soft: tuple[str, ...], best: bool) -> str:
    asks = {name for name, wanted in vars(factor.needs).items() if wanted}
    if asks & set(hard):
        return "shut out"
    return ("harder" if asks & set(soft) else "suits") + (", **best**" if best else "")


def _shut_out(factors: list[Factor]) -> str:
    """Whether any single need leaves a person without a way, and which reach the level High."""
    without = [need for need in NEEDS if not any(one.fits for one in rank(factors, {need.name}))]
    below = [
        translate("en", need.label)
        for need in NEEDS
        if not any(one.fits and one.level.term == "High" for one in rank(factors, {need.name}))
    ]
    first = "No single need leaves anybody without a way." if not without else f"Nobody serves: {without}."
    second = (
        f"Without a way to the level High: {', '.join(below)}." if below else "Each need has a way to the level High."
    )
    return f"{first} {second}\n"


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def main() -> int:
    """Write or check."""
    wanted = page()
    if "--check" in sys.argv:
        return 0 if DOCUMENT.exists() and DOCUMENT.read_text(encoding="utf-8") == wanted else 1
    DOCUMENT.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
