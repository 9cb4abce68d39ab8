"""The plan of journeys: what is gone side by side, what is left out, who goes; and the text browser's screen."""

from pathlib import Path

import pytest

from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.walking import walk_one
from a11y_tests.journeys import personas
from a11y_tests.journeys.plan import JOURNEYS, Journey, LeftOut, chosen, parted
from a11y_tests.journeys.text import lynx
from a11y_tests.journeys.text.screen import Screen
from a11y_tests.people import People
from a11y_tests.portal import Portal

WAITS = {"OVERGANG_RECOVERY_WAIT_HOURS": "0"}


def citizen(name: str, key: str = "") -> dict:
    """One of `demo --json`."""
    keys = {str(number): "1" for number in range(148)}
    contact = {"email": f"{key}@example.dk", "mobile": None}
    old = {"user_id": name, "nemid_number": "1", "keys": keys, "used": []}
    common = {"cpr": "7403861222", "factor": "code_card", "status": "active", "new": None}
    return {"key": key, "name": name, "contact": contact, "old": old, **common}


def nobody_goes(seats):
    raise LeftOut("lynx is not installed")


def test_no_two_journeys_have_the_same_name():
    assert len({journey.name for journey in JOURNEYS}) == len(JOURNEYS)


def test_a_quick_evaluation_goes_the_main_ways_on_any_portal():
    quick = list(chosen(quick=True))
    assert 4 <= len(quick) <= 8
    assert not [journey.name for journey in quick if journey.needs_its_own]


def test_journeys_that_share_settings_or_personas_are_gone_by_one_process():
    alone, first = Journey("alone", nobody_goes), Journey("first", nobody_goes, together="crossed")
    waits, second = Journey("waits", nobody_goes, settings=WAITS), Journey("second", nobody_goes, together="crossed")
    assert parted([alone, first, waits, second]) == [(first, second), (alone,), (waits,)]


@pytest.mark.parametrize("portal", [None, Portal("http://localhost", People([]))], ids=["settings", "program"])
def test_a_journey_that_cannot_be_gone_here_is_left_out_and_not_broken(portal, tmp_path: Path):
    walk = walk_one(None, portal, Library(tmp_path), Journey("x", nobody_goes, settings=WAITS), "da")
    assert ("lynx" if portal else "OVERGANG_RECOVERY_WAIT_HOURS=0") in walk.left_out
    assert not walk.broke


def test_without_lynx_its_journeys_are_left_out(monkeypatch):
    monkeypatch.setattr(lynx.shutil, "which", lambda program: None)
    with pytest.raises(LeftOut, match="lynx"), lynx.text_browser("http://localhost"):
        pass


def test_the_longest_name_is_somebody_of_the_needs_own():
    people = People([citizen("Mette", "no-smartphone"), citizen("Bo"), citizen("Valborg von Rosenløv"), citizen("Ea")])
    longest = people.take_longest_named("no-smartphone")
    assert (longest.name, longest.email, longest.stands_in) == (
        "Valborg von Rosenløv",
        "no-smartphone@example.dk",
        True,
    )
    assert [people.take("no-smartphone").name for _ in range(3)] == ["Mette", "Bo", "Ea"]


def test_every_persona_has_scripts_in_one_language_and_none_in_the_other():
    everybody = [*personas.CROSSING, *personas.HELPED_BY_A_PERSON, *personas.CROSSED]
    assert all(personas.has_scripts(key, "da") != personas.has_scripts(key, "en") for key in everybody)
    assert abs(sum(personas.has_scripts(key, "da") for key in everybody) * 2 - len(everybody)) <= 1


def test_a_screen_shows_what_is_written_where_it_is_written():
    screen = Screen()
    for written in (b"Log p\xc3", b"\xa5\r\nKode\x1b[1", b";5H\x1b[K", b"af\x1b[2;1H", b"\x1b[2;3H"):
        screen.feed(written)
    assert screen.lines[:2] == ["Log af", "Kode"]
    assert (screen.row, screen.column) == (1, 2)
    screen.feed(b"\x1b[H\x1b[J")
    assert not any(screen.lines)
