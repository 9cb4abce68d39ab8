"""The screen reader as a test uses it: open, press, type, find, and what was said each time."""

import time
from itertools import dropwhile
from types import TracebackType
from typing import Self

from a11y_tests.screen_reader import orca
from a11y_tests.screen_reader.display import start_display
from a11y_tests.screen_reader.firefox import start_firefox
from a11y_tests.screen_reader.heard import Step, as_text
from a11y_tests.screen_reader.speech import start_speech
from a11y_tests.screen_reader.stage import CannotStart, Stage

# Pages and Orca let a tenth of a second pass each before they fill a live region and say what it holds.
QUIET_SECONDS, ARRIVED_SECONDS = 0.3, 0.6
# Quiet counts only when Orca and Firefox have been idle for a moment, and nobody is about to wake them; a page that
# never idles gets longer.
SETTLED_SECONDS = 0.1
BUSY_SECONDS = 5
LIMIT_SECONDS = 30
READING_SECONDS = 60
KEY_MILLISECONDS = 40


class NotFound(AssertionError):
    """The wanted text was not heard within the allowed number of keys; the message shows what was."""


class ScreenReader:
    """Orca and Firefox on a private display; use it with `with`. `lang` is "da" or "en".

    quiet: seconds without a word after which a key has had its answer. What the server is asked meanwhile may come
    later, and is then heard with the next key.
    """

    def __init__(self, lang: str, *, braille: bool = False, quiet: float = QUIET_SECONDS) -> None:
        self.lang, self.quiet = lang, quiet
        self.keeps_braille = braille
        self.transcript: list[Step] = []

    def __enter__(self) -> Self:
        """Start everything; raise CannotStart with the log of what did not."""
        self.stage = Stage(self.lang)
        self.browsing = False
        try:
            start_display(self.stage, self.lang)
            self.speech = start_speech(self.stage, self.lang)
            orca.start_orca(self.stage, self.speech, braille=self.keeps_braille)
            self._listen("(start)")
        except BaseException:
            self.stage.stop()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End everything."""
        self.stage.stop()

    @property
    def said_so_far(self) -> list[str]:
        """Every utterance since the start, in order."""
        return [utterance for step in self.transcript for utterance in step.heard]

    @property
    def braille(self) -> list[str]:
        """Every braille line so far; the reader must have been made with braille=True."""
        return orca.braille_lines(self.stage)

    def open(self, url: str) -> list[str]:
        """Open an address; what was said when the page had come (of the address bar nothing)."""
        if self.browsing:
            self._keys("ctrl+l")
            self._wait_quiet()
            self._write(url)
            self._wait_quiet()
            self.speech.news()
            self._keys("Return")
        else:
            start_firefox(self.stage, self.lang, url)
            self.browsing = True
        self._wait_for_page()
        return self._listen(url, ARRIVED_SECONDS, since=orca.LOADED[self.lang])

    def press(self, *keys: str) -> list[str]:
        """Press keys one after another (names as xdotool has them: Tab, Return, ctrl+Home, h);
        everything said after them."""
        heard = []
        for key in keys:
            self._keys(key)
            heard += self._listen(key)
        return heard

    def press_together(self, *keys: str) -> list[str]:
        """Press keys so fast that the screen reader takes them for one command, as a double click; what was said."""
        self._keys(*keys)
        return self._listen(" ".join(keys))

    def read_on(self, key: str, last: str) -> list[str]:
        """Press the key that reads all of the page, and wait until its `last` words are said; what was said."""
        self._keys(key)
        self.stage.wait_for("orca", lambda: last in self.speech.peek(), READING_SECONDS)
        return self._listen(key)

    def type(self, text: str) -> list[str]:
        """Type a text into the field that has the focus; what was said after it."""
        self._write(text)
        return self._listen(f"type {text}")

    def find(self, text: str, *, key: str = "Tab", most: int = 40) -> list[str]:
        """Press a key until something said holds `text`; what was said then.

        Raises NotFound after `most` keys. With key="h", "b", "f" or "k": by heading, button, field or link.
        """
        start = len(self.transcript)
        for _ in range(most):
            heard = self.press(key)
            if any(text in utterance for utterance in heard):
                return heard
        steps = as_text(self.transcript[start:])
        raise NotFound(f"{text!r} was not heard within {most} times {key}. Heard:\n{steps}")

    def activate(self, key: str = "Return") -> list[str]:
        """Press the button (key="space": tick the box) in focus, where no page follows; what was said."""
        return self.press(key)

    def follow(self, key: str = "Return") -> list[str]:
        """Follow the link or send the form in focus, and wait for the next page; what was said."""
        self._keys(key)
        self._wait_for_page()
        return self._listen(f"{key}, a page", ARRIVED_SECONDS)

    def _keys(self, *keys: str) -> None:
        if not self.stage.run("xdotool", "key", "--clearmodifiers", *keys):
            raise CannotStart(f"xdotool could not press {keys}.\n{self.stage.log('xdotool')}")

    def _write(self, text: str) -> None:
        if not self.stage.run("xdotool", "type", "--delay", KEY_MILLISECONDS, text):
            raise CannotStart(f"xdotool could not type.\n{self.stage.log('xdotool')}")

    def _wait_for_page(self) -> None:
        """Return when the screen reader has said that a page has come."""
        said = orca.LOADED[self.lang]
        self.stage.wait_for("firefox-esr", lambda: any(said in text for text in self.speech.peek()))

    def _listen(self, key: str, quiet: float = 0, *, since: str = "") -> list[str]:
        """Wait for quiet, and put what was said (from the utterance with `since` on) into the transcript."""
        self._wait_quiet(quiet)
        told = [text for text in self.speech.news() if orca.LOADING[self.lang] not in text]
        heard = list(dropwhile(lambda text: since not in text, told))
        self.transcript.append(Step(key, heard))
        return heard

    def _wait_quiet(self, least: float = 0) -> None:
        """Return when nothing has been said for `quiet` seconds, or `least`, and nobody is about to say anything.

        Raises CannotStart if the talk never ends. A busy machine makes it longer, never the answer shorter.
        """
        began = said = worked = time.monotonic()
        quiet = max(self.quiet, least)
        size = self.speech.size()
        while (now := time.monotonic()) - began < LIMIT_SECONDS:
            self.stage.check_alive()
            if self.speech.size() != size:
                size, said = self.speech.size(), now
            if self.stage.is_busy("orca") or self.stage.is_busy("firefox-esr"):
                worked = now
            if now - said >= BUSY_SECONDS:
                return
            if now - worked >= SETTLED_SECONDS and now - said >= quiet:
                if self.stage.is_at_rest():
                    return
                worked = now
            time.sleep(0.02)
        raise CannotStart(f"The screen reader talked for {LIMIT_SECONDS} s without a pause.")
