"""A rule, in the manner of the ACT Rules Format: what it judges, what it expects, and the function that looks."""

import importlib
import pkgutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.snapshot import Element

if TYPE_CHECKING:
    from a11y_tests.evaluation.subject import Subject

LIGHT = ("light",)
# The worlds of colour in which a rule about colours looks at a page; see subject.WORLDS.
ALL_WORLDS = ("light", "dark", "forced colours", "more contrast")


@dataclass(frozen=True)
class Rule:
    """One rule. `check` looks at one page and yields a finding for each test target; nothing where there is none.

    id: "act-<W3C's six characters>" for a rule of W3C's, else "own-<what-it-says>".
    criteria: the success criteria of WCAG 2.2 that fail with it, such as ("2.4.7",); empty for a best practice.
    applicability, expectation: one English sentence or two each, as in ACT.
    worlds: the worlds of colour it looks at; light alone unless it is about colours or borders.
    acts: True where it presses keys, resizes or changes the page in any way: it gets a page of its own.
    quick: False where it is left out of a quick evaluation.
    """

    id: str
    name: str
    criteria: tuple[str, ...]
    applicability: str
    expectation: str
    check: Callable[["Subject"], Iterable[Finding]]
    worlds: tuple[str, ...] = LIGHT
    acts: bool = False
    quick: bool = True

    @property
    def clauses(self) -> tuple[str, ...]:
        """The clauses of EN 301 549 v3.2.1: chapter 9 numbers its own as WCAG 2.1 does (none of WCAG 2.2's new)."""
        return tuple(f"9.{criterion}" for criterion in self.criteria if criterion not in NEW_IN_22)


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


def all_rules() -> dict[str, Rule]:
    """Every rule by its id: each module under a11y_tests/rules that has a RULE. Raises ValueError on a double id."""
    rules: dict[str, Rule] = {}
    package = importlib.import_module("a11y_tests.rules")
    for module in pkgutil.walk_packages(package.__path__, "a11y_tests.rules."):
        rule = getattr(importlib.import_module(module.name), "RULE", None)
        if rule is None:
            continue
        if rule.id in rules:
            raise ValueError(f"two rules are called {rule.id}")
        rules[rule.id] = rule
    return rules
