"""Letting rules judge a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from a11y_tests.evaluation.outcome import Finding, Verdict, overall
from a11y_tests.evaluation.rule import Rule
from a11y_tests.evaluation.subject import WORLDS, Subject


@dataclass(frozen=True)
class Judgement:
    """What one rule found on one page in one world of colour; no findings: the rule did not apply."""

    rule: Rule
    world: str
    findings: list[Finding]


class RuleBroke(Exception):
    """A rule raised an error: that is never silence, and never a verdict."""


def judge(subject: Subject, rules: Iterable[Rule], worlds: Iterable[str] = tuple(WORLDS)) -> list[Judgement]:
    """Let each rule look at the page in each of its `worlds`; those that act come last, on a page opened anew.

    Raises RuleBroke, with the rule's id and the page's address, where a rule raises an error.
    """
    rules, worlds = list(rules), list(worlds)
    still, acting = [rule for rule in rules if not rule.acts], [rule for rule in rules if rule.acts]
    judgements = []
    for world in worlds:
        here = [rule for rule in still if world in rule.worlds]
        if here:
            subject.enter(world)
            judgements += [_judged(subject, rule) for rule in here]
    fresh = False
    for rule in sorted(acting, key=lambda one: not one.tidy):
        for world in (world for world in rule.worlds if world in worlds):
            if fresh:
                subject.tidy()
            else:
                subject.reopen()
            subject.enter(world)
            judgements.append(_judged(subject, rule))
            fresh = rule.tidy and overall(judgements[-1].findings) is not Verdict.FAILED
    return judgements


def _judged(subject: Subject, rule: Rule) -> Judgement:
    try:
        return Judgement(rule, subject.world, list(rule.check(subject)))
    except Exception as error:
        raise RuleBroke(f"{rule.id} on {subject.url} ({subject.state}, {subject.world}): {error!r}") from error


def failures(judgements: Iterable[Judgement]) -> list[str]:
    """What failed, one line each, for people."""
    return [
        f"{one.rule.id} [{one.world}] {finding.selector or 'page'}: {finding.message}"
        for one in judgements
        for finding in one.findings
        if finding.verdict is Verdict.FAILED
    ]
