"""The virtual screen reader: what it says, in which order, and how long that takes; and what is made of it."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from a11y_tests.evaluation import working
from a11y_tests.evaluation.capture import Answer, Capture, Library
from a11y_tests.evaluation.run import Order
from a11y_tests.evaluation.taking import take
from a11y_tests.portal import Portal
from a11y_tests.screen_reader.golden import mask, sections
from a11y_tests.screen_reader.listener import READ_ON
from a11y_tests.screen_reader.listening import seconds_to_speak
from a11y_tests.virtual_reader import timing
from a11y_tests.virtual_reader.braille import braille
from a11y_tests.virtual_reader.keeping import keep, kept
from a11y_tests.virtual_reader.phrase import Phrase
from a11y_tests.virtual_reader.reading import read
from a11y_tests.virtual_reader.sound import seconds_of, sound_file

PAGE = """<!doctype html><html lang="da"><title>Bageren</title>
<style>.star::before { content: "Nyt: " } .away { display: none }</style>
<header><a href="#m">Gå til indholdet</a></header>
<main id="m"><h1>Boller <a href="#b">og brød</a></h1>
<p class="star">Vi bager <b>hver</b> dag. <span lang="en">Fresh bread</span></p>
<p class="away">Lukket</p><p aria-hidden="true">Pynt</p>
<ol start="3"><li>Rug</li><li><a href="#h" aria-current="page">Hvede</a></li></ol>
<form><label for="a">Antal</label><input id="a" aria-describedby="hint" aria-invalid="true" required value="2">
<p id="hint">Højst 9.</p>
<fieldset><legend>Levering</legend><label><input type="radio" name="l" checked> I dag</label>
<label><input type="checkbox"> Skriv til mig</label></fieldset>
<label>Ord <input type="password" value="hemmeligt"></label>
<button aria-pressed="false" title="Viser ordet">Vis</button></form>
<details><summary>Mere</summary><p>Foldet</p></details>
<table><tr><th>Dag<th>Pris<tr><td>Fredag<td>5</table>
<img alt="En bager" src="data:,"></main>"""
SAID = [
    *("Bageren", "banner.", "Gå til indholdet henvisning", "forlader banner.", "hovedindhold."),
    *("Boller og brød overskrift niveau 1", "og brød henvisning", "Nyt: Vi bager hver dag.", "Fresh bread"),
    *("Liste med 2 elementer", "3. Rug", "4. Hvede henvisning aktuel", "forlader liste."),
    *("Antal felt 2 påkrævet ugyldig indtastning", "Højst 9.", "Højst 9.", "Levering panel."),
    *("I dag radioknap valgt", "Skriv til mig afkrydsningsfelt ikke afkrydset", "forlader panel."),
    *("Ord adgangskodetekst", "Vis skifteknap ikke trykket", "Viser ordet", "Mere trykknap slået sammen"),
    *("tabel med 2 rækker 2 kolonner", "Dag", "Pris", "Fredag", "5", "forlader tabel."),
    *("En bager billede", "forlader hovedindhold."),
]
PHRASES = [
    Phrase("text", "Tast koden 4 1 7 7, og vælg Fortsæt. Du kan altid begynde forfra.", "", "da", "main"),
    Phrase("text", "Press the button, and wait for the next page to come.", "", "en", "main"),
]
with_voice = pytest.mark.skipif(not shutil.which("espeak-ng"), reason="NO SOUND IS TESTED HERE: no espeak-ng")
with_louis = pytest.mark.skipif(not shutil.which("lou_translate"), reason="NO BRAILLE IS TESTED HERE: no liblouis-bin")


@pytest.mark.browser
def test_a_page_is_read_from_its_title_to_its_end_in_the_language_of_the_citizen(browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(PAGE)
    phrases = read(take(page), "da")
    english = read(take(page), "en")
    page.close()
    assert [one.said for one in phrases] == SAID
    assert [one.language for one in phrases if one.said == "Fresh bread"] == ["en"]
    assert [one.said for one in phrases if one.again] == ["Højst 9."]
    assert {one.place for one in phrases} == {"", "banner", "main"}
    assert "Vis toggle button not pressed" in [one.said for one in english]


@pytest.mark.browser
def test_what_is_heard_of_a_judged_page_is_kept(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "the_browser", lambda: browser)
    library, url = Library(tmp_path), "https://bager.example/"
    answers = {url: Answer(200, {"content-type": "text/html; charset=utf-8"}, library.keep(PAGE.encode()))}
    page = Capture("one", url, "bager", "", "da", "pages", False, 1280, 900, 0.0, "", answers=answers)
    working.judge(Order(url, only=("own-heard-in-time",), engines=False), tmp_path, page)
    assert [one.said for one in kept(tmp_path, "one")] == SAID


@pytest.mark.browser
@pytest.mark.parametrize(("lang", "path"), [("da", "/log-paa"), ("en", "/en/log-on")])
def test_it_says_what_orca_said_in_the_same_order(browser: Browser, portal: Portal, lang: str, path: str) -> None:
    page = browser.new_page(locale=lang)
    page.goto(portal.url + path)
    said = " ".join(mask(one.said) for one in read(take(page), lang) if not one.again)
    page.close()
    text = dict(sections(f"logon.{lang}"))["log_on"].replace("**", "")
    heard = re.search(rf"`{READ_ON}` (.*)", text)
    assert heard
    for words in heard.group(1).removesuffix(".").split(" · "):
        if not words.startswith(("forlader", "leaving")):  # Orca tells too when a nameless form ends
            assert words in said, f"{words!r} of {heard.group(1)}; where the page has changed, transcribe it anew"
            said = said.partition(words)[2]


@with_voice
@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("journey", ["crossing", "logon"])
def test_listening_time_is_reckoned_as_espeak_speaks(journey: str, lang: str) -> None:
    for title, text in sections(f"{journey}.{lang}"):
        said = [part for line in text.splitlines() for part in line.removeprefix("- ").replace("**", "").split(" · ")]
        reckoned = timing.seconds(Phrase("text", one, one, lang) for one in said)
        assert reckoned == pytest.approx(seconds_to_speak(said, lang), rel=0.15), title


def test_phrases_are_kept_and_read_back(tmp_path: Path) -> None:
    keep(tmp_path, "one", PHRASES)
    assert kept(tmp_path, "one") == PHRASES
    assert kept(tmp_path, "two") == []


@with_voice
def test_phrases_are_spoken_once_into_a_small_file(tmp_path: Path) -> None:
    path = sound_file(PHRASES, tmp_path)
    assert seconds_of(path) == pytest.approx(timing.seconds(PHRASES), rel=0.25)
    assert path.read_bytes()[:1] == b"\xff"
    made = path.stat().st_mtime_ns
    assert sound_file(PHRASES, tmp_path).stat().st_mtime_ns == made
    assert sound_file(PHRASES[:1], tmp_path) != path


@with_louis
def test_texts_are_told_in_the_braille_of_their_language() -> None:
    assert braille(["Log på", "", "12"], "da") == ["⠠⠇⠕⠛⠀⠏⠡", "", "⠼⠁⠃"]
    assert braille(["the"], "en-GB") == ["⠞⠓⠑"]
