"""The page's policy proves what is not there."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

NAME = "content-security-policy"


def check(subject: Subject) -> Iterator[Finding]:
    """A Content-Security-Policy with a default of nothing shuts out films, frames and scripts from elsewhere."""
    if subject.headers:
        policy = subject.headers.get(NAME, "") + _in_the_page(subject)
        strict = "default-src 'none'" in policy or "default-src 'self'" in policy
        bad = "No policy shuts out foreign films, frames and scripts: that they are not there is not proven."
        yield expect(subject.snapshot.root, strict, "The policy shuts out what is foreign.", bad)


def _in_the_page(subject: Subject) -> str:
    metas = (one for one in subject.snapshot.own if one.tag == "meta")
    policies = (one.get("content") or "" for one in metas if (one.get("http-equiv") or "").lower() == NAME)
    return " ".join(policies)


RULE = Rule(
    id="own-policy-keeps-others-out",
    name="A policy proves that nothing foreign is on the page",
    criteria=(),
    applicability="Every answer whose headers are known.",
    expectation="Its Content-Security-Policy allows by default nothing, or what is its own.",
    check=check,
)
