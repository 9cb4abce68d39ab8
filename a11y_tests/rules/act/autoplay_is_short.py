"""Sound that starts by itself is over after three seconds."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.autoplay import playing


def check(subject: Subject) -> Iterator[Finding]:
    """The part of the file that is played counts, and whether it is played again and again."""
    for one in playing(subject):
        if one.is_short is None:
            yield cannot_tell(one.element, "How long is this heard?")
            continue
        known = f"{one.seconds:.1f} seconds" if one.seconds is not None else "as long as the file lasts"
        note = "" if one.sure else " (the file cannot be loaded; judged by what is written)"
        yield expect(
            one.element, one.is_short, f"It is heard for {known}.", f"It starts by itself and lasts {known}{note}."
        )


RULE = Rule(
    id="act-aaa1bf",
    name="Audio or video element that plays automatically has no audio that lasts more than 3 seconds",
    criteria=(),
    applicability="Audio and video elements with sound that start by themselves.",
    expectation="The sound lasts no longer than three seconds.",
    check=check,
)
