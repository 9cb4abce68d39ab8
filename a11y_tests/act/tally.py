"""Counting, rule by rule, what was caught, missed and alarmed about for nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from a11y_tests.act.cases import ALL_OF_W3C, Case
from a11y_tests.evaluation.outcome import Verdict


@dataclass
class RuleTally:
    """One rule: its cases by what became of them. `untold`: failed cases in which a person must tell."""

    id: str
    name: str
    caught: list[Case] = field(default_factory=list)
    untold: list[Case] = field(default_factory=list)
    missed: list[Case] = field(default_factory=list)
    alarms: list[Case] = field(default_factory=list)
    quiet: list[Case] = field(default_factory=list)

    @property
    def state(self) -> str:
        """complete: every failed case is caught, no alarm for nothing. partial: some are. untouched: none is."""
        if not self.caught:
            return "untouched"
        return "partial" if self.untold or self.missed or self.alarms else "complete"

    def add(self, case: Case, found: Verdict) -> None:
        """Note what was found of a case."""
        if case.expected == Verdict.FAILED:
            {Verdict.FAILED: self.caught, Verdict.CANT_TELL: self.untold}.get(found, self.missed).append(case)
        else:
            (self.alarms if found is Verdict.FAILED else self.quiet).append(case)

    @property
    def line(self) -> str:
        """One line for people."""
        bad = len(self.caught) + len(self.untold) + len(self.missed)
        return (
            f"{self.state:9} {self.id}  caught {len(self.caught)}/{bad}, to be told by a person {len(self.untold)}, "
            f"false alarms {len(self.alarms)}/{len(self.alarms) + len(self.quiet)}  {self.name}"
        )

    @property
    def detail(self) -> list[str]:
        """What was not as it should be, one line each."""
        return [
            f"          {what}: {case.title} ({case.path})"
            for what, cases in (("missed", self.missed), ("to be told", self.untold), ("false alarm", self.alarms))
            for case in cases
        ]

    @property
    def facts(self) -> dict[str, Any]:
        """The same for programs."""
        kinds = ("caught", "untold", "missed", "alarms", "quiet")
        return {"id": self.id, "name": self.name, "state": self.state} | {
            kind: [case.path for case in getattr(self, kind)] for kind in kinds
        }


def count(outcomes: Iterable[tuple[Case, Verdict]]) -> list[RuleTally]:
    """The tally of every rule that has cases, by id."""
    tallies: dict[str, RuleTally] = {}
    for case, found in outcomes:
        tallies.setdefault(case.rule, RuleTally(case.rule, case.rule_name)).add(case, found)
    return [tallies[rule] for rule in sorted(tallies)]


def totals(tallies: list[RuleTally]) -> Mapping[str, int]:
    """How many rules of all of W3C's are complete, partial, untouched (without cases here, too); and all alarms."""
    numbers: dict[str, int] = defaultdict(int)
    for tally in tallies:
        numbers[tally.state] += 1
        numbers["false alarms"] += len(tally.alarms)
        numbers["cases"] += sum(len(tally.facts[kind]) for kind in ("caught", "untold", "missed", "alarms", "quiet"))
    numbers["untouched"] += max(ALL_OF_W3C - len(tallies), 0)
    return {one: numbers[one] for one in ("complete", "partial", "untouched", "false alarms", "cases")}
