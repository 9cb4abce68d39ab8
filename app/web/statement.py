"""What the last evaluation of the portal found, for the accessibility statement.

`statement.json` is written by `python -m a11y_tests.reports.statement FOLDER` from an evaluation's folder, and is
kept with the code. What each success criterion asks for is said here in plain words (WCAG 2.2).
"""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.ui.i18n import N_

FILE = Path(__file__).with_name("statement.json")
# The evaluation's word where half of the criteria or more fail; otherwise the portal follows the law in part.
NOT = "not"

ASKED = {
    "1.1.1": N_("Every picture has a text that says the same."),
    "1.2.1": N_("Sound alone or film alone has a text beside it."),
    "1.2.2": N_("Films have subtitles."),
    "1.2.3": N_("What a film shows is told in words too."),
    "1.2.4": N_("Live films have subtitles."),
    "1.2.5": N_("What a film shows is told by a voice."),
    "1.2.6": N_("Films have sign language."),
    "1.2.7": N_("Films pause where the voice needs more time to tell."),
    "1.2.8": N_("Each film has a text that tells all of it."),
    "1.2.9": N_("Live sound has a text beside it."),
    "1.3.1": N_("A screen reader finds headings, lists and labels."),
    "1.3.2": N_("The page is read aloud in the right order."),
    "1.3.3": N_("Help does not hang on shape, place or sound."),
    "1.3.4": N_("The page can be used both upright and sideways."),
    "1.3.5": N_("The browser knows what to write in a field."),
    "1.3.6": N_("Programs can tell what each part is for."),
    "1.4.1": N_("Nothing is shown by colour alone."),
    "1.4.2": N_("Sound does not start by itself, or can be stopped."),
    "1.4.3": N_("Text stands out well from what is behind it."),
    "1.4.4": N_("Text can be made twice as big."),
    "1.4.5": N_("Text is not a picture."),
    "1.4.6": N_("Text stands out very well from what is behind it."),
    "1.4.7": N_("Speech is not drowned by other sound."),
    "1.4.8": N_("Lines are short and have air between them."),
    "1.4.9": N_("No text is a picture, except a logo."),
    "1.4.10": N_("The page fits a small screen and a big zoom."),
    "1.4.11": N_("Fields, buttons and symbols can be seen well."),
    "1.4.12": N_("There can be more space between lines and letters."),
    "1.4.13": N_("What appears at the mouse can be read and closed."),
    "2.1.1": N_("Everything can be done from the keyboard."),
    "2.1.2": N_("The keyboard is never trapped."),
    "2.1.3": N_("Everything at all can be done from the keyboard."),
    "2.1.4": N_("No single key does something by surprise."),
    "2.2.1": N_("You can get more time."),
    "2.2.2": N_("What moves can be stopped."),
    "2.2.3": N_("There is no limit of time."),
    "2.2.4": N_("Nothing interrupts you, unless it is urgent."),
    "2.2.5": N_("You lose nothing when you must log on again."),
    "2.2.6": N_("You are told how long your answers are kept."),
    "2.3.1": N_("Nothing flashes."),
    "2.3.2": N_("Nothing flashes more than three times a second."),
    "2.3.3": N_("Motion can be turned off."),
    "2.4.1": N_("You can go straight to the content."),
    "2.4.2": N_("Each page has a title that says what it is."),
    "2.4.3": N_("The keyboard moves in an order that makes sense."),
    "2.4.4": N_("It is clear where each link leads."),
    "2.4.5": N_("There is more than one way to each page."),
    "2.4.6": N_("Headings and labels say what comes."),
    "2.4.7": N_("You can see where you are with the keyboard."),
    "2.4.8": N_("You can see where you are on the website."),
    "2.4.9": N_("Each link alone says where it leads."),
    "2.4.10": N_("Long text is divided by headings."),
    "2.4.11": N_("Where you are is never hidden."),
    "2.4.12": N_("No part of where you are is hidden."),
    "2.4.13": N_("The mark around where you are is big and clear."),
    "2.5.1": N_("One finger is enough."),
    "2.5.2": N_("A slip of the mouse can be taken back."),
    "2.5.3": N_("A button's name is the word that stands on it."),
    "2.5.4": N_("Nothing needs to be shaken or tilted."),
    "2.5.5": N_("Links and buttons are big."),
    "2.5.6": N_("You can change between mouse, touch and keyboard."),
    "2.5.7": N_("Nothing needs to be dragged."),
    "2.5.8": N_("Links and buttons are big enough to hit."),
    "3.1.1": N_("The page says which language it is in."),
    "3.1.2": N_("Words of another language are marked."),
    "3.1.3": N_("Unusual words are explained."),
    "3.1.4": N_("Abbreviations are explained."),
    "3.1.5": N_("The text is easy to read."),
    "3.1.6": N_("It is clear how a word is said, where it matters."),
    "3.2.1": N_("Nothing happens just because you come to a field."),
    "3.2.2": N_("Nothing happens just because you choose or write."),
    "3.2.3": N_("The menu is the same on all pages."),
    "3.2.4": N_("The same thing has the same name everywhere."),
    "3.2.5": N_("Nothing changes unless you ask for it."),
    "3.2.6": N_("Help stands in the same place on all pages."),
    "3.3.1": N_("You are told in words what is wrong."),
    "3.3.2": N_("Each field says what to write."),
    "3.3.3": N_("You are told how to put an error right."),
    "3.3.4": N_("You can check and correct before you send."),
    "3.3.5": N_("There is help where you must write something."),
    "3.3.6": N_("You can check and correct everything that you send."),
    "3.3.7": N_("You need not write the same thing twice."),
    "3.3.8": N_("You can log on without remembering or solving anything."),
    "3.3.9": N_("You need not remember or recognise anything to log on."),
    "4.1.2": N_("A screen reader knows what each field and button is."),
    "4.1.3": N_("A screen reader tells you what has changed."),
}


@dataclass(frozen=True)
class Asked:
    """A success criterion: its number, and a message id for what it asks for."""

    number: str
    words: str


@dataclass(frozen=True)
class Found:
    """What was found, and when; `evaluated` is None where no evaluation has been written here yet.

    pages, rules: how many took part. broken: journeys that could not be finished. unvisited: pages that were not seen,
    counted in each language. failed, left, untested: criteria that fail, that a person must look at, that no rule
    looked at.
    """

    evaluated: date | None
    follows: bool
    pages: int
    rules: int
    broken: int
    unvisited: int
    failed: list[Asked]
    left: list[Asked]
    untested: list[Asked]


def found(path: Path = FILE) -> Found:
    """Read what was found. Raises KeyError where the file lacks something, or names an unknown criterion."""
    raw = json.loads(path.read_text(encoding="utf-8"))
    return Found(
        evaluated=date.fromisoformat(raw["evaluated"]) if raw["evaluated"] else None,
        follows=raw["status"] != NOT,
        **{count: int(raw[count]) for count in ("pages", "rules", "broken", "unvisited")},
        **{
            kind: [Asked(one["number"], ASKED[one["number"]]) for one in raw[kind]]
            for kind in ("failed", "left", "untested")
        },
    )
