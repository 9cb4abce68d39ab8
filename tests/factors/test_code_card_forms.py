"""Fetching the code card in the form that one can read: once, while it is pending, by the session that began it."""

import io
import re
import threading
import zipfile
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from app.core import clock, issue
from app.core.models import Credential, Event
from app.factors.code_card import check, layout
from app.factors.code_card.forms import FORMS
from app.main import build_app
from app.ui.cards import audio, braille
from tests.support import pdf as reading
from tests.support.account import log_on
from tests.support.visitor import Visitor, words
from tests.support.world import card_code, credential_of, give_factor

SET_UP = "/min-side/faktorer/aktiver"
DA = {form.name: form.da for form in FORMS}
EN = {form.name: "/en" + form.en for form in FORMS}
with_louis = pytest.mark.skipif(not braille.available(), reason="liblouis is not installed")


@pytest.fixture
def setting_up(visitor, sqlite_core, kirsten):
    """A citizen with a card who adds another one: the page that shows it."""
    log_on(visitor, sqlite_core, kirsten)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="code_card")
    assert visitor.path == SET_UP
    return visitor


@pytest.fixture
def no_sound(monkeypatch):
    """The sound of the whole card takes seconds: here it is the sound of nothing."""
    monkeypatch.setattr(audio, "mp3", lambda samples: b"")


def pending(core):
    with core.database.read() as db:
        return db.query(Credential).filter_by(status="pending").one()


def table(core):
    return check.table(core.database.keys, pending(core))


def fetch(visitor, form, paths=DA):
    """Press the button on the form's page; the answer is a file, or the page once more."""
    visitor.get(paths[form])
    assert visitor.status == 200
    return visitor.submit().response


def age(core, minutes):
    with core.database.write() as db:
        card = db.query(Credential).filter_by(status="pending").one()
        card.created_at = clock.now() - timedelta(minutes=minutes)


def test_the_set_up_leads_to_every_form(setting_up):
    for form in FORMS:
        assert any(link.get("href") == form.da for link in setting_up.all("a")), form.name


@pytest.mark.usefixtures("no_sound")
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("form", [form.name for form in FORMS])
def test_each_form_is_a_file_that_is_never_cached(setting_up, form, language):
    if form == layout.BRAILLE and not braille.available():
        pytest.skip("liblouis is not installed")
    response = fetch(setting_up, form, {"da": DA, "en": EN}[language])
    assert response.headers["cache-control"] == "no-store"
    start = "kodekort" if language == "da" else "code-card"
    assert re.match(
        rf'attachment; filename="{start}[a-z-]*\.(pdf|txt|brf|zip)"$', response.headers["content-disposition"]
    )
    begins = {layout.PRINT: b"%PDF-1.7", layout.LARGE: b"%PDF-1.7", layout.AUDIO: b"PK\x03\x04"}
    assert response.content.startswith(begins.get(form, b""))
    assert len(response.content) > 1000


def test_the_print_is_this_card(setting_up, sqlite_core):
    lines = reading.lines(fetch(setting_up, layout.PRINT).content)
    for number, code, _used in table(sqlite_core):
        assert any(f"{number} {code[:3]} {code[3:]}" in line for line in lines)


def test_the_text_file_and_the_list_are_this_card(setting_up, sqlite_core):
    text = fetch(setting_up, layout.LIST).content.decode()
    setting_up.get(DA[layout.LIST])
    shown = [words(item) for item in setting_up.all("li")]
    for position, (number, code, _used) in enumerate(table(sqlite_core)):
        line = layout.place(position, layout.LIST).line
        assert f"\n{line}. {number}: {code[:3]} {code[3:]}\n" in text
        assert f"{' '.join(number)}: {' '.join(code)}" in shown
    assert "Kode 141 til 148" in text
    assert "Kode 141 til 148" in [words(heading) for heading in setting_up.all("h3")]


@pytest.mark.usefixtures("no_sound")
def test_the_sound_is_one_file_for_each_ten_codes(setting_up):
    with zipfile.ZipFile(io.BytesIO(fetch(setting_up, layout.AUDIO).content)) as archive:
        assert archive.namelist() == [f"fil-{number:02d}.mp3" for number in range(1, 16)]


