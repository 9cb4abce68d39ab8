"""Every persona in English: across, off, and on again; half of them without JavaScript, as the others in Danish."""

import pytest

from a11y_tests.journeys import personas

pytestmark = pytest.mark.browser
LANGUAGE = "en"


@pytest.mark.parametrize("key", personas.CROSSING)
def test_crosses_and_logs_on(portal, new_tab, key):
    personas.cross_and_log_on(personas.open_window(portal, new_tab, key, LANGUAGE))


@pytest.mark.parametrize(("key", "heading"), personas.HELPED_BY_A_PERSON.items())
def test_is_helped_by_a_person(portal, new_tab, key, heading):
    personas.ask_for_a_person(personas.open_window(portal, new_tab, key, LANGUAGE), heading)


@pytest.mark.parametrize("key", personas.CROSSED)
def test_has_crossed_already(portal, new_tab, key):
    me = personas.open_window(portal, new_tab, key, LANGUAGE)
    personas.try_to_cross_again(me)
    personas.log_on_with_what_one_has(me)
