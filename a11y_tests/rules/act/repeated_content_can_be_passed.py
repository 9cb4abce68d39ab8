"""What stands on every page can be passed over: by a heading, a landmark, a link, or by folding it away."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding, Verdict, overall
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.act import (
    own_content_can_be_jumped_to,
    own_content_has_heading,
    own_content_has_landmark,
    repeated_content_can_be_folded,
)
from a11y_tests.rules.support.pages import html_page

_WAYS = (
    own_content_has_heading.RULE,
    own_content_has_landmark.RULE,
    own_content_can_be_jumped_to.RULE,
    repeated_content_can_be_folded.RULE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """One of four rules must hold; those that press keys come last."""
    root = html_page(subject)
    if root is None:
        return
    verdicts = set()
    for way in _WAYS:
        verdict = overall(list(way.check(subject)))
        verdicts.add(verdict)
        if verdict is Verdict.PASSED:
            break
        if way.acts:
            subject.reopen()
            subject.enter(subject.world)
    if Verdict.PASSED not in verdicts and Verdict.CANT_TELL in verdicts:
        yield cannot_tell(root, "Is there a way past what stands on every page?")
    else:
        bad = "Neither heading, landmark, link nor folding leads past what stands on every page."
        yield expect(root, Verdict.PASSED in verdicts, "There is a way past what stands on every page.", bad)


RULE = Rule(
    id="act-cf77f2",
    name="Bypass Blocks of Repeated Content",
    criteria=("2.4.1",),
    applicability="Any HTML page.",
    expectation="One of the rules 047fe0, b40fd1, ye5d6e and 3e12e1 holds.",
    check=check,
    acts=True,
)
