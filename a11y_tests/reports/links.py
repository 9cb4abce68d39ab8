"""What EARL and W3C's report tool are told in the same way: pages, criteria, who asserts, and in which mode."""

from collections.abc import Iterable, Iterator

from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.reports.criteria import Criterion, criteria
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.reports.tally import Outcome, together

# W3C's report tool knows a criterion by this address alone, whatever the version of WCAG.
WCAG = "http://www.w3.org/TR/WCAG/#"
TOOL = "a11y_tests"
AUTOMATIC, MANUAL, SEMIAUTOMATIC = "earl:automatic", "earl:manual", "earl:semiAuto"


def addresses(evaluation: Evaluated) -> dict[str, str]:
    """Each page's address with a title: one page may have been seen in many states."""
    found: dict[str, str] = {}
    for capture in evaluation.tally.captures.values():
        found.setdefault(capture.url, f"{capture.name}, {capture.language}")
    return found


def by_address(evaluation: Evaluated, results: Iterable[Result]) -> dict[str, list[Result]]:
    """The results by the address of their page; "" for the whole site."""
    found: dict[str, list[Result]] = {}
    for result in results:
        capture = evaluation.tally.captures.get(result.page)
        found.setdefault(capture.url if capture else "", []).append(result)
    return found


def judged(evaluation: Evaluated) -> Iterator[tuple[Criterion, str, list[Result]]]:
    """Each criterion and address ("" for the site) that something was said of, with what was said."""
    for criterion in criteria():
        for url, results in by_address(evaluation, evaluation.tally.results_of(criterion.number)).items():
            yield criterion, url, results


def outcome_of(results: Iterable[Result]) -> Outcome:
    """One outcome for several results."""
    return together(Outcome(one.verdict) for one in results)


def mode_of(results: Iterable[Result]) -> str:
    """Whether machines, people or both have judged."""
    reviewed = {"review" in finding.evidence for result in results for finding in result.findings}
    if reviewed == {True}:
        return MANUAL
    return SEMIAUTOMATIC if True in reviewed else AUTOMATIC


def told(results: Iterable[Result], at_most: int = 20) -> str:
    """What failed or is open, what people said, and what broke, a line each."""
    results = list(results)
    lines = [
        f"{result.rule}: {finding.message}{_where(finding.selector)}{_who(str(finding.evidence.get('review', '')))}"
        for result in results
        for finding in result.findings
        if finding.verdict in (Verdict.FAILED, Verdict.CANT_TELL) or "review" in finding.evidence
    ]
    lines += [f"{result.rule}: could not judge: {result.broke}" for result in results if result.broke]
    lines = list(dict.fromkeys(lines))
    more = [f"... and {len(lines) - at_most} more"] if len(lines) > at_most else []
    return "\n".join(lines[:at_most] + more)


def _where(selector: str) -> str:
    return f" ({selector})" if selector else ""


def _who(review: str) -> str:
    return f" [{review}]" if review else ""
