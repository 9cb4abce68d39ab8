"""Fetching the recovery codes in the form that one can read: once, while they are set up, by that very session."""

import io
import re
import shutil
import subprocess
import zipfile
from datetime import timedelta

import pytest
from starlette.testclient import TestClient

from app.core import clock, issue
from app.core.models import Credential, Event
from app.factors.recovery_codes import check
from app.factors.recovery_codes.forms import FORMS
from app.main import build_app
from app.ui.cards import audio, braille
from app.ui.cards.forms import AUDIO, BRAILLE, LARGE, LIST, PRINT
from tests.support import pdf as reading
from tests.support.account import log_on
from tests.support.visitor import Visitor, words

PATHS = {
    "da": {form.name: form.da for form in FORMS},
    "en": {form.name: "/en" + form.en for form in FORMS},
}
MAKE = {"da": "/min-side/genopretningskoder", "en": "/en/my-page/recovery-codes"}
SET_UP = "/min-side/faktorer/aktiver"
with_louis = pytest.mark.skipif(not braille.available(), reason="liblouis is not installed")


@pytest.fixture
def setting_up(visitor, sqlite_core, kirsten):
    """A citizen who has just made recovery codes: the page that shows them."""
    log_on(visitor, sqlite_core, kirsten)
    visitor.get(MAKE["da"]).submit()
    assert visitor.path == SET_UP
    return visitor


def pending(core):
    with core.database.read() as db:
        return db.query(Credential).filter_by(kind=check.KIND, status="pending").one()


def lines(core):
    """Number and code of each line, the code as it is read."""
    codes = check.codes(core.database.keys, pending(core))
    return [f"{number}: {code[:5]} {code[5:]}" for number, code in enumerate(codes, start=1)]


def fetch(visitor, form, language="da", **fields):
    """Press the button on the form's page; the answer is a file, or the page once more."""
    visitor.get(PATHS[language][form])
    assert visitor.status == 200
    return visitor.submit(**fields).response


def read_back(brf, language):
    """The lines of each page as liblouis reads them."""
    command = [shutil.which("lou_translate"), "--backward", braille.TABLES[language]]
    given = [page.replace("\r\n", "\n").encode() for page in brf.decode("ascii").split("\f")[:-1]]
    ran = [subprocess.run(command, input=page, capture_output=True, check=True, timeout=20) for page in given]
    return [done.stdout.decode().split("\n") for done in ran]


@pytest.mark.parametrize("language", ["da", "en"])
def test_every_form_is_offered_and_named_in_both_languages(setting_up, language):
    setting_up.get({"da": SET_UP, "en": "/en/my-page/factors/activate"}[language])
    hrefs = {link.get("href") for link in setting_up.all("a")}
    assert set(PATHS[language].values()) <= hrefs
    for path in PATHS[language].values():
        assert {"da": "genopretningskoder", "en": "recovery codes"}[language] in setting_up.get(path).h1


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_text_file_is_these_codes(setting_up, sqlite_core, language):
    response = fetch(setting_up, LIST, language)
    name = {"da": "genopretningskoder", "en": "recovery-codes"}[language]
    assert response.headers["content-disposition"] == f'attachment; filename="{name}.txt"'
    assert response.headers["cache-control"] == "no-store"
    assert response.text.splitlines()[-10:] == lines(sqlite_core)
    assert {"da": "Hver kode virker én gang", "en": "Each code works once"}[language] in response.text


def test_the_file_is_what_the_page_shows(setting_up, sqlite_core):
    shown = [words(item) for item in setting_up.all("li")]
    for line in lines(sqlite_core):
        assert " ".join(line.split(": ")[1].replace(" ", "")) in shown


