"""Every page of the crossing, in every state that a citizen can bring it into, judged by machine."""

import pytest

from a11y_tests.journeys import crossing, mistakes, personas
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import unvisited

pytestmark = pytest.mark.browser


@pytest.fixture(params=["da", "en"])
def language(request):
    return request.param


@pytest.fixture
def somebody(portal, new_tab, audit, language):
    """Lends a citizen who crosses under the eyes of the audit."""

    def lend(key: str) -> Traveller:
        person = portal.people.take(key) if key in personas.CROSSING else portal.people[key]
        return Traveller(portal, new_tab(language=language), person, on_page=audit)

    return lend


def test_crossing_with_every_mistake(somebody, audit):
    mistakes.cross_with_mistakes(somebody("everyday"))
    assert not unvisited("crossing", audit.visited)


@pytest.mark.parametrize("kind", ["authenticator_app", "security_key", "audio_code"])
def test_activation_of(somebody, kind):
    mistakes.activate_with_mistakes(somebody("everyday"), kind)


def test_crossing_that_gives_nothing(somebody):
    me = somebody("eldest")
    crossing.cross(me, "code_card")


@pytest.mark.parametrize(("key", "heading"), personas.HELPED_BY_A_PERSON.items())
def test_help_by_a_person(somebody, key, heading):
    personas.ask_for_a_person(somebody(key), heading)


def test_second_crossing(somebody):
    personas.try_to_cross_again(somebody("crossed-card"))
