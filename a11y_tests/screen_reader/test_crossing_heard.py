"""The whole crossing, heard: from the front page to the receipt, with keys alone, in Danish and in English."""

import pytest

from a11y_tests.screen_reader import ScreenReader, journeys, missing_parts
from a11y_tests.screen_reader.claims import assert_heard_well
from a11y_tests.screen_reader.listener import Listener

MISSING = missing_parts()
pytestmark = [
    pytest.mark.screen_reader,
    pytest.mark.skipif(bool(MISSING), reason=f"NOTHING IS HEARD HERE: no {', '.join(MISSING)}"),
]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_is_heard_from_beginning_to_end(portal, lang):
    person = portal.people.take("screen-reader")
    with ScreenReader(lang) as reader:
        me = Listener(reader, portal, person)
        journeys.cross(me)
    assert_heard_well(me, journeys.secrets_of(person))
