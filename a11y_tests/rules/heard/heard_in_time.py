"""A page to be worked through is heard in a time that one can listen for."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.virtual_reader.phrase import Phrase
from a11y_tests.virtual_reader.reading import read
from a11y_tests.virtual_reader.telling import FIELDS
from a11y_tests.virtual_reader.timing import seconds

# As much as Orca may take for a step of the crossing, worked through by Tab (screen_reader/expected.py).
MOST_SECONDS = 220


def check(subject: Subject) -> Iterator[Finding]:
    """The main content of a page with fields, without its tables, is heard in under four minutes."""
    main = [one for one in read(subject.snapshot, subject.language) if one.place == "main"]
    if any(one.kind in FIELDS for one in main):
        takes = round(seconds(one for one in main if not _is_in_table(one)))
        words = f"The main content takes {takes} seconds to hear, more than {MOST_SECONDS}."
        yield expect(None, takes <= MOST_SECONDS, f"It takes {takes} seconds to hear.", words, seconds=takes)


def _is_in_table(phrase: Phrase) -> bool:
    """Tables are looked things up in, and not listened to."""
    return phrase.element is not None and any(one.role in ("table", "grid") for one in phrase.element.above)


RULE = Rule(
    id="own-heard-in-time",
    name="A page with fields is heard in under four minutes",
    criteria=(),
    applicability="Every page with a field in its main content.",
    expectation=f"All of that content but tables, read aloud at ordinary speed, takes at most {MOST_SECONDS} seconds.",
    check=check,
)
