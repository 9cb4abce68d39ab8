"""The verdicts of an evaluation, kept in its folder: one file a page, so that a run that was stopped goes on."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from a11y_tests.evaluation.outcome import Finding, Verdict, overall


@dataclass(frozen=True)
class Result:
    """What a rule (or engine) says of one page in one world. `page`: the id of a capture, or "" for the whole site.

    broke: the error that kept it from judging: then it has no verdict, and a person must look. "" where it judged.
    """

    rule: str
    page: str
    world: str
    criteria: tuple[str, ...]
    findings: list[Finding] = field(default_factory=list)
    broke: str = ""

    @property
    def verdict(self) -> Verdict:
        """One verdict for all findings; what broke is never silence."""
        found = overall(self.findings)
        return Verdict.CANT_TELL if self.broke and found is not Verdict.FAILED else found


class Results:
    """A folder of results: results/<page>.json, results/site.json."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "results"
        self.folder.mkdir(parents=True, exist_ok=True)

    def is_done(self, page: str) -> bool:
        """Whether a page was judged in this run already."""
        return self._path(page).exists()

    def save(self, page: str, results: list[Result]) -> None:
        """Write what all rules say of a page ("" for the whole site) at once: all of it or nothing."""
        path = self._path(page)
        unfinished = path.with_suffix(".part")
        unfinished.write_text(json.dumps([asdict(one) for one in results], ensure_ascii=False), encoding="utf-8")
        unfinished.rename(path)

    def all(self) -> Iterator[Result]:
        """Every result, page by page."""
        for path in sorted(self.folder.glob("*.json")):
            yield from (_result(raw) for raw in json.loads(path.read_text(encoding="utf-8")))

    def _path(self, page: str) -> Path:
        return self.folder / f"{page or 'site'}.json"


def _result(raw: dict[str, Any]) -> Result:
    findings = [Finding(**{**one, "verdict": Verdict(one["verdict"])}) for one in raw["findings"]]
    return Result(raw["rule"], raw["page"], raw["world"], tuple(raw["criteria"]), findings, raw.get("broke", ""))
