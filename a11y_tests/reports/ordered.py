"""What was ordered, kept in the evaluation's folder, so that reports can be written again without evaluating again."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from a11y_tests.evaluation.run import Order

ORDER, WALKS = "order.json", "walks.json"
# Of the test citizens nothing is kept but the names, by which words of theirs are known on the pages.
NAME = "name"


def keep(folder: Path, order: Order) -> None:
    """Write down what was ordered; no secret is kept."""
    raw = {
        "url": order.url,
        "languages": order.languages,
        "pages": order.pages,
        "only": order.only,
        "journeys": order.journeys,
        "quick": order.quick,
        "engines": order.engines,
        "own": order.own,
        "names": sorted(set(names(order))),
    }
    (folder / ORDER).write_text(json.dumps(raw, ensure_ascii=False, indent=1), encoding="utf-8")


def kept(folder: Path) -> Order:
    """What was ordered. Raises FileNotFoundError in a folder that holds no evaluation."""
    raw = json.loads((folder / ORDER).read_text(encoding="utf-8"))
    citizens = [{NAME: name} for name in raw.pop("names")]
    lists = {key: tuple(value) for key, value in raw.items() if isinstance(value, list)}
    return replace(Order(**{**raw, **lists}), citizens=citizens)


def names(order: Order) -> Iterator[str]:
    """Every word of the test citizens' names that is long enough to be known again."""
    for citizen in order.citizens:
        yield from (word for word in str(citizen.get(NAME, "")).split() if len(word) > 1)


def day_of(folder: Path) -> datetime:
    """When the evaluation began to be judged: when its journeys had been walked. Now, where they were not."""
    path = folder / WALKS
    return datetime.fromtimestamp(path.stat().st_mtime, UTC) if path.exists() else datetime.now(UTC)
