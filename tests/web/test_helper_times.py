"""Helper mode: how it begins, is told and ends; before log-on, and in the crossing."""

import pytest

from tests.migration.test_crossing import citizen_of, enter, make_old_citizen
from tests.support.account import events_of, log_on, notices_sent
from tests.support.helper import BANNER, LINK, LOG_ON, MY_PAGE, REFUSED, banner, detail, session_of, stop, with_helper
from tests.support.visitor import Visitor, words
from tests.support.world import PASSWORD, card_code

EMAIL = "kirsten@example.dk"


def test_it_ends_by_itself_at_its_time(visitor, sqlite_core, reachable, still):
    log_on(visitor, sqlite_core, reachable)
    with_helper(visitor, minutes="15")
    still.forward(minutes=14, seconds=59)
    assert banner(visitor.get("/min-side")) is not None
    still.forward(seconds=1)
    assert banner(visitor.get("/min-side")) is None
    assert EMAIL in visitor.html
    assert detail(sqlite_core, "helper.ended") == {"relation": "relative", "how": "time"}
    assert visitor.get("/min-side/adgangskode").path.startswith("/bekraeft")


def test_a_log_on_together_opens_no_change_when_the_helper_is_gone(visitor, sqlite_core, reachable, still):
    with_helper(visitor, minutes="15")
    still.forward(minutes=14)
    log_on(visitor, sqlite_core, reachable)
    still.forward(minutes=2)
    assert visitor.get("/min-side/adgangskode").path.startswith("/bekraeft")


def test_it_ends_at_log_off(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable)
    with_helper(visitor)
    visitor.get("/log-af").submit()
    assert detail(sqlite_core, "helper.ended")["how"] == "logoff"
    assert banner(visitor) is None


def test_the_citizen_sees_it_in_the_activity_and_is_told_on_every_channel(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable)
    with_helper(visitor, kind="clerk", name="Bo fra <b>Borgerservice</b>")
    visitor.get("/min-side/luk")
    stop(visitor)
    until = "2026-11-24T09:31:00+00:00"
    started = detail(sqlite_core, "helper.started")
    assert (started["relation"], started["helper"], started["until"]) == ("clerk", "Bo fra <b>Borgerservice</b>", until)
    assert detail(sqlite_core, "helper.refused") == {"page": "close"}
    assert detail(sqlite_core, "helper.ended") == {"relation": "clerk", "how": "button"}
    visitor.get("/min-side/aktivitet")
    assert "Du fik hjælp ved skærmen. Dine hemmeligheder var skjult." in visitor.text
    assert "Hjælper: Bo fra <b>Borgerservice</b>." in visitor.text
    assert "Hjælpen ved skærmen sluttede." in visitor.text
    told = [(purpose, channel) for purpose, channel, _to in notices_sent(sqlite_core) if purpose.startswith("helper")]
    assert sorted(told) == [
        ("helper.ended", "email"),
        ("helper.ended", "sms"),
        ("helper.started", "email"),
        ("helper.started", "sms"),
    ]


@pytest.mark.parametrize("name", ["611180-0001", "x" * 61])
def test_a_name_is_a_name(visitor, name):
    with_helper(visitor, name=name)
    assert len(visitor.errors) == 1
    assert banner(visitor) is None


@pytest.mark.parametrize("language", ["da", "en"])
def test_before_log_on_it_holds_from_the_first_page_and_is_noted_when_the_citizen_is_known(
    visitor, sqlite_core, reachable, language
):
    visitor.get(LOG_ON[language])
    assert "data-show=" in visitor.html
    visitor.follow(LINK[language]).submit(name="Maja", kind="relative", minutes="30")
    assert visitor.path == LOG_ON[language]
    assert banner(visitor) is not None
    assert "data-show=" not in visitor.html
    visitor.submit(user_id=reachable.user_id, password=reachable.password)
    assert banner(visitor) is not None
    assert "helper.started" not in events_of(sqlite_core, reachable)
    visitor.submit(code=card_code(sqlite_core, reachable.credentials["code_card"]))
    assert (visitor.path, words(next(iter(banner(visitor).iter("p"))))) == (MY_PAGE[language], BANNER[language])
    assert detail(sqlite_core, "helper.started")["helper"] == "Maja"
    assert session_of(sqlite_core).helper_kind == "relative"
    assert "helper" not in visitor.client.cookies
    stop(visitor)
    assert banner(visitor.get(LOG_ON[language])) is None


def test_before_log_on_it_can_be_stopped_and_leaves_no_trace(visitor, sqlite_core, reachable):
    with_helper(visitor)
    stop(visitor)
    assert banner(visitor) is None
    log_on(visitor, sqlite_core, reachable)
    assert "helper.started" not in events_of(sqlite_core, reachable)


def test_a_foreign_cookie_is_nothing(visitor):
    visitor.client.cookies.set("helper", "forged.thing")
    assert banner(visitor.get("/log-paa")) is None


def cross(visitor: Visitor, core, factor: str) -> Visitor:
    """With a helper from the first page to the choice of a factor, and on to its set-up."""
    with_helper(visitor)
    enter(visitor, core, make_old_citizen(core)).submit()
    visitor.submit(mobile="34 41 23 31")
    assert "et nummer, der slutter på 31" in visitor.text
    assert "34 41 23 31" not in visitor.html
    visitor.submit("Fortsæt uden")
    visitor.submit(factor=factor, notify="every")
    return visitor.submit(password=PASSWORD)


def test_in_the_crossing_a_card_is_not_shown_and_another_way_is_offered(visitor, sqlite_core, still):
    cross(visitor, sqlite_core, "code_card").submit()
    assert (visitor.status, visitor.h1) == (403, REFUSED["da"])
    assert "Lydkode" in visitor.text
    assert "Kodekort" not in visitor.text
    assert "helper.started" in events_of(sqlite_core, citizen_of(sqlite_core))
    visitor.follow("Vælg en anden måde at logge på")
    assert visitor.path == "/skift/valg"
    visitor.get("/skift/goer-klar").submit()
    visitor.submit()
    assert visitor.path == "/skift/goer-klar", "stopped, the citizen goes on alone"
    assert visitor.submit().path == "/skift/aktiver"


def test_in_the_crossing_an_audio_code_can_be_set_up_together(visitor, sqlite_core, still):
    cross(visitor, sqlite_core, "audio_code").submit(phone="34 41 23 31")
    assert (visitor.status, visitor.path) == (200, "/skift/aktiver")
    assert "34 41 23 31" not in visitor.html
    assert "et nummer, der slutter på 31" in visitor.text
    assert banner(visitor) is not None


def test_a_card_that_is_shown_is_hidden_again_when_a_helper_comes(visitor, sqlite_core, still):
    enter(visitor, sqlite_core, make_old_citizen(sqlite_core)).submit()
    visitor.submit()
    visitor.submit(factor="code_card", notify="every")
    visitor.submit(password=PASSWORD).submit()
    assert visitor.path == "/skift/aktiver"
    visitor.follow(LINK["da"]).submit(name="Maja", kind="relative", minutes="30")
    assert (visitor.status, visitor.path) == (403, "/skift/aktiver")
    visitor.submit()
    assert (visitor.status, visitor.path) == (200, "/skift/aktiver"), "the card begun on is still the one"
