"""Letting rules judge a page."""

from collections.abc import Iterable
from dataclasses import dataclass

from a11y_tests.evaluation.outcome import Finding, Verdict, overall
from a11y_tests.evaluation.rule import Rule
from a11y_tests.evaluation.subject import WORLDS, Subject


@dataclass(frozen=True)
class Judgement:
    """What one rule found on one page in one world of colour; no findings: the rule did not apply, or it broke.

    broke: the error it raised, "" where it did not.
    """

    rule: Rule
    world: str
    findings: list[Finding]
    broke: str = ""


class RuleBroke(Exception):
    """A rule raised an error: that is never silence, and never a verdict."""


def judge(
    subject: Subject, rules: Iterable[Rule], worlds: Iterable[str] = tuple(WORLDS), *, goes_on: bool = False
) -> list[Judgement]:
    """Let each rule look at the page in each of its `worlds`; those that act come last, on a page opened anew.

    Raises RuleBroke, with the rule's id and the page's address, where a rule raises an error; with `goes_on` the
    judgement tells of the error, and the other rules still judge.
    """
    rules, worlds = list(rules), list(worlds)
    still, acting = [rule for rule in rules if not rule.acts], [rule for rule in rules if rule.acts]
    judgements = []
    for world in worlds:
        here = [rule for rule in still if world in rule.worlds]
        if here:
            subject.enter(world)
            judgements += [_judged(subject, rule, goes_on) for rule in here]
    fresh = False
    for rule in sorted(acting, key=lambda one: not one.tidy):
        for world in (world for world in rule.worlds if world in worlds):
            if fresh:
                subject.tidy()
            else:
                subject.reopen()
            subject.enter(world)
            judgements.append(_judged(subject, rule, goes_on))
            fresh = rule.tidy and not judgements[-1].broke and overall(judgements[-1].findings) is not Verdict.FAILED
    return judgements


def _judged(subject: Subject, rule: Rule, goes_on: bool) -> Judgement:
    try:
        return Judgement(rule, subject.world, list(rule.check(subject)))
    except Exception as error:
        if goes_on:
            return Judgement(rule, subject.world, [], repr(error))
        raise RuleBroke(f"{rule.id} on {subject.url} ({subject.state}, {subject.world}): {error!r}") from error


def failures(judgements: Iterable[Judgement]) -> list[str]:
    """What failed, one line each, for people."""
    return [
        f"{one.rule.id} [{one.world}] {finding.selector or 'page'}: {finding.message}"
        for one in judgements
        for finding in one.findings
        if finding.verdict is Verdict.FAILED
    ]