@with_louis
def test_the_braille_is_as_wide_as_was_chosen(setting_up):
    setting_up.get(DA[layout.BRAILLE])
    assert setting_up.value("cells") is not None
    made = setting_up.submit(cells="28").response.content
    assert max(len(line) for page in made.split(b"\f") for line in page.split(b"\r\n")) <= 28


@with_louis
def test_another_width_than_those_offered_is_refused(setting_up):
    setting_up.get(DA[layout.BRAILLE]).submit(cells="9")
    assert setting_up.errors
    assert pending_forms(setting_up) == []


def pending_forms(visitor):
    visitor.get(SET_UP)
    return [words(item) for item in visitor.all("li") if "(hentet)" in words(item)]


def test_each_form_is_fetched_once_and_the_page_says_so_before_and_after(setting_up, sqlite_core):
    setting_up.get(DA[layout.PRINT])
    assert "Du kan hente den én gang" in setting_up.text
    assert fetch(setting_up, layout.PRINT).headers["content-type"] == "application/pdf"
    again = setting_up.submit()
    assert again.errors == ["Du har allerede hentet denne udgave af kortet. Hver udgave kan hentes én gang."]
    assert not [button for button in again.by_id("page").iter("button") if "Hent" in words(button)]
    assert fetch(setting_up, layout.LARGE).headers["content-type"] == "application/pdf"
    assert issue.fetched(pending(sqlite_core)) == [layout.PRINT, layout.LARGE]
    assert pending_forms(setting_up) == ["Almindelig skrift (hentet)", "Stor skrift (hentet)"]


def test_a_fetch_is_an_event_without_any_code(setting_up, sqlite_core):
    fetch(setting_up, layout.LIST)
    with sqlite_core.database.read() as db:
        event = db.query(Event).filter_by(kind="factor.card_fetched").one()
    assert event.detail == {"credential": pending(sqlite_core).id, "form": layout.LIST}


def test_a_file_that_cannot_be_made_is_not_used_up(setting_up, sqlite_core, monkeypatch):
    broken = next(form for form in FORMS if form.name == layout.PRINT)
    monkeypatch.setattr("app.ui.cards.pdf.ordinary", lambda sheet: 1 / 0)
    setting_up.get(broken.da)
    with pytest.raises(ZeroDivisionError):
        setting_up.submit()
    assert issue.fetched(pending(sqlite_core)) == []
    monkeypatch.undo()
    assert fetch(setting_up, layout.PRINT).content.startswith(b"%PDF")


def test_a_new_card_instead_costs_nothing_and_can_be_fetched_again(setting_up, sqlite_core):
    fetch(setting_up, layout.PRINT)
    first = pending(sqlite_core)
    setting_up.get(DA[layout.PRINT]).follow("Lav et nyt kort i stedet").submit("Lav et nyt kort")
    assert setting_up.path == SET_UP
    second = pending(sqlite_core)
    assert second.id != first.id
    assert credential_of(sqlite_core, first.id).status == "removed"
    assert fetch(setting_up, layout.PRINT).content.startswith(b"%PDF")


def test_a_new_card_still_replaces_what_the_first_one_should(visitor, sqlite_core, kirsten):
    log_on(visitor, sqlite_core, kirsten)
    old = kirsten.credentials["code_card"]
    visitor.get(f"/min-side/faktorer/{old}/udskift").submit()
    visitor.get("/kodekort/nyt").submit("Lav et nyt kort")
    for _ in range(2):
        visitor.submit(code=card_code(sqlite_core, pending(sqlite_core).id))
    assert credential_of(sqlite_core, old).status == "removed"


def test_an_old_set_up_gives_no_more_files(setting_up, sqlite_core):
    age(sqlite_core, 29)
    setting_up.get(DA[layout.LIST])
    age(sqlite_core, 31)
    setting_up.submit()
    assert setting_up.errors == ["Kortet er lavet for mere end en halv time siden. Lav et nyt kort for at hente det."]
    assert setting_up.find_id("read-here") is None
    assert not setting_up.all("h3")


def test_nothing_is_fetched_once_the_card_is_active(setting_up, sqlite_core):
    setting_up.get(DA[layout.PRINT])
    card = pending(sqlite_core)
    setting_up.get(SET_UP)
    for _ in range(2):
        setting_up.submit(code=card_code(sqlite_core, card.id))
    assert credential_of(sqlite_core, card.id).status == "active"
    assert [setting_up.client.get(path).status_code for path in DA.values()] == [404] * 5
    assert not setting_up.get(SET_UP).all("table")


