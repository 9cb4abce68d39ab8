"""Putting people's answers in the place of what machines could not tell."""

from collections.abc import Iterable
from dataclasses import replace

from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.reviews.answers import Answer, Answers
from a11y_tests.reviews.looking import Taken
from a11y_tests.reviews.looks import LOOKS
from a11y_tests.reviews.question import judged_by


def answered(results: Iterable[Result], answers: Answers, names: Iterable[str]) -> list[Result]:
    """The results, with each answered finding as its answer has it."""
    names = list(names)
    return [
        replace(result, findings=[_after_review(result, finding, answers, names) for finding in result.findings])
        for result in results
    ]


def _after_review(result: Result, finding: Finding, answers: Answers, names: list[str]) -> Finding:
    if finding.verdict is not Verdict.CANT_TELL:
        return finding
    answer = answers.get(judged_by(result, finding, names))
    return _reviewed(finding, answer, answer.verdict) if answer else finding


def _reviewed(finding: Finding, answer: Answer, verdict: Verdict) -> Finding:
    return replace(
        finding, verdict=verdict, evidence={**finding.evidence, "review": answer.told, "reviewer": answer.by}
    )


def results_of_looks(looks: Iterable[Taken], answers: Answers) -> list[Result]:
    """What the looks say of each page and criterion: left to people until somebody has looked."""
    return [
        Result(one.look.id, capture, "light", (criterion,), [_looked(one, criterion, answers)])
        for one in looks
        for capture in one.captures
        for criterion in one.look.criteria
    ]


def _looked(taken: Taken, criterion: str, answers: Answers) -> Finding:
    asked = taken.look.asks[criterion]
    finding = Finding(Verdict.CANT_TELL, f"{taken.question.what}. {asked}", evidence={"question": taken.question.id})
    answer = answers.get(taken.question.id)
    if answer is None:
        return finding
    fails = answer.verdict is Verdict.FAILED and criterion in (answer.criteria or taken.look.criteria)
    return _reviewed(finding, answer, Verdict.FAILED if fails else Verdict.PASSED)


def is_open_look(result: Result) -> bool:
    """Whether this is a look that nobody has taken yet: a question, and not a finding."""
    return result.rule in LOOKS and result.verdict is Verdict.CANT_TELL
