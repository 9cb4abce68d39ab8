"""From run to run: what is new, what is mended, what is still there. Kept in history/, one file a run."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from a11y_tests.evaluation.capture import Capture
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.evaluation.run import Order
from a11y_tests.reviews.judged import mark

HISTORY = "history"


@dataclass(frozen=True)
class Trend:
    """Faults by what became of them since the run before; `before` is that run's time, "" where there was none."""

    before: str = ""
    new: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)
    still: list[str] = field(default_factory=list)


def faults_of(
    results: Iterable[Result], captures: Mapping[str, Capture], names: Iterable[str], more: Iterable[str] = ()
) -> dict[str, str]:
    """Every fault with a line that tells of it, by a mark that is the same in the next run.

    `more`: faults that no rule found, such as a journey that broke.
    """
    names = list(names)
    found = {mark("more", [line], names): line for line in more}
    for result in results:
        for finding in (one for one in result.findings if one.verdict is Verdict.FAILED):
            capture = captures.get(str(finding.evidence.get("page", result.page)))
            where = capture.title if capture else "the whole deployment"
            parts = (where, result.world, finding.selector, finding.html, finding.message)
            found[mark(result.rule, parts, names)] = f"{result.rule} on {where}: {finding.message}"
    return found


def compare(folder: Path, when: datetime, order: Order, faults: Mapping[str, str]) -> Trend:
    """Write this run into the history and compare it with the latest before it that was ordered in the same way."""
    history = folder / HISTORY
    history.mkdir(parents=True, exist_ok=True)
    name, ordered = when.strftime("%Y-%m-%dT%H-%M-%SZ"), _manner(order)
    kept = {"ordered": ordered, "faults": faults}
    (history / f"{name}.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
    runs = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(history.glob("*.json"))}
    earlier = [stem for stem, run in runs.items() if stem < name and run["ordered"] == ordered]
    if not earlier:
        return Trend()
    old: dict[str, str] = runs[earlier[-1]]["faults"]
    return Trend(
        before=earlier[-1],
        new=sorted(line for key, line in faults.items() if key not in old),
        mended=sorted(line for key, line in old.items() if key not in faults),
        still=sorted(line for key, line in faults.items() if key in old),
    )


def _manner(order: Order) -> str:
    """What must be the same for two runs to be compared: what was not looked at is not mended."""
    parts = (order.languages, order.pages, order.only, order.journeys, order.quick, order.engines)
    return json.dumps(parts, ensure_ascii=False)
