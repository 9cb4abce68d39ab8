"""What a journey recorded of a page: the answer, all that the page loaded, and the state it was in.

Rules judge the recordings, not the running deployment: a page that follows a form can be looked at again and again,
in every world, by several processes at once and after the session is over, and nothing is sent twice.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Answer:
    """One answer of the deployment: its body lies in the library under `body` (SHA-256, hexadecimal)."""

    status: int
    headers: dict[str, str]
    body: str


@dataclass(frozen=True)
class Capture:
    """A page in one state. `taken`: seconds since 1970, for a page that tells the time is judged at that time.

    name: the page's name in the profile, or its path. journey: the way that led here.
    state: what is special about it ("": nothing).
    live: the body (in the library) of the page as its scripts had changed it; "" where they had not.
    shape: what tells this page from another of the same name in the same state. frame: the same without its words.
    """

    id: str
    url: str
    name: str
    state: str
    language: str
    journey: str
    javascript: bool
    width: int
    height: int
    taken: float
    shape: str
    frame: str = ""
    answers: dict[str, Answer] = field(default_factory=dict)
    live: str = ""

    @property
    def title(self) -> str:
        """What an auditor reads: the page, its state and its language."""
        return f"{self.name}{f' ({self.state})' if self.state else ''}, {self.language}"


class Library:
    """A folder of captures: captures.jsonl, and each body once in bodies/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "bodies").mkdir(parents=True, exist_ok=True)

    def keep(self, body: bytes) -> str:
        """Put a body in. Gives the name to find it by."""
        name = hashlib.sha256(body).hexdigest()
        path = self.folder / "bodies" / name
        if not path.exists():
            path.write_bytes(body)
        return name

    def body(self, name: str) -> bytes:
        """The body with this name."""
        return (self.folder / "bodies" / name).read_bytes()

    def add(self, capture: Capture) -> None:
        """Write a capture down."""
        with (self.folder / "captures.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(capture), ensure_ascii=False) + "\n")

    def captures(self) -> Iterator[Capture]:
        """All captures, in the order in which they were made; a page that several journeys passed comes once."""
        path = self.folder / "captures.jsonl"
        lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
        seen: set[str] = set()
        for capture in (_capture(json.loads(line)) for line in lines):
            if capture.id not in seen:
                seen.add(capture.id)
                yield capture


def firsts(captures: Iterable[Capture]) -> set[str]:
    """The ids of the captures that are not like an earlier one but for their words (states, languages)."""
    first: dict[tuple[object, ...], str] = {}
    for one in captures:
        first.setdefault((one.name, one.frame or one.id, one.javascript, one.width, one.height), one.id)
    return set(first.values())


def _capture(raw: dict[str, Any]) -> Capture:
    answers = {url: Answer(**answer) for url, answer in raw.pop("answers").items()}
    return Capture(**raw, answers=answers)
