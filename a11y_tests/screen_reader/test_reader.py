"""The harness itself: a small site whose every word is known is heard as it should be, each time alike."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

import pytest

from a11y_tests.screen_reader import (
    CannotStart,
    NotFound,
    ScreenReader,
    Step,
    assert_heard_in_order,
    missing_parts,
    seconds_to_speak,
)
from a11y_tests.screen_reader.pages import serve
from a11y_tests.screen_reader.stage import Stage

MISSING = missing_parts()
pytestmark = [
    pytest.mark.screen_reader,
    pytest.mark.skipif(bool(MISSING), reason=f"NOTHING IS HEARD HERE: no {', '.join(MISSING)}"),
]

PAGE = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{title}</title>
<main><h1>{title}</h1><form action="/next">
<label for="user">{user}</label><p id="error">{error}</p>
<input id="user" aria-describedby="error" aria-invalid="true">
<button type="button" id="show">{show}</button><div role="status" id="status"></div>
<button>{go}</button></form></main>
<script>
show.onclick = () => {{ document.getElementById("status").textContent = "{typed} " + user.value }}
</script>
"""
WORDS = {
    "da": {
        "lang": "da",
        "title": "Log på",
        "user": "Bruger-id",
        "error": "Skriv dit bruger-id, for eksempel anna.",
        "show": "Vis det skrevne",
        "typed": "Du skrev",
        "go": "Fortsæt",
        "next": "Min side",
        "text": "Ærø åben 12@~",
    },
    "en": {
        "lang": "en",
        "title": "Log on",
        "user": "User id",
        "error": "Write your user id, for example anna.",
        "show": "Show what was typed",
        "typed": "You typed",
        "go": "Continue",
        "next": "My page",
        "text": "O'Neill 12@~",
    },
}
EXPECTED = {
    "da": [
        "Færdig med at indlæse Log på",
        "Log på overskrift niveau 1",
        "Bruger-id felt",
        "ugyldig indtastning",
        "Skriv dit bruger-id, for eksempel anna.",
        "Vis det skrevne trykknap",
        "Du skrev Ærø åben 12@~",
        "Fortsæt trykknap",
        "Færdig med at indlæse Min side",
        "Min side overskrift niveau 1",
    ],
    "en": [
        "Finished loading Log on",
        "Log on heading level 1",
        "User id entry",
        "invalid entry",
        "Write your user id, for example anna.",
        "Show what was typed push button",
        "You typed O'Neill 12@~",
        "Continue push button",
        "Finished loading My page",
        "My page heading level 1",
    ],
}
NEXT = """<!doctype html><html lang="{lang}"><meta charset="utf-8"><title>{next}</title>
<main><h1>{next}</h1></main>
"""


@dataclass
class Visit:
    """What a reader heard of the site: each walk through it, and what came of asking for too much."""

    walks: list[list[Step]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    braille: list[str] = field(default_factory=list)
    not_found: str = ""
    ended: str = ""


Visits = dict[str, Future[Visit]]


@pytest.fixture(scope="module")
def visits() -> Iterator[Visits]:
    """Three readers, each of which takes long to start: what one can prove is proven with one."""
    with ThreadPoolExecutor(2) as pool:
        visitors = {"da": walk_twice, "da again": walk_and_lose_orca, "en": walk_twice}
        yield {name: pool.submit(visitor, name[:2]) for name, visitor in visitors.items()}


def walk_twice(lang: str) -> Visit:
    """Twice through the site with one reader, which keeps the braille lines."""
    visit = Visit()
    with site(lang) as address, ScreenReader(lang, braille=True) as reader:
        visit.walks = [walk(reader, address) for _ in range(2)]
        visit.said, visit.braille = reader.said_so_far, reader.braille
    return visit


def walk_and_lose_orca(lang: str) -> Visit:
    """Once through the site, a look for what is not there, and a key when Orca has died."""
    visit = Visit()
    with site(lang) as address, ScreenReader(lang) as reader:
        visit.walks = [walk(reader, address)]
        reader.open(address)
        with pytest.raises(NotFound) as not_found:
            reader.find("Log af", most=3)
        reader.stage.programs["orca"].kill()
        reader.stage.programs["orca"].wait()
        with pytest.raises(CannotStart) as ended:
            reader.press("Tab")
    visit.not_found, visit.ended = str(not_found.value), str(ended.value)
    return visit


def site(lang: str) -> AbstractContextManager[str]:
    """The site in a language; its address."""
    words = WORDS[lang]
    return serve({"/": PAGE.format(**words), "/next?": NEXT.format(**words)})


def walk(reader: ScreenReader, address: str) -> list[Step]:
    """The way through the site with nothing but keys; what was heard after each, without the addresses."""
    words = WORDS[reader.lang]
    start = len(reader.transcript)
    reader.open(address)
    reader.find(words["user"])
    reader.type(words["text"])
    reader.find(words["show"])
    reader.activate()
    reader.find(words["go"])
    reader.follow()
    return reader.transcript[start:]


def on_the_page(steps: list[Step]) -> list[Step]:
    """What is said at each key that opens no page: while one opens, it depends on how quickly it does."""
    return [step for step in steps if not step.key.startswith("http") and not step.key.endswith(", a page")]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_journey_is_heard_in_its_language_and_twice_alike(visits: Visits, lang: str) -> None:
    visit = visits[lang].result()
    for journey in visit.walks:
        assert_heard_in_order(journey, EXPECTED[lang])
    assert on_the_page(visit.walks[1]) == on_the_page(visit.walks[0])
    assert 5 < seconds_to_speak(visit.said, lang) < 60
    typed = {"da": "Bruger-id Ærø åben 12@~", "en": "User id O'Neill 12@~"}[lang]
    assert any(line.startswith(typed) for line in visit.braille)


def test_another_reader_hears_the_same(visits: Visits) -> None:
    assert on_the_page(visits["da again"].result().walks[0]) == on_the_page(visits["da"].result().walks[0])


def test_what_is_not_there_is_not_found_and_what_was_heard_is_shown(visits: Visits) -> None:
    assert "'Log af' was not heard within 3 times Tab" in visits["da again"].result().not_found
    assert "Bruger-id felt" in visits["da again"].result().not_found


def test_a_program_that_dies_is_an_error_with_its_log_and_never_silence(visits: Visits) -> None:
    assert "orca ended with -9" in visits["da again"].result().ended


def test_a_program_that_does_not_start_is_an_error_with_its_log() -> None:
    stage = Stage("en")
    try:
        stage.start("dbus-daemon", "--no-such-option")
        with pytest.raises(CannotStart, match=r"dbus-daemon ended with 1\.\ndbus-daemon \[--version\]"):
            stage.wait_for("dbus-daemon", lambda: False)
    finally:
        stage.stop()
