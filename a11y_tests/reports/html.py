"""The report that people read: two HTML pages that need no script and nothing beside them."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import AnyRule
from a11y_tests.reports.criteria import Criterion, criteria
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.reports.groups import Group, groups_of
from a11y_tests.reports.shown import Shown
from a11y_tests.reports.statement import plain
from a11y_tests.reports.tally import Outcome
from a11y_tests.reviews.looks import LOOKS
from a11y_tests.reviews.question import Question

TEMPLATES = Path(__file__).with_name("templates")
# A word and a sign beside the colour: colour alone tells nothing (WCAG 1.4.1).
WORDS = {
    Outcome.FAILED: ("failed", "✗ Failed"),
    Outcome.CANT_TELL: ("open", "? Open"),
    Outcome.PASSED: ("passed", "✓ Passed"),
    Outcome.INAPPLICABLE: ("none", "– Nothing to judge"),
    Outcome.UNTESTED: ("none", "– Not tested"),
}
# More places, questions or faults than these are in findings.csv and questions.json alone.
MOST_PLACES, MOST_LINES, MOST_GROUPS, MOST_QUESTIONS = 8, 50, 12, 5
LAST = 9  # no principle of WCAG has this number


@dataclass(frozen=True)
class Section:
    """One criterion in the report: what came out, which rules took part, and what they found.

    looks: how many looks are still to be taken for it.
    """

    criterion: Criterion
    outcome: Outcome
    cells: list[Outcome]
    looks: int
    rules: list[AnyRule]
    groups: list[Group]

    @property
    def plain(self) -> str:
        """What the criterion asks for, in a plain sentence."""
        return plain()[self.criterion.number][0]

    @property
    def failures(self) -> list[Group]:
        """Those of the groups that fail it."""
        return [one for one in self.groups if one.verdict is Verdict.FAILED]

    @property
    def pages(self) -> int:
        """On how many pages and states it fails."""
        return len({place.capture.id if place.capture else "" for one in self.failures for place in one.places})


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def report(evaluation: Evaluated) -> str:
    """index.html: summary, trend, the matrix of criteria and journeys, what broke, and every finding."""
    sections = [_section(evaluation, one) for one in criteria()]
    return (
        _environment()
        .get_template("report.html")
        .render(
            evaluation=evaluation,
            tally=evaluation.tally,
            sections=sections,
            beyond=_beyond(evaluation),
            failing=sorted(_with(sections, Outcome.FAILED), key=lambda one: len(one.criterion.level)),
            told=[section for outcome in list(Outcome)[:-1] for section in _with(sections, outcome)],
            untested=_with(sections, Outcome.UNTESTED),
            left=_by_criteria(evaluation.left),
            counts=[(WORDS[one], sum(section.outcome is one for section in sections)) for one in Outcome],
            **_shared(evaluation),
        )
    )


def coverage(evaluation: Evaluated) -> str:
    """coverage.html: which pages were visited in which states, languages and worlds, and which never."""
    pages = sorted(evaluation.coverage.pages, key=lambda one: (one.room, one.name))
    return (
        _environment()
        .get_template("coverage.html")
        .render(evaluation=evaluation, coverage=evaluation.coverage, pages=pages, **_shared(evaluation))
    )


def rendered(template: str, evaluation: Evaluated, **more: object) -> str:
    """Another page of the report, from its template."""
    return _environment().get_template(template).render(evaluation=evaluation, **more, **_shared(evaluation))


def _shared(evaluation: Evaluated) -> dict[str, object]:
    return {
        "day": f"{evaluation.when.day} {evaluation.when:%B %Y}",
        "words": WORDS,
        "most_places": MOST_PLACES,
        "most_lines": MOST_LINES,
        "most_groups": MOST_GROUPS,
        "most_questions": MOST_QUESTIONS,
        "pictures": Shown(evaluation.folder, evaluation.pictures),
    }


def _section(evaluation: Evaluated, criterion: Criterion) -> Section:
    tally = evaluation.tally
    results = tally.results_of(criterion.number)
    rules = [rule for rule in tally.rules.values() if criterion.number in rule.criteria]
    cells = [tally.of(criterion.number, journey=journey) for journey in tally.journeys]
    groups = groups_of(tally, evaluation.told(results), Verdict.FAILED, Verdict.CANT_TELL)
    looks = sum(one.rule in LOOKS and criterion.number in one.criteria for one in evaluation.left)
    return Section(criterion, tally.of(criterion.number), cells, looks, rules, groups)


def _with(sections: list[Section], outcome: Outcome) -> list[Section]:
    return [one for one in sections if one.outcome is outcome]


def _by_criteria(questions: list[Question]) -> list[tuple[str, list[Question]]]:
    """The open questions by what they are about, in W3C's order."""
    found: dict[str, list[Question]] = defaultdict(list)
    for one in questions:
        found[", ".join(one.criteria)].append(one)
    return sorted(found.items(), key=lambda item: _order(item[0]))


def _order(criteria: str) -> list[int]:
    """W3C's order; what is about no criterion comes last."""
    return [int(part) for part in criteria.split(", ")[0].split(".")] if criteria else [LAST]


def _beyond(evaluation: Evaluated) -> list[Group]:
    """What breaks no criterion, and is bad practice all the same."""
    results = [one for one in evaluation.tally.results if not one.criteria]
    return groups_of(evaluation.tally, results, Verdict.FAILED, Verdict.CANT_TELL)
