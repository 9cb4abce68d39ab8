"""The whole crossing, heard from the front page to the receipt with keys alone, and a log-on with a mistake in it.

A reader mostly waits for quiet: the two languages are heard at the same time, each on a display of its own.
"""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import nullcontext
from threading import Lock

import pytest

from a11y_tests.people import Person
from a11y_tests.portal import Portal
from a11y_tests.screen_reader import ScreenReader, journeys, missing_parts
from a11y_tests.screen_reader.claims import assert_heard_well
from a11y_tests.screen_reader.listener import Listener

MISSING = missing_parts()
pytestmark = [
    pytest.mark.screen_reader,
    pytest.mark.skipif(bool(MISSING), reason=f"NOTHING IS HEARD HERE: no {', '.join(MISSING)}"),
]
# Both languages log on as one person, who is asked for one code at a time.
ORDER = (("log_on", "da"), ("cross", "en"), ("cross", "da"), ("log_on", "en"))
LOGGING_ON = Lock()
Heard = dict[tuple[str, str], Future[tuple[Listener, Person]]]


@pytest.fixture(scope="module")
def heard(portal: Portal) -> Iterator[Heard]:
    """Every journey in each language: two at a time, a long one beside a short one."""
    with ThreadPoolExecutor(2) as pool:
        people = {"cross": portal.people.take, "log_on": portal.people.__getitem__}
        personas = {"cross": "screen-reader", "log_on": "crossed-card"}
        yield {
            (journey, lang): pool.submit(hear, portal, journey, lang, people[journey](personas[journey]))
            for journey, lang in ORDER
        }


def hear(portal: Portal, journey: str, lang: str, person: Person) -> tuple[Listener, Person]:
    """Go a journey with a reader of its own."""
    with LOGGING_ON if journey == "log_on" else nullcontext(), ScreenReader(lang) as reader:
        me = Listener(reader, portal, person)
        getattr(journeys, journey)(me)
    return me, person


@pytest.mark.parametrize(("journey", "lang"), ORDER)
def test_is_heard_from_beginning_to_end(heard: Heard, journey: str, lang: str) -> None:
    me, person = heard[journey, lang].result()
    assert_heard_well(me, journeys.secrets_of(person))
