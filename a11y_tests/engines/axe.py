"""axe-core, by npm's newest version."""

import json
import re
from collections.abc import Iterator
from typing import Any

from a11y_tests.axe import TAGS
from a11y_tests.engines.engine import CannotJudge, EngineFinding, package, version_of, wcag22
from a11y_tests.engines.isolated import beside
from a11y_tests.engines.places import by_ancestry
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import ALL_WORLDS, LIGHT
from a11y_tests.evaluation.subject import Subject

OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": [*TAGS, "experimental"]},
    # Off unless asked for: the two that are AAA, and what has no stable place yet.
    "rules": {
        name: {"enabled": True}
        for name in ("color-contrast-enhanced", "identical-links-same-purpose", "label-content-name-mismatch")
    },
    "resultTypes": ["violations", "incomplete", "passes"],
    "ancestry": True,
    "selectors": False,
}
# In other colours than the light ones only what is said of colours can be another word.
OF_COLOURS: dict[str, Any] = {**OPTIONS, "runOnly": {"type": "tag", "values": ["cat.color"]}}
# A rule on trial is no ground for a failure.
ON_TRIAL = "experimental"
RESULTS = {"violations": Verdict.FAILED, "incomplete": Verdict.CANT_TELL, "passes": Verdict.PASSED}


class Axe:
    """axe-core. Raises CannotStart where it is not installed."""

    name, worlds, proof = "axe-core", ALL_WORLDS, "image-alt"

    def __init__(self) -> None:
        home = package("axe-core")
        self._library = (home / "axe.min.js").read_text(encoding="utf-8")
        self.version = version_of(home)
        self.criteria: frozenset[str] = frozenset()

    def judge(self, subject: Subject) -> list[EngineFinding]:
        """What it says of the page and of the frames in it. Raises CannotJudge."""
        options = json.dumps(OPTIONS if subject.world in LIGHT else OF_COLOURS)
        with beside(subject.page, self.name, self._library) as worlds:
            partial = [world.ask(f"axe.runPartial({options})") for world in worlds]
            whole = json.dumps(partial)
            answer = worlds[0].ask(f"axe.finishRun({whole}, {options})")
            tags = worlds[0].ask("axe.getRules().flatMap(rule => rule.tags)")
        looked = any(answer[kind] for kind in (*RESULTS, "inapplicable"))
        if answer["testEngine"]["version"] != self.version or not looked:
            raise CannotJudge(f"axe {answer['testEngine']} looked at nothing on {subject.url}")
        self.criteria = frozenset(_criteria(tags))
        return [one for result in RESULTS for rule in answer[result] for one in self._findings(subject, rule, result)]

    def _findings(self, subject: Subject, rule: dict[str, Any], result: str) -> Iterator[EngineFinding]:
        verdict, criteria = RESULTS[result], _criteria(rule["tags"])
        if verdict is Verdict.FAILED and ON_TRIAL in rule["tags"]:
            verdict = Verdict.CANT_TELL
        for node in rule["nodes"]:
            element = by_ancestry(subject.snapshot, _flat(node["ancestry"]))
            selector = element.selector if element else " ".join(_flat(node["ancestry"]))
            message = "" if verdict is Verdict.PASSED else _reasons(node)
            yield EngineFinding(self.name, rule["id"], criteria, verdict, selector, node["html"][:200], message)

    def stop(self) -> None:
        """Nothing runs."""


def _criteria(tags: list[str]) -> tuple[str, ...]:
    """The criteria in axe's tags, where 1.4.3 is "wcag143"."""
    return wcag22(".".join(found.groups()) for tag in tags if (found := re.fullmatch(r"wcag(\d)(\d)(\d+)", tag)))


def _flat(path: list[Any]) -> list[str]:
    return [step for part in path for step in ([part] if isinstance(part, str) else part)]


def _reasons(node: dict[str, Any]) -> str:
    return "; ".join(check["message"] for kind in ("any", "all", "none") for check in node[kind])
