"""Findings put together: what one rule says in the same words is told once, with every place where it was found."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from a11y_tests.evaluation.capture import Capture
from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.reports.tally import Tally


@dataclass(frozen=True)
class Place:
    """Where something was found; capture is None for the deployment as a whole."""

    capture: Capture | None
    world: str
    finding: Finding

    @property
    def title(self) -> str:
        """The page, its state and language, and the world of colour where it is not the usual one.

        Of what a rule did on the deployment itself: the address where it did it, and the language.
        """
        address = urlsplit(str(self.finding.evidence.get("url", ""))).path
        page = self.capture.title if self.capture else address or "the whole deployment"
        return page if self.world == "light" else f"{page}, {self.world}"

    @property
    def screenshot(self) -> str:
        """The picture's file, relative to the evaluation's folder; "" for none."""
        return str(self.finding.evidence.get("screenshot", ""))

    @property
    def review(self) -> str:
        """Who judged it, when, and their note; "" where a machine did."""
        return str(self.finding.evidence.get("review", ""))


@dataclass(frozen=True)
class Thing:
    """One thing that stands on several pages, or on one page in several worlds of colour."""

    places: list[Place]

    @property
    def first(self) -> Place:
        """The place that stands for all."""
        return self.places[0]

    @property
    def titles(self) -> list[str]:
        """Where it was found, each place once."""
        return list(dict.fromkeys(place.title for place in self.places))


@dataclass
class Group:
    """What a rule found in the same words in several places."""

    rule: str
    criteria: tuple[str, ...]
    verdict: Verdict
    message: str
    places: list[Place] = field(default_factory=list)

    @property
    def things(self) -> list[Thing]:
        """What was found, each thing once, the most frequent first."""
        found: dict[tuple[str, str, str], list[Place]] = defaultdict(list)
        for place in self.places:
            found[place.finding.selector, place.finding.html, place.review].append(place)
        return sorted((Thing(places) for places in found.values()), key=lambda one: -len(one.places))


def groups_of(tally: Tally, results: Iterable[Result], *verdicts: Verdict) -> list[Group]:
    """The findings with these verdicts, put together; the gravest verdicts and the most frequent ones first."""
    groups: dict[tuple[str, str, str], Group] = {}
    for result in results:
        for finding in (one for one in result.findings if one.verdict in verdicts):
            key = (result.rule, finding.verdict, finding.message)
            group = groups.setdefault(key, Group(result.rule, result.criteria, finding.verdict, finding.message))
            page = str(finding.evidence.get("page", result.page))
            group.places.append(Place(tally.captures.get(page), result.world, finding))
    order = list(verdicts)
    return sorted(groups.values(), key=lambda one: (order.index(one.verdict), -len(one.places), one.rule, one.message))
