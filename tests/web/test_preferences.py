"""Settings for the person, without JavaScript, in both languages."""

import pytest
from sqlalchemy import select

from app.core import preferences
from app.core.models import Citizen, Session
from app.core.preferences import Preferences
from tests.migration.test_crossing import enter, make_old_citizen
from tests.support.account import log_on
from tests.support.visitor import Visitor, words

PATHS = {"da": "/indstillinger", "en": "/en/settings"}
LOG_ON = {"da": "/log-paa", "en": "/en/log-on"}
NEMID = {"da": "/skift/nemid", "en": "/en/switch/nemid"}
LINK = {"da": "Indstillinger: tid, ord og størrelse", "en": "Settings: time, words and size"}
SAVED = {"da": "Dine indstillinger er gemt.", "en": "Your settings are saved."}


def prefer(visitor: Visitor, language: str = "da", **wishes: str) -> Visitor:
    return visitor.get(PATHS[language]).submit(**wishes)


def sessions_of(core) -> list[Session]:
    with core.database.read() as db:
        return list(db.scalars(select(Session).where(Session.revoked_at.is_(None)).order_by(Session.created_at)))


def saved(core, person) -> Preferences | None:
    with core.database.read() as db:
        return preferences.of_citizen(db.get_one(Citizen, person.id))


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_page_leads_to_the_settings_and_they_lead_back(visitor, language):
    visitor.get(LOG_ON[language]).follow(LINK[language])
    assert visitor.path.startswith(PATHS[language])
    visitor.submit(patience="10", reading="short")
    assert SAVED[language] in visitor.text
    assert visitor.value("patience") == "1", "the first radio of the group"
    assert checked(visitor) == {"patience": "10", "reading": "short"}
    back = {"da": "Gå tilbage", "en": "Go back"}[language]
    assert visitor.follow(back).path == LOG_ON[language]


def test_the_link_stands_at_the_same_place_on_every_page_also_on_an_error(visitor):
    places = []
    for path in ("/", "/log-paa", "/skift", "/hjaelp", "/indstillinger", "/findes-ikke"):
        visitor.get(path)
        links = [words(link) for link in visitor.all("footer")[0].iter("a")]
        places.append(links.index(LINK["da"]))
    assert len(set(places)) == 1


def test_the_time_holds_from_the_first_page_of_a_log_on(visitor, sqlite_core, kirsten):
    prefer(visitor, patience="10")
    visitor.get("/log-paa").submit(user_id=kirsten.user_id, password=kirsten.password)
    (session,) = sessions_of(sqlite_core)
    assert (session.stage, session.patience) == ("password", 10)


def test_the_time_holds_in_the_crossing_too(visitor, sqlite_core):
    prefer(visitor, patience="5")
    enter(visitor, sqlite_core, make_old_citizen(sqlite_core))
    (session,) = [item for item in sessions_of(sqlite_core) if item.stage == "crossing"]
    assert session.patience == 5


def test_half_a_log_on_changes_its_time_and_no_account(visitor, sqlite_core, kirsten):
    visitor.get("/log-paa").submit(user_id=kirsten.user_id, password=kirsten.password)
    prefer(visitor, patience="2")
    (session,) = sessions_of(sqlite_core)
    assert session.patience == 2
    assert saved(sqlite_core, kirsten) is None


def test_logged_on_they_are_kept_in_the_account_and_come_along_to_another_browser(visitor, sqlite_core, kirsten):
    log_on(visitor, sqlite_core, kirsten)
    prefer(visitor, patience="2", big="y")
    assert saved(sqlite_core, kirsten) == Preferences(patience=2, big=True)
    visitor.client.cookies.clear()
    visitor.get("/log-paa")
    assert not is_big(visitor)
    log_on(visitor, sqlite_core, kirsten)
    assert is_big(visitor)
    assert sessions_of(sqlite_core)[-1].patience == 2
    visitor.client.cookies.delete("session")
    assert is_big(visitor.get("/log-paa")), "this browser remembers"


def test_min_side_leads_to_the_settings(visitor, sqlite_core, kirsten):
    log_on(visitor, sqlite_core, kirsten)
    addresses = [link.get("href") for link in visitor.all("main")[0].iter("a")]
    assert "/indstillinger" in addresses


@pytest.mark.parametrize("value", ["garbage", "eyJwYXRpZW5jZSI6MTAwMH0.x", ""])
def test_a_cookie_that_we_did_not_make_is_not_believed(visitor, value):
    visitor.client.cookies.set("preferences", value)
    visitor.get("/indstillinger")
    assert checked(visitor) == {"patience": "1", "reading": "full"}


def test_a_choice_that_is_none_is_refused_in_words(visitor):
    visitor.get("/indstillinger")
    fields = {"csrf_token": visitor.value("csrf_token"), "patience": "1000", "reading": "loud"}
    visitor.post("/indstillinger", fields)
    assert visitor.errors == ["Vælg, hvor meget tid du vil have.", "Vælg, hvor meget en skærmlæser skal sige."]


def test_short_reading_leaves_the_hint_as_text_and_describes_errors_still(visitor):
    assert described(visitor.get(NEMID["da"])) == ["user_id-hint"]
    hint = words(visitor.by_id("user_id-hint"))
    prefer(visitor, reading="short")
    assert described(visitor.get(NEMID["da"])) == []
    assert words(visitor.by_id("user_id-hint")) == hint
    visitor.submit()
    assert "user_id-error" in described(visitor)
    assert words(visitor.by_id("user_id-error")).startswith("Fejl:")


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_simpler_view_folds_what_the_step_does_not_need(visitor, language):
    begin = {"da": "/skift", "en": "/en/switch"}[language]
    ordinary = words(visitor.get(begin).all("main")[0])
    prefer(visitor, language, simple="y")
    visitor.get(begin)
    folded = [words(one) for one in visitor.all("summary")]
    assert {"da": "Godt at vide", "en": "Good to know"}[language] in folded
    assert len(words(visitor.all("main")[0]).split()) <= len(ordinary.split())
    visitor.get(NEMID[language])
    (summary,) = visitor.all("summary")
    assert len(words(summary).partition(": ")[2]) > 5, "it names its field"
    assert visitor.by_id("user_id-hint") in list(visitor.all("details")[0].iter())


def test_the_simpler_view_says_it_in_easy_words_a_sentence_a_line(visitor):
    prefer(visitor, simple="y")
    visitor.get("/skift")
    lines = [words(line) for line in visitor.all("span") if line.get("class") == "line"]
    assert {"Du kan stoppe, når du vil.", "Alt er gemt."} <= set(lines)


def is_big(visitor: Visitor) -> bool:
    return visitor.all("html")[0].get("class") == "big-controls"


def checked(visitor: Visitor) -> dict[str, str]:
    radios = [item for item in visitor.all("input") if item.get("type") == "radio" and item.get("checked") is not None]
    return {str(item.get("name")): str(item.get("value")) for item in radios}


def described(visitor: Visitor) -> list[str]:
    found = [item.get("aria-describedby", "") for item in visitor.all("input") if item.get("type") != "hidden"]
    return [one for text in found for one in text.split()]
