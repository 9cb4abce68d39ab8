"""A citizen who sees nothing: works by keys, and knows only what has been heard."""

import re
from dataclasses import dataclass

from a11y_tests.journeys.words import word
from a11y_tests.people import Person
from a11y_tests.portal import Portal
from a11y_tests.screen_reader.heard import Step, as_text
from a11y_tests.screen_reader.reader import ScreenReader

READ_ON = "KP_Add"
SPELL_LINE = ("KP_Up", "KP_Up")
# Where a listener stops the reading: what follows is the same on every page.
MAIN_ENDS = {"da": "forlader hovedindhold.", "en": "leaving main content."}
# The last link of every page.
PAGE_ENDS = {"da": "Sikkerhed", "en": "Security"}
# Words that only these journeys need.
COPY_KEY = {"da": "Kopiér nøglen", "en": "Copy the key"}
# Four digits, said one by one, and not part of six.
NUMBER = re.compile(r"(?<!\d )(?<!\d)\d \d \d \d(?! ?\d)")
KEY = re.compile(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}")


@dataclass
class HeardPage:
    """One page as it was heard. `name` is a key of the journeys' words; `wrong` when it told of an error."""

    name: str
    steps: list[Step]
    wrong: bool = False

    @property
    def title(self) -> str:
        """The name, as expectations and transcripts call the page."""
        return f"{self.name}, error" if self.wrong else self.name

    @property
    def utterances(self) -> list[str]:
        """Everything that was said on it."""
        return [text for step in self.steps for text in step.heard]


class Listener:
    """Somebody at the keyboard with a screen reader. `pages` is what was heard so far, page by page."""

    def __init__(self, reader: ScreenReader, portal: Portal, person: Person) -> None:
        self.reader, self.portal, self.person = reader, portal, person
        self.pages: list[HeardPage] = []
        self._known = len(reader.transcript)

    def say(self, key: str) -> str:
        """The portal's word in the language of the reader."""
        return word(key, self.reader.lang)

    @property
    def page(self) -> HeardPage:
        """The page that is open."""
        return self.pages[-1]

    def open(self, name: str, danish: str, english: str) -> None:
        """Open an address, and hear its page."""
        self.reader.open(self.portal.url + (danish if self.reader.lang == "da" else english))
        self._arrive(name)
        self._read()

    def follow(self, name: str, control: str = "go_on") -> None:
        """Tab to a button or link, follow it, and hear the page it leads to: `name`."""
        self._press(control)
        self._arrive(name)
        self._read()

    def fail(self, control: str = "go_on") -> None:
        """The same, where the page comes back with an error: hear it, and go from the summary to the field."""
        name = self.page.name
        self._press(control)
        self._arrive(name, wrong=True)
        self._press_keys("Tab", "Return")

    def fill(self, field: str, text: str) -> None:
        """Tab to a field until its label is heard, and type."""
        self._find(self.say(field))
        self.write(text)

    def write(self, text: str) -> None:
        """Type into the field that was heard last."""
        self.reader.type(text)
        self._note()

    def choose(self, option: str) -> None:
        """Tab to a radio button, and choose it."""
        self._find(self.say(option))
        self._press_keys("space")

    def copy_key(self) -> str:
        """Copy the app's key by its button, and hear it above: as a line, and letter by letter. The letters."""
        self._find(COPY_KEY[self.reader.lang])
        self._press_keys("Return", "Up")
        self.reader.press_together(*SPELL_LINE)
        self._note()
        return "".join(text for text in self.page.steps[-1].heard if len(text) == 1)

    def number_heard(self) -> str:
        """The four digits that the page asks for, heard one by one."""
        found = [text for text in self.page.utterances if NUMBER.search(text)]
        assert found, f"no number was heard digit by digit:\n{self.transcript()}"
        return NUMBER.search(found[0]).group().replace(" ", "")

    def transcript(self) -> str:
        """All that was heard, for a failing test to show."""
        return "\n".join(f"{page.title}\n{as_text(page.steps)}" for page in self.pages)

    def _press(self, control: str) -> None:
        self._find(self.say(control))
        self.reader.follow()

    def _find(self, text: str) -> None:
        self.reader.find(text)
        self._note()

    def _press_keys(self, *keys: str) -> None:
        self.reader.press(*keys)
        self._note()

    def _arrive(self, name: str, *, wrong: bool = False) -> None:
        self.pages.append(HeardPage(name, [], wrong))
        self._note()

    def _read(self) -> None:
        """Hear the heading and all below it, and go back to the top."""
        self.reader.press("h")
        self.reader.read_on(READ_ON, PAGE_ENDS[self.reader.lang])
        self.reader.press("ctrl+Home")
        self._note()

    def _note(self) -> None:
        """Take the reader's newest steps into the page, a reading only to the end of the main content."""
        news = self.reader.transcript[self._known :]
        self._known = len(self.reader.transcript)
        for step in news:
            said = step.heard
            if step.key == READ_ON and (end := MAIN_ENDS[self.reader.lang]) in said:
                said = said[: said.index(end)]
            self.pages[-1].steps.append(Step(step.key, said))
