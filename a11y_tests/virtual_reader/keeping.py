"""What was heard of each page, kept in the evaluation's folder: heard/<capture's id>.json."""

import json
from collections.abc import Sequence
from pathlib import Path

from a11y_tests.virtual_reader.phrase import Phrase

FOLDER = "heard"


def keep(folder: Path, page: str, phrases: Sequence[Phrase]) -> None:
    """Write down what a page (a capture's id) says."""
    path = _path(folder, page)
    path.parent.mkdir(exist_ok=True)
    lines = [[one.kind, one.said, one.name, one.language, one.place, one.again] for one in phrases]
    path.write_text(json.dumps(lines, ensure_ascii=False), encoding="utf-8")


def kept(folder: Path, page: str) -> list[Phrase]:
    """What a page says; nothing where nothing was kept."""
    path = _path(folder, page)
    if not path.exists():
        return []
    return [Phrase(*line) for line in json.loads(path.read_text(encoding="utf-8"))]


def _path(folder: Path, page: str) -> Path:
    return folder / FOLDER / f"{page}.json"
