"""What the results say of each criterion: for the whole deployment, for each journey, for each page."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from a11y_tests.evaluation.capture import Capture
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.evaluation.rule import AnyRule
from a11y_tests.evaluation.walking import Walk


class Outcome(StrEnum):
    """What EARL can say of a criterion; a criterion that no rule looks at is untested, never passed."""

    FAILED = "failed"
    CANT_TELL = "cantTell"
    PASSED = "passed"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


_BY_GRAVITY = (Outcome.FAILED, Outcome.CANT_TELL, Outcome.PASSED, Outcome.INAPPLICABLE)


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """One outcome for several: the gravest; untested where there is none."""
    found = set(outcomes)
    return next((one for one in _BY_GRAVITY if one in found), Outcome.UNTESTED)


@dataclass(frozen=True)
class Tally:
    """An evaluation, counted. `results` are all; `captures` the pages by id; `walks` the journeys."""

    rules: dict[str, AnyRule]
    captures: dict[str, Capture]
    results: list[Result]
    walks: list[Walk]
    _by_criterion: dict[str, list[Result]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        for result in self.results:
            for criterion in result.criteria:
                self._by_criterion[criterion].append(result)

    @property
    def journeys(self) -> list[str]:
        """The names of the journeys, in the order in which they were gone; one for all where pages were looked at."""
        gone = list(dict.fromkeys(walk.journey for walk in self.walks))
        recorded = list(dict.fromkeys(one.journey for one in self.captures.values()))
        return gone if set(gone) & set(recorded) else recorded or gone

    def of(self, criterion: str, *, journey: str = "", page: str = "") -> Outcome:
        """The outcome for a criterion ("2.4.7"): of all, of one journey's pages, or of one page (a capture's id)."""
        return together(Outcome(one.verdict) for one in self.results_of(criterion, journey=journey, page=page))

    def results_of(self, criterion: str, *, journey: str = "", page: str = "") -> list[Result]:
        """The results that the outcome is made of."""
        found = self._by_criterion.get(criterion, [])
        if page:
            return [one for one in found if one.page == page]
        if journey:
            return [one for one in found if one.page in self.captures and self.captures[one.page].journey == journey]
        return found

    @property
    def failed(self) -> list[Result]:
        """Every result that fails a criterion."""
        return [one for one in self.results if one.criteria and one.verdict is Verdict.FAILED]

    @property
    def advice(self) -> list[Result]:
        """What is not as well as it could be and fails no criterion: techniques, and rules of the house."""
        return [one for one in self.results if not one.criteria and one.verdict is Verdict.FAILED]

    @property
    def broken(self) -> list[Walk]:
        """The journeys that could not be finished."""
        return [walk for walk in self.walks if walk.broke]
