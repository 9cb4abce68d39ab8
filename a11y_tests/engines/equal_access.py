"""IBM Equal Access (npm accessibility-checker-engine)."""

from collections import defaultdict
from typing import Any

from a11y_tests.engines.engine import CannotJudge, EngineFinding, package, version_of, wcag22
from a11y_tests.engines.isolated import beside
from a11y_tests.engines.places import by_xpath
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import LIGHT
from a11y_tests.evaluation.subject import Subject

ASKED = """new ace.Checker().check(document, ["WCAG_2_2"]).then(report => ({
  executed: report.numExecuted,
  checkpoints: KNOWN ? [] : new ace.Checker().getGuidelines().find(one => one.id === "WCAG_2_2").checkpoints
    .map(point => ({number: point.num, rules: (point.rules ?? []).map(rule => [rule.id, rule.reasonCodes ?? []])})),
  results: report.results.map(one => ({rule: one.ruleId, reason: String(one.reasonId), value: one.value,
    path: one.path.dom, message: one.message, html: one.snippet})),
}))"""
VERDICTS = {
    "FAIL": Verdict.FAILED,
    "POTENTIAL": Verdict.CANT_TELL,
    "MANUAL": Verdict.CANT_TELL,
    "PASS": Verdict.PASSED,
}
Numbers = dict[tuple[str, str], set[str]]
VIOLATION = "VIOLATION"  # against RECOMMENDATION and INFORMATION


class EqualAccess:
    """IBM Equal Access, asked in light colours: what it says of others axe-core and Alfa say too, in a third of the
    time. Raises CannotStart where it is not installed."""

    name, worlds, proof = "IBM Equal Access", LIGHT, "img_alt_valid"

    def __init__(self) -> None:
        home = package("accessibility-checker-engine")
        self._library = (home / "ace.js").read_text(encoding="utf-8")
        self.version = version_of(home)
        self.criteria: frozenset[str] = frozenset()
        self._numbers: Numbers = {}

    def judge(self, subject: Subject) -> list[EngineFinding]:
        """What it says of the page and of the frames in it. Raises CannotJudge."""
        with beside(subject.page, self.name, self._library) as (world, *_):
            answer = world.ask(ASKED.replace("KNOWN", "true" if self._numbers else "false"))
        if not answer["executed"] or not answer["results"]:
            raise CannotJudge(f"{self.name} ran no rule on {subject.url}")
        if not self._numbers:
            self._numbers = _numbers(answer["checkpoints"])
            self.criteria = frozenset(wcag22(number for found in self._numbers.values() for number in found))
        return [self._finding(subject, one, self._numbers) for one in answer["results"]]

    def _finding(
        self, subject: Subject, one: dict[str, Any], numbers: dict[tuple[str, str], set[str]]
    ) -> EngineFinding:
        policy, confidence = one["value"]
        rule = one["rule"]
        # A recommendation is no requirement of a criterion, though it is listed beside one.
        criteria = wcag22(numbers[rule, one["reason"]] | numbers[rule, ""]) if policy == VIOLATION else ()
        verdict = VERDICTS[confidence]
        element = by_xpath(subject.snapshot, one["path"])
        message = "" if verdict is Verdict.PASSED else one["message"]
        selector = element.selector if element else one["path"]
        return EngineFinding(self.name, rule, criteria, verdict, selector, one["html"][:200], message)

    def stop(self) -> None:
        """Nothing runs."""


def _numbers(checkpoints: list[dict[str, Any]]) -> Numbers:
    """The criteria of each rule and reason; the reason is "" where the criterion is that of all of them."""
    numbers: Numbers = defaultdict(set)
    for point in checkpoints:
        for rule, reasons in point["rules"]:
            for reason in reasons or [""]:
                numbers[rule, reason].add(point["number"])
    return numbers
