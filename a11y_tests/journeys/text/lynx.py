"""A real text browser, lynx, by its keys: what is on its screen is read, and fields and links are found by their words.

Links and fields have numbers there, as a user who sees no screen sets lynx: `12g` goes to number 12.
"""

import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import tempfile
import termios
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from a11y_tests.journeys.plan.journey import LeftOut
from a11y_tests.journeys.text.screen import COLUMNS, NAME, ROWS, TERMINFO, Screen

PATIENCE_SECONDS = 30
GLANCE_SECONDS = 0.05
SETTINGS = """SHOW_CURSOR:TRUE
DEFAULT_KEYPAD_MODE:LINKS_AND_FIELDS_ARE_NUMBERED
TEXTFIELDS_NEED_ACTIVATION:TRUE
ACCEPT_ALL_COOKIES:TRUE
CHARACTER_SET:utf-8
ASSUME_CHARSET:utf-8
"""
ENTER = "\r"
_STOP = re.compile(r"\[(?P<number>\d+)\]|\((?=BUTTON\) )")


@dataclass(frozen=True)
class Stop:
    """Something that can be gone to. number: 0 for a button of a script, which does nothing here. before, after: the
    words around it."""

    row: int
    column: int
    number: int
    before: str
    after: str


class TextBrowser:
    """lynx on a terminal. Raises AssertionError, with the screen, where what is looked for does not come."""

    def __init__(self, terminal: int, process: int) -> None:
        self._terminal, self._state = terminal, Path(f"/proc/{process}/stat")
        self.screen = Screen()

    @property
    def text(self) -> str:
        """All that stands on the screen, as one line."""
        return _flat(" ".join(self.screen.lines))

    def arrive(self, heading: str) -> None:
        """Wait until the title, which lynx shows in the first line, ends in this heading before the service's name."""
        self._until(lambda: f"{heading} – " in self.screen.lines[0], f"page {heading!r}")
        while self._is_painting():
            pass

    def _is_painting(self) -> bool:
        """Whether lynx does anything but wait for a key; what it has painted meanwhile is shown."""
        waits = self._state.read_text().rpartition(")")[2].split()[0] == "S"
        if not select.select([self._terminal], [], [], GLANCE_SECONDS)[0]:
            return not waits
        self._show()
        return True

    def _show(self) -> None:
        try:
            self.screen.feed(os.read(self._terminal, 65536))
        except OSError as error:
            raise AssertionError("the text browser has ended") from error

    def fill(self, label: str, text: str) -> None:
        """Write in the field that stands after a label."""
        stop = self._find(lambda one: label in one.before and one.after[:1] == "_", label)
        stops = list(self._stops())
        following = stops[stops.index(stop) + 1]
        self._go_to(stop)
        self._send(ENTER + text + ENTER)
        self._until_at(following)

    def press(self, button: str) -> None:
        """Press a button by its name."""
        # lynx writes "(BUTTON) ", or the button's value in place of the word.
        name = re.compile(r"[^\s()]+\) " + re.escape(button))
        self._go_to(self._find(lambda one: bool(one.number and name.match(one.after)), button))
        self._send(ENTER)

    def follow(self, link: str) -> None:
        """Follow the first link with these words."""
        self._go_to(self._find(lambda one: one.after.startswith(link), link))
        self._send(ENTER)

    def _go_to(self, stop: Stop) -> None:
        self._send(f"{stop.number}g{ENTER}")
        self._until_at(stop)

    def _find(self, wanted: Callable[[Stop], bool], words: str) -> Stop:
        self._until(lambda: any(wanted(one) for one in self._stops()), f"field, link or button {words!r}")
        return next(one for one in self._stops() if wanted(one))

    def _stops(self) -> Iterator[Stop]:
        """Everything that can be gone to, in its order on the screen."""
        before = ""
        for row, line in enumerate(self.screen.lines):
            end = 0
            for mark in _STOP.finditer(line):
                before += line[end : mark.start()]
                # lynx lays its cursor on the last character of the mark.
                yield Stop(row, mark.end() - 1, int(mark["number"] or 0), _flat(before), _flat(line[mark.end() :]))
                before, end = "", mark.end()
            before += line[end:] + " "

    def _until_at(self, stop: Stop) -> None:
        at = (stop.row, stop.column)
        self._until(lambda: (self.screen.row, self.screen.column) == at, f"cursor at {at}")

    def _until(self, holds: Callable[[], bool], what: str) -> None:
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not holds():
            left = give_up - time.monotonic()
            if left < 0 or not select.select([self._terminal], [], [], left)[0]:
                shown = "\n".join(line for line in self.screen.lines if line)
                raise AssertionError(f"no {what} in the text browser:\n{shown}")
            self._show()

    def _send(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())


def _flat(text: str) -> str:
    return " ".join(text.split())


@contextmanager
def text_browser(url: str) -> Iterator[TextBrowser]:
    """lynx with a page open, without any settings of this machine. Raises LeftOut where it is not installed."""
    if not shutil.which("lynx"):
        raise LeftOut("lynx is not installed")
    with tempfile.TemporaryDirectory() as folder:
        outer, inner = pty.openpty()
        fcntl.ioctl(inner, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
        command = ["lynx", "-nopause", f"-cfg={_configured(Path(folder))}", url]
        running = subprocess.Popen(
            command, stdin=inner, stdout=inner, stderr=inner, env=_surroundings(folder), start_new_session=True
        )
        os.close(inner)
        try:
            yield TextBrowser(outer, running.pid)
        finally:
            running.kill()
            running.wait()
            os.close(outer)


def _configured(folder: Path) -> Path:
    """Make the terminal known, and write lynx's settings. Gives the file of these."""
    (folder / "terminal").write_text(TERMINFO, encoding="utf-8")
    subprocess.run(["tic", "-o", str(folder), str(folder / "terminal")], check=True)
    settings = folder / "lynx.cfg"
    settings.write_text(SETTINGS, encoding="utf-8")
    return settings


def _surroundings(folder: str) -> dict[str, str]:
    return {"PATH": os.environ["PATH"], "HOME": folder, "TERMINFO": folder, "TERM": NAME, "LANG": "C.UTF-8"}
