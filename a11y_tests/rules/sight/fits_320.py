"""A page magnified four times is read without scrolling sideways."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.reading import folded, look, lost

# 320 CSS px wide is 1280 at 400 %; 256 high is 1024 at 400 % (1.4.10).
SIZES = ({"width": 320, "height": 640}, {"width": 1280, "height": 256})


def check(subject: Subject) -> Iterator[Finding]:
    """In a narrow and in a low window, all words and controls are there, whole."""
    before = look(subject.page)
    for size in SIZES:
        subject.page.set_viewport_size(size)
        subject.settle()
        after, named = look(subject.page), f"At {size['width']} x {size['height']}"
        faults = lost(before, after)
        if doubt := folded(before, after):
            yield cannot_tell(None, f"{named} {doubt}")
        yield from (failed(None, f"{named}: {fault}") for fault in faults)
        if not faults:
            yield passed(None, f"{named} nothing is lost.")


RULE = Rule(
    id="own-fits-320",
    name="The page fits a window of 320 px, and one of 256",
    criteria=("1.4.10",),
    applicability="Every page.",
    expectation="At 320 px of width and at 256 px of height nothing is cut off, gone, or to be scrolled sideways.",
    check=check,
    acts=True,
    worded=True,
)