@with_louis
@pytest.mark.parametrize("cells", braille.CELLS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_the_braille_reads_back_to_the_same_codes(setting_up, sqlite_core, language, cells):
    made = fetch(setting_up, BRAILLE, language, cells=str(cells)).content
    assert max(len(line) for page in made.split(b"\f") for line in page.split(b"\r\n")) <= cells
    pages = read_back(made, language)
    assert len(pages) == 2
    assert pages[1][0].lower() == {"da": "genopretning, side 2", "en": "recovery, page 2"}[language]
    assert pages[1][2:12] == lines(sqlite_core)


@pytest.mark.parametrize(("form", "pages"), [(PRINT, 1), (LARGE, 2)])
def test_the_print_is_these_codes_and_tells_each_number_once(setting_up, sqlite_core, form, pages):
    made = fetch(setting_up, form).content
    assert reading.pages(made) == pages
    assert (reading.roles(made).count("TH"), reading.roles(made).count("TD")) == (2, 20)
    read = reading.lines(made)
    for line in lines(sqlite_core):
        assert line.replace(":", "") in read


def test_the_sound_is_one_file_that_says_five_and_five(setting_up, sqlite_core, monkeypatch):
    said = []
    monkeypatch.setattr(audio, "mp3", lambda samples: said.append(samples) or b"")
    made = fetch(setting_up, AUDIO).content
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist() == ["fil-01.mp3"]
    codes = check.codes(sqlite_core.database.keys, pending(sqlite_core))
    pairs = [(str(number), code) for number, code in enumerate(codes, start=1)]
    assert said == [audio.spoken(1, pairs, "da", group=5)]
    assert said != [audio.spoken(1, pairs, "da")]


def test_each_form_is_fetched_once_and_the_page_says_so(setting_up, sqlite_core):
    setting_up.get(PATHS["da"][LIST])
    assert "Du kan hente den én gang" in setting_up.text
    fetch(setting_up, LIST)
    again = setting_up.submit()
    assert again.errors == ["Du har allerede hentet denne udgave af koderne. Hver udgave kan hentes én gang."]
    assert not [button for button in again.by_id("page").iter("button") if "Hent" in words(button)]
    fetch(setting_up, PRINT)
    assert issue.fetched(pending(sqlite_core)) == [LIST, PRINT]
    setting_up.get(SET_UP)
    assert "Almindelig skrift (hentet)" in setting_up.text
    with sqlite_core.database.read() as db:
        events = db.query(Event).filter_by(kind="factor.card_fetched").order_by(Event.number).all()
    assert [event.detail for event in events] == [
        {"credential": pending(sqlite_core).id, "form": form} for form in (LIST, PRINT)
    ]


def test_an_old_list_gives_no_more_files(setting_up, sqlite_core):
    setting_up.get(PATHS["da"][LIST])
    with sqlite_core.database.write() as db:
        db.query(Credential).filter_by(status="pending").one().created_at = clock.now() - timedelta(minutes=31)
    setting_up.submit()
    assert setting_up.errors == ["Koderne er lavet for mere end en halv time siden. Lav nye for at hente dem."]


def test_new_codes_instead_can_be_fetched_again(setting_up, sqlite_core):
    fetch(setting_up, LIST)
    first = lines(sqlite_core)
    setting_up.get(PATHS["da"][LIST]).follow("Lav nye koder i stedet").submit()
    assert setting_up.path == SET_UP
    assert fetch(setting_up, LIST).text.splitlines()[-10:] == lines(sqlite_core) != first


def test_nothing_is_fetched_once_the_codes_are_in_use(setting_up, sqlite_core):
    codes = check.codes(sqlite_core.database.keys, pending(sqlite_core))
    number = int(re.search(r"nummer (\d+)", setting_up.text)[1])
    setting_up.submit(code=codes[number - 1])
    assert {setting_up.client.get(path).status_code for path in PATHS["da"].values()} == {404}
    assert {setting_up.client.post(path).status_code for path in PATHS["da"].values()} <= {403, 404}


def test_nobody_else_gets_a_file(setting_up, sqlite_core, kirsten, client):
    """Neither a stranger nor another session of the same citizen, nor one that sets up something else."""
    with TestClient(build_app(sqlite_core), base_url=str(client.base_url), headers=dict(client.headers)) as other:
        stranger = Visitor(other)
        paths = [*PATHS["da"].values(), *PATHS["en"].values()]
        assert {stranger.get(path).status for path in paths} == {404}
        log_on(stranger, sqlite_core, kirsten)
        assert {stranger.get(path).status for path in paths} == {404}
        stranger.get("/min-side/faktorer/tilfoej").submit(kind="code_card")
        assert {stranger.get(path).status for path in paths} == {404}
    assert issue.fetched(pending(sqlite_core)) == []


def test_a_get_changes_nothing(setting_up, sqlite_core):
    before = pending(sqlite_core).data
    for path in PATHS["da"].values():
        setting_up.get(path)
    assert pending(sqlite_core).data == before


def test_without_liblouis_braille_is_not_offered(setting_up, monkeypatch):
    monkeypatch.setattr(braille, "PROGRAM", "no-such-program")
    setting_up.get(SET_UP)
    assert "Punktskrift: kan ikke laves lige nu." in setting_up.text
    assert setting_up.get(PATHS["da"][BRAILLE]).find_id("form") is None
