"""Letting rules judge a page."""

from collections.abc import Callable, Iterable
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
    subject: Subject,
    rules: Iterable[Rule],
    worlds: Iterable[str] = tuple(WORLDS),
    *,
    goes_on: bool = False,
    first: Callable[[str], None] = lambda world: None,
) -> list[Judgement]:
    """Let each rule judge the page in each of its `worlds`; in each world those that act come last.

    `first(world)` is called in each world before them. A page that a rule has changed is opened anew for the next.
    Raises RuleBroke, with the rule's id and the page's address, where a rule raises an error; with `goes_on` the
    judgement tells of the error, and the other rules still judge.
    """
    rules, judgements, page = list(rules), [], _Kept(subject)
    for world in sorted(worlds, key=_last_is_light):
        here = sorted((rule for rule in rules if world in rule.worlds), key=lambda rule: rule.acts)
        page.enter(world)
        first(world)
        for rule in here:
            page.prepare(rule)
            judgements.append(_judged(subject, rule, goes_on))
            page.restore(rule, judgements[-1])
    return judgements


def judge_once(subject: Subject, rule: Rule, world: str = "light") -> Judgement:
    """Let one rule judge a page that nobody needs afterwards. Raises RuleBroke."""
    subject.enter(world)
    return _judged(subject, rule, goes_on=False)


def _last_is_light(world: str) -> int:
    """Most rules that act do so in light colours: what they leave is then in nobody's way."""
    return -list(WORLDS).index(world)


class _Kept:
    """Keeps a page as it was opened, from one rule that acts to the next."""

    def __init__(self, subject: Subject) -> None:
        self.subject, self.fingerprint = subject, ""

    def enter(self, world: str) -> None:
        """Another world of colour."""
        self._mend()
        self.subject.enter(world)
        self.fingerprint = ""

    def prepare(self, rule: Rule) -> None:
        """Before a rule looks or acts: a page that the last one has changed is opened anew."""
        self._mend()
        if rule.acts and not self.fingerprint:
            self.fingerprint = self.subject.fingerprint()
            self.subject.hears()  # before anybody works the page

    def restore(self, rule: Rule, judgement: Judgement) -> None:
        """After it: whether it changed the page, or found it at fault."""
        if rule.acts:
            failed = judgement.broke or overall(judgement.findings) is Verdict.FAILED
            if failed or self.subject.is_spoilt or self.subject.tidy() != self.fingerprint:
                self.subject.spoil()

    def _mend(self) -> None:
        if self.subject.is_spoilt:
            self.subject.reopen()
            self.subject.enter(self.subject.world)
            self.fingerprint = ""


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
