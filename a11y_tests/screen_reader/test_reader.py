"""The harness itself: a small site whose every word is known is heard as it should be, each time alike."""

import pytest

from a11y_tests.screen_reader import (
    CannotStart,
    NotFound,
    ScreenReader,
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


@pytest.fixture
def site(request):
    """The site in the test's language; its address."""
    words = WORDS[request.getfixturevalue("lang")]
    with serve({"/": PAGE.format(**words), "/next?": NEXT.format(**words)}) as address:
        yield address


def walk(reader, address):
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


def on_the_page(steps):
    """What is said at each key that opens no page: while one opens, it depends on how quickly it does."""
    return [step for step in steps if not step.key.startswith("http") and not step.key.endswith(", a page")]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_a_journey_is_heard_in_its_language_and_three_times_alike(site, lang):
    journeys = []
    for _ in range(3):
        with ScreenReader(lang) as reader:
            journeys.append(walk(reader, site))
    for journey in journeys:
        assert_heard_in_order(journey, EXPECTED[lang])
    assert on_the_page(journeys[1]) == on_the_page(journeys[0])
    assert on_the_page(journeys[2]) == on_the_page(journeys[0])
    assert 5 < seconds_to_speak(reader.said_so_far, lang) < 60


@pytest.mark.parametrize("lang", ["da"])
def test_one_reader_walks_twice_and_keeps_the_braille_lines(site, lang):
    with ScreenReader(lang, braille=True) as reader:
        walk(reader, site)
        second = walk(reader, site)
        braille = reader.braille
    assert_heard_in_order(second, EXPECTED[lang])
    assert any(line.startswith("Bruger-id Ærø åben 12@~") for line in braille)


@pytest.mark.parametrize("lang", ["da"])
def test_what_is_not_there_is_not_found_and_what_was_heard_is_shown(site, lang):
    with ScreenReader(lang) as reader:
        reader.open(site)
        with pytest.raises(NotFound, match="Bruger-id felt"):
            reader.find("Log af", most=3)


def test_a_program_that_dies_is_an_error_with_its_log_and_never_silence():
    with ScreenReader("da") as reader:
        orca = reader.stage.programs["orca"]
        orca.kill()
        orca.wait()
        with pytest.raises(CannotStart, match="orca ended with -9"):
            reader.press("Tab")


def test_a_program_that_does_not_start_is_an_error_with_its_log():
    stage = Stage("en")
    try:
        stage.start("dbus-daemon", "--no-such-option")
        with pytest.raises(CannotStart, match=r"dbus-daemon ended with 1\.\ndbus-daemon \[--version\]"):
            stage.wait_for("dbus-daemon", lambda: False)
    finally:
        stage.stop()
