"""One question to a person, and the questions that rules leave open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from a11y_tests.evaluation.capture import Capture
from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.evaluation.rule import AnyRule
from a11y_tests.reviews.judged import mark

MOST_PLACES = 5
FROM_A_RULE = "Look at the element on the page, and read what the rule expects."


@dataclass(frozen=True)
class Question:
    """What to look at, where, and how to judge it. places: titles and addresses of pages, the first of them.

    asks: one question for each criterion where there are several; what: the one thing asked otherwise.
    """

    id: str
    rule: str
    criteria: tuple[str, ...]
    what: str
    how: str
    places: tuple[str, ...]
    selector: str = ""
    html: str = ""
    asks: tuple[str, ...] = ()


def judged_by(result: Result, finding: Finding, names: Iterable[str]) -> str:
    """The id of the question that a rule left open: what was asked, of what."""
    seen = finding.html or str(finding.evidence.get("text", "")) or finding.selector
    return mark(result.rule, (finding.message, seen), names)


def open_findings(results: Iterable[Result]) -> Iterable[tuple[Result, Finding]]:
    """Every finding that was left to people, with the result it is part of."""
    for result in results:
        for finding in result.findings:
            if finding.verdict is Verdict.CANT_TELL:
                yield result, finding


def questions_of_rules(
    results: Iterable[Result], captures: Mapping[str, Capture], rules: Mapping[str, AnyRule], names: Iterable[str]
) -> list[Question]:
    """One question for all findings that ask the same of the same thing."""
    names = list(names)
    places: dict[str, list[str]] = {}
    first: dict[str, tuple[Result, Finding]] = {}
    for result, finding in open_findings(results):
        id = judged_by(result, finding, names)
        first.setdefault(id, (result, finding))
        place = place_of(captures.get(str(finding.evidence.get("page", result.page))))
        if place not in places.setdefault(id, []):
            places[id].append(place)
    return [_question(id, *first[id], tuple(places[id][:MOST_PLACES]), rules) for id in first]


def place_of(capture: Capture | None) -> str:
    """Where a question is looked at."""
    return f"{capture.title}: {capture.url}" if capture else "the whole deployment"


def _question(
    id: str, result: Result, finding: Finding, places: tuple[str, ...], rules: Mapping[str, AnyRule]
) -> Question:
    rule = rules.get(result.rule)
    how = f"{FROM_A_RULE} {rule.expectation}" if rule else FROM_A_RULE
    return Question(
        id, result.rule, result.criteria, finding.message, how, places, finding.selector, finding.html[:300]
    )
