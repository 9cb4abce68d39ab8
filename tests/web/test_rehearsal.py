"""Try it first: every way can be tried without a trace, as often as one likes, in both languages."""

import wave
from io import BytesIO

import pyotp
import pytest
from sqlalchemy import select

from app.core.columns import Base
from app.ui import rehearsal
from app.ui.i18n import translate
from tests.migration.test_crossing import enter, make_old_citizen
from tests.support.account import log_on
from tests.support.visitor import Visitor, words
from tests.support.world import credential_of

TRY = {"da": "/proev", "en": "/en/try"}
RIGHT = {"da": "Det var rigtigt.", "en": "That was right."}
LANGUAGES = pytest.mark.parametrize("language", ["da", "en"])
TRIED = ["code_card", "authenticator_app", "audio_code", "recovery_codes", "temporary_code"]


def everything(core) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table."""
    with core.database.read() as db:
        return {
            table.name: sorted(map(tuple, db.execute(select(table))), key=repr) for table in Base.metadata.sorted_tables
        }


def practice(visitor: Visitor, core, kind: str):
    found = rehearsal.unpack(core.database.keys, kind, visitor.value("practice"))
    assert found is not None
    return found


def right_code(visitor: Visitor, core, kind: str) -> str:
    """The code as a person finds it on the page."""
    if kind == "audio_code":
        return practice(visitor, core, kind).question["spoken"]
    if kind == "authenticator_app":
        return pyotp.TOTP(words(visitor.by_id("app-key")).replace(" ", "")).now()
    if kind == "recovery_codes":
        return words(visitor.all("ol")[-1][-1])
    if kind == "temporary_code":
        return words(next(span for span in visitor.all("span") if "big-digits" in (span.get("class") or "")))
    asked = next(words(p) for p in visitor.all("p") if p.find("span[@class='digits']") is not None)
    rows = {words(row.find("th")): words(row.find("td")) for row in visitor.all("tr") if row.find("td") is not None}
    return next(code for number, code in rows.items() if number in asked)


def other_than(code: str) -> str:
    digits = code.replace(" ", "")
    return f"{(int(digits) + 1) % 10 ** len(digits):0{len(digits)}d}"


@LANGUAGES
@pytest.mark.parametrize("kind", TRIED)
def test_a_way_is_tried_wrong_and_right_without_a_trace(visitor, sqlite_core, kirsten, language, kind):
    log_on(visitor, sqlite_core, kirsten)
    visitor.get(f"{TRY[language]}/{kind}")
    before = everything(sqlite_core)
    code = right_code(visitor, sqlite_core, kind)
    for _ in range(12 if language == "da" else 1):
        visitor.submit(code=other_than(code))
        assert len(visitor.errors) == 1
    assert right_code(visitor, sqlite_core, kind).replace(" ", "").isdigit()
    visitor.submit(code=right_code(visitor, sqlite_core, kind))
    assert visitor.path == TRY[language]
    assert RIGHT[language] in visitor.text
    assert everything(sqlite_core) == before


@LANGUAGES
def test_every_way_has_its_place_and_needs_no_log_on(visitor, sqlite_core, language):
    before = everything(sqlite_core)
    for factor in sqlite_core.factors:
        visitor.get(TRY[language]).follow(translate(language, factor.pages.name))
        assert visitor.status == 200
        assert translate(language, factor.pages.name) in visitor.h1
        assert visitor.find_id("form") is not None
    assert everything(sqlite_core) == before


def test_a_way_that_is_not_there_cannot_be_tried(visitor):
    assert visitor.get("/proev/nothing").status == 404
    assert visitor.post("/proev/nothing", {}).status == 404


def test_a_way_that_cannot_be_tried_tells_how_it_goes(visitor, monkeypatch):
    monkeypatch.setattr("app.factors.audio_code.AudioCode.rehearsal", None)
    visitor.get("/proev").follow("Læs, hvordan det går: ")
    assert visitor.path == "/proev/audio_code"
    assert visitor.find_id("form") is None


STRANGE = ["", "\x00", "æ" * 400, "{}", "null", "[1]", "\u202e", "१२३४५६", "<script>"]
FIELDS = ("code", "serial", "number", "response", "how", "pause", "repeats")


def test_whatever_is_sent_to_a_practice_is_answered_without_a_fault(visitor, sqlite_core):
    """At each step that a deed leads to."""
    for factor in sqlite_core.factors:
        visitor.get(f"/proev/{factor.kind}")
        for turn, text in enumerate(STRANGE):
            deed = ("", "press", "style", "hear", "report", text)[turn % 6]
            kept = {name: visitor.value(name) for name in ("csrf_token", "practice")}
            visitor.post(f"/proev/{factor.kind}", {**dict.fromkeys(FIELDS, text), **kept, "deed": deed})
            assert visitor.status == 200, (factor.kind, text, deed)
            assert "<script>" not in visitor.html.partition("</head>")[2]


@LANGUAGES
def test_the_sound_is_played_when_it_is_asked_for_and_can_be_read(visitor, sqlite_core, language):
    visitor.get(f"{TRY[language]}/audio_code")
    (audio,) = visitor.all("audio")
    assert audio.get("autoplay") is None
    assert audio.get("preload") == "none"
    code = practice(visitor, sqlite_core, "audio_code").question["spoken"]
    assert code in words(visitor.all("details")[0]).replace(" ", "")
    response = visitor.client.get(str(audio.get("src")))
    assert response.headers["content-type"] == "audio/wav"
    with wave.open(BytesIO(response.content)) as sound:
        assert sound.getnframes() > 16_000


@pytest.mark.parametrize("packed", ["", "x", "eyJraW5kIjogImNvZGVfY2FyZCJ9.x.y"])
def test_a_practice_that_we_did_not_make_is_begun_anew(visitor, packed):
    visitor.get("/proev/code_card").submit(practice=packed, code="123456")
    assert visitor.errors == ["Den prøve er slut. Her er en ny."]
    assert visitor.client.get("/proev/audio_code/lyd/x").status_code == 404


def test_a_practice_of_one_way_is_none_of_another(visitor):
    other = visitor.get("/proev/audio_code").value("practice")
    visitor.get("/proev/code_card").submit(practice=other, code="123456")
    assert visitor.errors == ["Den prøve er slut. Her er en ny."]


def test_a_practice_card_is_no_citizens_card(visitor, sqlite_core, kirsten):
    visitor.get("/proev/code_card")
    made = practice(visitor, sqlite_core, "code_card").credential
    assert made.id.startswith("practice-")
    assert credential_of(sqlite_core, kirsten.credentials["code_card"]).data["serial"] != made.data["serial"]


def test_a_way_is_tried_in_the_middle_of_the_crossing_and_the_crossing_goes_on(visitor, sqlite_core):
    enter(visitor, sqlite_core, make_old_citizen(sqlite_core)).submit()
    visitor.submit()
    choice = visitor.path
    before = everything(sqlite_core)
    visitor.follow("Prøv dem først").follow("Kodekort")
    visitor.submit(code=right_code(visitor, sqlite_core, "code_card"))
    assert everything(sqlite_core) == before
    visitor.follow("Gå tilbage")
    assert visitor.path == choice
    helping = visitor.follow("Hjælp mig med at vælge").path
    assert visitor.follow("Prøv dem først").follow("Gå tilbage").path == helping
    visitor.get(choice)
    visitor.submit(factor="code_card", notify="every")
    assert visitor.path != choice


def test_it_is_linked_from_min_side_and_help(visitor, sqlite_core, kirsten):
    for path in ("/hjaelp", "/hjaelp/vaelg"):
        assert visitor.get(path).follow("Prøv dem først").path.startswith("/proev")
    log_on(visitor, sqlite_core, kirsten)
    visitor.follow("måder at logge på")
    back = visitor.path
    visitor.follow("Prøv dem først").follow("Gå tilbage")
    assert visitor.path == back
