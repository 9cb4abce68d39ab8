"""The Tab key leads to every control."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import FOCUS, KEYS
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop
from a11y_tests.rules.support.walking import FORWARD, Walker

MOST = 120  # a page with more is walked by none to its end
SPARE = 6
OTHERS_KEYS = frozenset({"iframe", "object", "embed", "audio", "video"})  # these have stops of their own


def check(subject: Subject) -> Iterator[Finding]:
    """Walk through the page, forward: each tab stop that can be seen had focus."""
    stops = [one for one in subject.snapshot.own if is_tab_stop(one) and is_seen(one)]
    if not stops or len(stops) > MOST or any(one.tag in OTHERS_KEYS for one in subject.snapshot.own):
        return
    if not subject.hears(*KEYS, *FOCUS):  # the browser alone leads on
        yield passed(None, "Nobody stands in the way of the Tab key.")
        return
    reached = _walked(subject, len(stops) + SPARE)
    groups = {one.get("name") for one in stops if one.get("type") == "radio" and one.backend_id in reached}
    for one in stops:
        by_arrows = one.get("type") == "radio" and one.get("name") in groups
        if one.backend_id in reached or by_arrows:
            yield passed(one, "The Tab key leads here.")
        elif reached:  # else the page moved on by itself
            yield failed(one, "It is a tab stop, and the Tab key never leads here.")


def _walked(subject: Subject, most: int) -> set[int]:
    """Where focus comes to until it leaves the page; and once more, as it may have begun in the middle."""
    walker, reached = Walker(subject), set[int]()
    for _ in range(2):
        for _ in range(most):
            stop = walker.press(FORWARD)
            if not stop:
                break
            reached.add(stop)
    return reached


RULE = Rule(
    id="own-all-stops-are-reached",
    name="The Tab key leads to every control",
    criteria=("2.1.1", "2.1.2"),
    applicability="Every tab stop that can be seen, on a page without frames, films and sounds.",
    expectation="Walking through the page with the Tab key, focus comes to it.",
    check=check,
    acts=True,
)
