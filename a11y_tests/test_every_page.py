"""Every journey of the plan, in both languages, judged by machine at each step; no page of the portal is left out."""

import json
import os
from contextlib import ExitStack

import pytest

from a11y_tests.axe import Judge
from a11y_tests.basics import hold_basics
from a11y_tests.deployment import with_settings
from a11y_tests.journeys.plan import JOURNEYS, LeftOut, Seats, parted
from a11y_tests.journeys.plan.manners import AS_PERSONAS
from a11y_tests.pages import NO_PAGES, ROOMS, name_of, unvisited
from a11y_tests.sparing import SparingAudit

pytestmark = pytest.mark.browser
NAMED = "PORTAL_URL" in os.environ
ORDERED = [journey for part in parted(JOURNEYS) for journey in part if journey not in AS_PERSONAS]


@pytest.fixture(scope="module")
def visited():
    """The pages that the journeys have seen together, by language."""
    return {"da": set(), "en": set()}


@pytest.fixture(scope="module")
def portal_for(portal, tmp_path_factory):
    """Gives the portal, or one with the settings that a journey needs; each is started once."""
    with ExitStack() as running:
        started = {}

        def give(journey):
            if not journey.needs_its_own:
                return portal
            settings = (journey.settings, journey.beside)
            if (key := json.dumps(settings)) not in started:
                started[key] = running.enter_context(with_settings(tmp_path_factory.mktemp("portal"), *settings))
            return started[key]

        yield give


@pytest.fixture(scope="module")
def audit():
    """The one audit of all journeys: what was judged in one is not judged again in another."""
    return SparingAudit(Judge())


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("journey", ORDERED, ids=lambda journey: journey.name)
def test_journey(journey, language, portal_for, browser, audit, visited):
    if journey.needs_its_own and NAMED:
        pytest.skip("the settings of a portal that runs are not ours to change")

    def look(tab, state):
        visited[language].add(name_of(tab.page.url))
        (audit if tab.window.javascript else hold_basics)(tab, state)

    audit.findings.clear()
    seats = Seats(portal_for(journey), browser, language, look, journey.window)
    try:
        journey.walk(seats)
    except LeftOut as reason:
        pytest.skip(str(reason))
    finally:
        faults = seats.leave()
    assert not audit.findings + faults, audit.report() + "\n".join(faults)


@pytest.mark.skipif(NAMED, reason="some journeys were left out")
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_was_visited(language, visited):
    assert not [name for room in ROOMS if room != NO_PAGES for name in unvisited(room, visited[language])]