def test_nobody_else_gets_a_file(setting_up, sqlite_core, kirsten, client):
    """Neither a stranger nor another session of the same citizen."""
    with TestClient(build_app(sqlite_core), base_url=str(client.base_url), headers=dict(client.headers)) as other:
        stranger = Visitor(other)
        paths = [*DA.values(), *EN.values(), "/kodekort/nyt", "/en/code-card/new"]
        assert {stranger.get(path).status for path in paths} == {404}
        log_on(stranger, sqlite_core, kirsten)
        assert {stranger.get(path).status for path in paths} == {404}
    assert issue.fetched(pending(sqlite_core)) == []


def test_a_card_as_sound_waits_for_its_turn_and_is_not_used_up(setting_up, sqlite_core, monkeypatch):
    monkeypatch.setattr(audio, "AT_ONCE", threading.BoundedSemaphore(1))
    monkeypatch.setattr(audio, "WAIT_SECONDS", 0.01)
    with audio.AT_ONCE:
        response = fetch(setting_up, layout.AUDIO)
    assert response.status_code == 503
    assert response.headers["retry-after"]
    assert issue.fetched(pending(sqlite_core)) == []


def test_a_get_changes_nothing(setting_up, sqlite_core):
    before = pending(sqlite_core).data
    for path in [*DA.values(), "/kodekort/nyt"]:
        setting_up.get(path)
    assert pending(sqlite_core).data == before


def test_without_liblouis_braille_is_not_offered_and_the_page_says_why(setting_up, sqlite_core, monkeypatch):
    monkeypatch.setattr(braille, "PROGRAM", "no-such-program")
    setting_up.get(SET_UP)
    assert "Punktskrift: kan ikke laves lige nu." in setting_up.text
    assert not any(link.get("href") == DA[layout.BRAILLE] for link in setting_up.all("a"))
    setting_up.get(DA[layout.BRAILLE])
    assert "er ikke installeret hos os" in setting_up.text
    assert setting_up.find_id("form") is None


# Where the number stands, in the form that the citizen reads


def test_the_question_says_where_the_number_stands_in_what_was_fetched_last(setting_up, sqlite_core):
    assert "Det står i kolonne" in setting_up.text
    fetch(setting_up, layout.LARGE)
    card = pending(sqlite_core)
    spot = layout.place(card.data["asked"], layout.LARGE)
    setting_up.get(SET_UP)
    assert f"I stor skrift står det på side {spot.page}, linje {spot.line}." in setting_up.text
    fetch(setting_up, layout.PRINT)
    setting_up.get(SET_UP)
    assert "Det står i kolonne" in setting_up.text
    assert "I stor skrift står det på side" in words(setting_up.all("details")[0])


def test_the_list_can_be_kept_without_a_file(setting_up, sqlite_core):
    setting_up.get(DA[layout.LIST]).submit("Jeg bruger listen", form="read-here")
    assert setting_up.path == SET_UP
    assert "På listen står det under overskriften" in setting_up.text
    assert issue.fetched(pending(sqlite_core)) == []


@with_louis
def test_log_on_goes_on_speaking_of_the_form_that_was_fetched(setting_up, sqlite_core, kirsten, client):
    fetch(setting_up, layout.BRAILLE)
    setting_up.get(SET_UP)
    card = pending(sqlite_core)
    for _ in range(2):
        setting_up.submit(code=card_code(sqlite_core, card.id))
    client.cookies.clear()
    with sqlite_core.database.write() as db:
        db.get_one(Credential, kirsten.credentials["code_card"]).status = "removed"
    setting_up.get("/en/log-on").submit(user_id=kirsten.user_id, password=kirsten.password)
    spot = layout.place(credential_of(sqlite_core, card.id).data["asked"], layout.BRAILLE)
    assert f"In braille it stands on page {spot.page}, line {spot.line}." in setting_up.text


def test_a_card_from_before_the_forms_is_a_sheet_with_columns(visitor, sqlite_core, kirsten):
    assert "form" not in credential_of(sqlite_core, give_factor(sqlite_core, kirsten, "code_card")).data
    visitor.get("/log-paa").submit(user_id=kirsten.user_id, password=kirsten.password)
    assert re.search(r"Det står i kolonne \d, linje \d+\.", visitor.text)
