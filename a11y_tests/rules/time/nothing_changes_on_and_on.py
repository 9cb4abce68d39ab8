"""What a script changes comes to rest: no news that take turns, no scrolling, no title that blinks."""

import re
from collections.abc import Iterator
from itertools import pairwise

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.pausing import can_be_stopped

# WCAG 2.2.2 allows five seconds; what takes turns stands for ten at most. Two looks, or a round would look like rest.
LOOKS_MS, ROUNDS = (5_000, 7_000), 3
# What can be seen of each element, where the page is scrolled to, and its title.
SEEN = """() => [`scrolled to ${scrollX}, ${scrollY}`, `title ${document.title}`,
  ...[...document.body.querySelectorAll('*')].filter(one => one.checkVisibility()).map(one => {
    const words = [...one.childNodes].filter(part => part.nodeType === 3).map(part => part.data.trim()).join(' ');
    return [one.localName, one.getAttribute('class'), one.getAttribute('style'), one.currentSrc, words].join(' ');
  })]"""
ROLLING = frozenset({"marquee", "blink"})
# A clock, or what is left of a time: whether it must run, a person knows.
DIGITS = re.compile(r"[\d\s.,:/-]+")


def check(subject: Subject) -> Iterator[Finding]:
    """The page's clock is moved on, three times twelve seconds: where each brings something new, it goes on and on."""
    rolling = [one for one in subject.snapshot.own if one.tag in ROLLING and one.is_visible]
    for one in rolling:
        yield failed(one, "It rolls past or blinks on and on.")
    if not subject.scripts:
        return
    if not subject.clock:
        subject.page.clock.install()
        subject.reopen()
    rounds = list(_rounds(subject))
    if rounds and _scrolls(rounds[0]):
        yield failed(None, "It scrolls by itself, for more than five seconds.")
    elif len(rounds) < ROUNDS:
        yield passed(None, "Nothing changes on and on.")
        return
    else:
        yield _judged(subject, _new(rounds[-1]))
    subject.reopen()


def _judged(subject: Subject, new: set[str]) -> Finding:
    what = sorted(new)[0][:120]
    if can_be_stopped(subject) or all(DIGITS.fullmatch(word) for one in new for word in one.split()[1:]):
        return cannot_tell(None, f"It changes by itself: must it, or can it be stopped? {what!r}")
    return failed(None, f"It changes by itself, on and on: {what!r}")


def _rounds(subject: Subject) -> Iterator[list[list[str]]]:
    """What was seen before, in and after each round, for as long as a round brings something new."""
    looks = [_seen(subject)]
    for _ in range(ROUNDS):
        for milliseconds in LOOKS_MS:
            subject.page.clock.run_for(milliseconds)
            looks.append(_seen(subject))
        if not _new(looks):
            return
        yield looks
        looks = looks[-1:]


def _new(looks: list[list[str]]) -> set[str]:
    """What came or went from one look to the next."""
    return {one for was, now in pairwise(looks) for one in set(was).symmetric_difference(now)}


def _scrolls(looks: list[list[str]]) -> bool:
    """Whether each look is at another place of the page, which is the first thing that is seen."""
    return all(was[0] != now[0] for was, now in pairwise(looks))


def _seen(subject: Subject) -> list[str]:
    return list(subject.page.evaluate(SEEN))


RULE = Rule(
    id="own-nothing-changes-on-and-on",
    name="What a script changes comes to rest",
    criteria=("2.2.2",),
    applicability="Every page with scripts on, and elements that roll or blink.",
    expectation="Three times twelve seconds do not each bring other words, pictures, styles, place or title.",
    check=check,
    acts=True,
)
