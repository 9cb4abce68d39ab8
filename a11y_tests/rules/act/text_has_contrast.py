"""Text stands out from its background."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.contrast import measured_texts

_LEAST, _LEAST_LARGE = 4.5, 3.0


def check(subject: Subject) -> Iterator[Finding]:
    """The highest contrast of each text with its background is 4.5 to 1, or 3 to 1 if it is large."""
    for one in measured_texts(subject):
        least = _LEAST_LARGE if one.is_large else _LEAST
        if one.ratio is None:
            yield cannot_tell(one.element, f"Is the contrast enough? {one.text[:60]}")
            continue
        words = f"The contrast is {one.ratio:.2f} to 1, {least:g} is needed: {one.text[:60]}"
        yield expect(one.element, one.ratio >= least, "The contrast is enough.", words, ratio=round(one.ratio, 2))


RULE = Rule(
    id="act-afw4f7",
    name="Text has minimum contrast",
    criteria=("1.4.3",),
    applicability="Text in HTML that can be seen and is not part or label of a disabled control.",
    expectation="Its highest contrast with its background is 4.5 to 1, or 3 to 1 for large text.",
    check=check,
    worlds=("light", "dark", "more contrast"),
)
