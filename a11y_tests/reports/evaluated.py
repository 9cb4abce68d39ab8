"""An evaluation as the reports tell of it: people's answers put in, pages counted, compared with the run before."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.rule import AnyRule, LiveRule
from a11y_tests.evaluation.run import Order, facts_in, rules_of
from a11y_tests.evaluation.walking import Walk
from a11y_tests.reports import ordered
from a11y_tests.reports.coverage import Coverage, coverage_of
from a11y_tests.reports.criteria import criteria
from a11y_tests.reports.pictures import Picture, Spot, listed
from a11y_tests.reports.tally import Outcome, Tally
from a11y_tests.reports.trend import Trend, compare, faults_of
from a11y_tests.reviews.answers import Answers
from a11y_tests.reviews.applying import answered, is_open_look, results_of_looks
from a11y_tests.reviews.looking import Taken, looks_at
from a11y_tests.reviews.looks import LOOKS
from a11y_tests.reviews.question import Question, questions_of_rules


@dataclass(frozen=True)
class Evaluated:
    """Everything that the reports need. questions: all that people were asked, answered or not.

    pictures: of what was found, by the spot they show.
    """

    folder: Path
    order: Order
    when: datetime
    tally: Tally
    coverage: Coverage
    trend: Trend
    questions: list[Question]
    facts: list[Facts]
    answers: Answers
    pictures: dict[Spot, Picture] = field(default_factory=dict)

    @property
    def unjudged(self) -> list[str]:
        """What a rule or an engine broke over, one line each: of that it has said nothing."""
        return [
            f"{one.rule} on {self._where(one)}: {one.broke.splitlines()[0]}" for one in self.tally.results if one.broke
        ]

    def _where(self, result: Result) -> str:
        capture = self.tally.captures.get(result.page)
        return f"{capture.title if capture else 'the whole deployment'}, {result.world}"

    @property
    def not_acted(self) -> list[AnyRule]:
        """The rules that would have acted on the portal, where pages of a site were looked at that is perhaps none."""
        return [one for one in self.tally.rules.values() if isinstance(one, LiveRule)] if self.order.pages else []

    @property
    def left(self) -> list[Question]:
        """The questions that nobody has answered."""
        return [one for one in self.questions if self.answers.get(one.id) is None]

    @property
    def rules(self) -> int:
        """How many rules really took part: those that have said something of a page, if only that they do not apply."""
        return len({one.rule for one in self.tally.results} - set(LOOKS))

    @property
    def complaints(self) -> list[str]:
        """What pages' scripts, and the policy on what they may load, complained of."""
        return [f"{walk.journey}, {walk.language}: {fault}" for walk in self.tally.walks for fault in walk.faults]

    def told(self, results: Iterable[Result]) -> list[Result]:
        """Those of the results that are findings, and not looks that are still to be taken."""
        return [one for one in results if not is_open_look(one)]

    @property
    def failures(self) -> list[str]:
        """What counts beside the rules' own verdicts: journeys that broke, pages never visited."""
        return beside_the_rules(self.tally.walks, self.coverage)

    @property
    def left_out(self) -> list[str]:
        """The journeys that nobody went, with the reason, a line each."""
        reasons = {walk.journey: walk.left_out for walk in self.tally.walks if walk.left_out}
        return [f"{journey}: left out, for {reason}" for journey, reason in reasons.items()]

    def with_outcome(self, *outcomes: Outcome, levels: Iterable[str] = ("A", "AA", "AAA")) -> list[str]:
        """The criteria ("2.4.7") that came out so, in W3C's order."""
        levels = set(levels)
        return [one.number for one in criteria() if one.level in levels and self.tally.of(one.number) in outcomes]


def beside_the_rules(walks: Iterable[Walk], coverage: Coverage) -> list[str]:
    """What no rule finds and yet fails, one line each."""
    broken = [f"Broke: {walk.journey}, {walk.language}: {walk.broke.splitlines()[0]}" for walk in walks if walk.broke]
    return broken + [f"Never visited: {page}" for page in coverage.failures]


def evaluated(folder: Path, order: Order, walks: list[Walk], answers: Answers) -> Evaluated:
    """Read an evaluation's folder, put people's answers in, and write this run into its history."""
    results = list(Results(folder).all())
    captures = {one.id: one for one in Library(folder).captures()}
    names, facts = sorted(set(ordered.names(order))), list(facts_in(folder))
    looks = _looks(order, looks_at(captures, facts, names))
    rules: dict[str, AnyRule] = {one.id: one for one in rules_of(order)} | {one.look.id: one.look.rule for one in looks}
    questions = questions_of_rules(results, captures, rules, names) + [one.question for one in looks]
    judged = answered(results, answers, names) + results_of_looks(looks, answers)
    tally, coverage = Tally(rules, captures, judged, walks), coverage_of(order, captures.values(), results)
    when = ordered.day_of(folder)
    more = beside_the_rules(walks, coverage)
    trend = compare(folder, when, order, faults_of(judged, captures, names, more))
    return Evaluated(folder, order, when, tally, coverage, trend, questions, facts, answers, listed(folder))


def _looks(order: Order, looks: list[Taken]) -> list[Taken]:
    """The looks that the order asks for: all, or those for the criteria that it is about."""
    return [one for one in looks if order.wants(LOOKS[one.look.id].rule)]
