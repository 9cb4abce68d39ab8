"""What all engines and our own rules say of a page, put together: once for each element and criterion."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from a11y_tests.engines.engine import Engine, EngineFinding
from a11y_tests.engines.reviewed import Alarm, known_alarms, reason_for
from a11y_tests.evaluation.judging import Judgement
from a11y_tests.evaluation.outcome import Verdict

OWN = "own rules"


class Kind(StrEnum):
    """How far those who looked are of one mind."""

    AGREED = "agreed"  # at least two fault it
    ALONE = "alone"  # one faults it, the others said nothing of it
    DISPUTED = "disputed"  # one faults it, and another has passed it
    UNSURE = "unsure"  # nobody faults it, somebody cannot tell
    KNOWN = "known"  # nothing is left but false alarms of the reviewed list


@dataclass(frozen=True)
class Merged:
    """What is said of one element (selector; "" the page) and one criterion ("" none: a best practice, or HTML that
    does not conform).

    says: the findings that count, failed or cantTell. passed: who looked at the element and passed it. silent: who
    looks at this criterion and said nothing of the element. known: false alarms, each with its reason.
    """

    criterion: str
    selector: str
    html: str
    says: tuple[EngineFinding, ...] = ()
    passed: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    known: tuple[tuple[EngineFinding, str], ...] = ()

    @property
    def faulted_by(self) -> tuple[str, ...]:
        """Who faults it, each once."""
        return tuple(dict.fromkeys(one.engine for one in self.says if one.verdict is Verdict.FAILED))

    @property
    def kind(self) -> Kind:
        """How far those who looked are of one mind. Our own rules' word is not weighed against an engine's."""
        faults = self.faulted_by
        if not self.says:
            return Kind.KNOWN
        if not faults:
            return Kind.UNSURE
        if len(faults) > 1:
            return Kind.AGREED
        return Kind.DISPUTED if self.passed and faults != (OWN,) else Kind.ALONE

    @property
    def verdict(self) -> Verdict:
        """Failed where it is agreed or one alone says so; where it is disputed a person must look."""
        if self.kind in (Kind.AGREED, Kind.ALONE):
            return Verdict.FAILED
        return Verdict.PASSED if self.kind is Kind.KNOWN else Verdict.CANT_TELL

    def __str__(self) -> str:
        """One line for people."""
        told = "; ".join(f"{one.engine} {one.rule} ({one.verdict}): {one.message}" for one in self.says)
        told += "; ".join(f"{one.engine} {one.rule} is a false alarm: {reason}" for one, reason in self.known)
        others = [f"passed by {', '.join(self.passed)}"] if self.passed else []
        others += [f"nothing from {', '.join(self.silent)}"] if self.silent else []
        where = self.selector or "page"
        return f"{self.criterion or 'no criterion'} [{self.kind}] {where}: {' | '.join([told, *others])}"


def looks_at(engines: Iterable[Engine]) -> dict[str, frozenset[str]]:
    """The criteria that each engine looks at; to be asked after it has judged a page."""
    return {engine.name: engine.criteria for engine in engines}


def own_findings(judgements: Iterable[Judgement]) -> list[EngineFinding]:
    """What our own rules found, in the engines' form."""
    return [
        EngineFinding(OWN, one.rule.id, one.rule.criteria, found.verdict, found.selector, found.html, found.message)
        for one in judgements
        for found in one.findings
    ]


def merge(
    findings: Iterable[EngineFinding],
    looks: Mapping[str, frozenset[str]],
    alarms: Sequence[Alarm] | None = None,
) -> list[Merged]:
    """The findings on one page, put together; what all passed is left out.

    looks: see looks_at(). alarms: the reviewed list, unless another is given.
    """
    listed = known_alarms() if alarms is None else alarms
    places: dict[tuple[str, str, str], list[EngineFinding]] = defaultdict(list)
    findings = list(dict.fromkeys(findings))
    passed_by: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        if finding.engine == OWN and finding.verdict is Verdict.PASSED:
            passed_by[finding.selector].add(finding.rule)
    for finding in findings:
        for criterion in finding.criteria or ("",):
            # Without a criterion nothing says that two rules mean the same.
            places[finding.selector, criterion, "" if criterion else finding.rule].append(finding)
    merged = [
        _merged(criterion, found, looks, listed, passed_by[place]) for (place, criterion, _), found in places.items()
    ]
    return [one for one in merged if one.says or one.known]


def _merged(
    criterion: str,
    found: list[EngineFinding],
    looks: Mapping[str, frozenset[str]],
    alarms: Sequence[Alarm],
    passed_by: set[str],
) -> Merged:
    said = [one for one in found if one.verdict in (Verdict.FAILED, Verdict.CANT_TELL)]
    reasons = [(one, reason_for(one, alarms, passed_by)) for one in said]
    says = tuple(one for one, reason in reasons if not reason)
    heard = {one.engine for one in said}
    passed = {one.engine for one in found if one.verdict is Verdict.PASSED} - heard
    silent = {engine for engine, criteria in looks.items() if criterion in criteria} - heard - passed
    html = next((one.html for one in said if one.html), "")
    known = tuple((one, reason) for one, reason in reasons if reason)
    return Merged(criterion, found[0].selector, html, says, tuple(sorted(passed)), tuple(sorted(silent)), known)
