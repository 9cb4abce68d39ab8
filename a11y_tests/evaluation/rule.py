"""A rule, in the manner of the ACT Rules Format: what it judges, what it expects, and the function that looks."""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.snapshot import Element

if TYPE_CHECKING:
    from a11y_tests.evaluation.facts import Facts
    from a11y_tests.evaluation.subject import Subject
    from a11y_tests.journeys.plan import Seats

LIGHT = ("light",)
# The worlds of colour in which a rule about colours looks at a page; see subject.WORLDS.
ALL_WORLDS = ("light", "dark", "forced colours", "more contrast")


@dataclass(frozen=True, kw_only=True)
class AnyRule:
    """What every rule tells of itself.

    id: "act-<W3C's six characters>" for a rule of W3C's, else "own-<what-it-says>".
    criteria: the success criteria of WCAG 2.2 that fail with it, such as ("2.4.7",); empty for a best practice.
    applicability, expectation: one English sentence or two each, as in ACT.
    quick: False where it is left out of a quick evaluation.
    """

    id: str
    name: str
    criteria: tuple[str, ...]
    applicability: str
    expectation: str
    quick: bool = True

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of EN 301 549 v3.2.1: chapter 9 numbers its own as WCAG 2.1 does (none of WCAG 2.2's new)."""
        return tuple(f"9.{criterion}" for criterion in self.criteria if criterion not in NEW_IN_22)


@dataclass(frozen=True, kw_only=True)
class Rule(AnyRule):
    """A rule about one page: `check` yields a finding for each test target, and nothing where there is none.

    worlds: the worlds of colour it looks at; light alone unless it is about colours or borders.
    acts: True where it presses keys, resizes or changes the page in any way: it comes after those that only look.
    What it changes in the tree, in fields, focus, size or style sheets is noticed, and the page opened anew for the
    next; it must itself reopen a page on which it leaves what nobody sees (a clock that it moved).
    worded: True where it acts and pages that differ in their words alone may fare otherwise with it.
    """

    check: Callable[["Subject"], Iterable[Finding]]
    worlds: tuple[str, ...] = LIGHT
    acts: bool = False
    worded: bool = False


@dataclass(frozen=True, kw_only=True)
class SiteRule(AnyRule):
    """A rule about pages beside each other. `check` gets what is remembered of each (facts.py), and yields findings
    whose evidence has the capture's id under "page" (use `on`)."""

    check: Callable[[list["Facts"]], Iterable[Finding]]


@dataclass(frozen=True, kw_only=True)
class LiveRule(AnyRule):
    """A rule that must act on the deployment itself: sends wrong forms, waits too long, comes with no script.

    `check` gets seats before a browser (journeys/plan.py), once in each language, and yields findings.
    """

    check: Callable[["Seats"], Iterable[Finding]]


NEW_IN_22 = frozenset(
    {"2.4.11", "2.4.12", "2.4.13", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8", "3.3.9"}
)  # fmt: skip


def passed(target: Element | None, message: str, **evidence: object) -> Finding:
    """The expectation holds for this element (None: for the page)."""
    return _finding(Verdict.PASSED, target, message, evidence)


def failed(target: Element | None, message: str, **evidence: object) -> Finding:
    """The expectation does not hold for this element (None: for the page)."""
    return _finding(Verdict.FAILED, target, message, evidence)


def cannot_tell(target: Element | None, message: str, **evidence: object) -> Finding:
    """A person must judge this element (None: the page); the message says what to look for."""
    return _finding(Verdict.CANT_TELL, target, message, evidence)


def _finding(verdict: Verdict, target: Element | None, message: str, evidence: dict[str, object]) -> Finding:
    if target is None:
        return Finding(verdict, message, evidence=evidence)
    return Finding(verdict, message, target.selector, target.html, evidence)


def expect(target: Element | None, holds: bool, good: str, bad: str, **evidence: object) -> Finding:
    """Passed with the one message or failed with the other."""
    return passed(target, good, **evidence) if holds else failed(target, bad, **evidence)


def on(capture: str, finding: Finding) -> Finding:
    """The finding of a site's rule, with the page it was found on."""
    return replace(finding, evidence={**finding.evidence, "page": capture})


def all_rules() -> dict[str, Rule]:
    """Every rule about one page, by its id. Raises ValueError on a double id."""
    return {one.id: one for one in _found() if isinstance(one, Rule)}


def site_rules() -> dict[str, SiteRule]:
    """Every rule about pages beside each other, by its id. Raises ValueError on a double id."""
    return {one.id: one for one in _found() if isinstance(one, SiteRule)}


def live_rules() -> dict[str, LiveRule]:
    """Every rule that acts on the deployment, by its id. Raises ValueError on a double id."""
    return {one.id: one for one in _found() if isinstance(one, LiveRule)}


@cache  # a page is judged by them, and another page, and another
def _found() -> tuple[AnyRule, ...]:
    """The RULE of each module under a11y_tests/rules that has one."""
    package = importlib.import_module("a11y_tests.rules")
    modules = [
        importlib.import_module(one.name) for one in pkgutil.walk_packages(package.__path__, "a11y_tests.rules.")
    ]
    rules = [module.RULE for module in modules if hasattr(module, "RULE")]
    doubles = [name for name, times in Counter(one.id for one in rules).items() if times > 1]
    if doubles:
        raise ValueError(f"more than one rule is called {doubles}")
    return tuple(rules)
