"""What a citizen has: the old key card, the new code card, an authenticator app, a telephone, a mailbox."""

import re
import time
from typing import ClassVar

import pyotp

from a11y_tests.people import Person
from a11y_tests.portal import Portal

STEP_SECONDS = 30
WRITING_SECONDS = 8  # a code that is about to end is not begun on
NUMBER = r"(\d \d \d \d)(?! ?\d)"


def old_key(person: Person, text: str, sentence: str) -> str:
    """The key of the old card for the number that stands after `sentence` on the page."""
    keys: dict[str, str] = person.old["keys"]
    return keys[_number_after(text, sentence)]


def _number_after(text: str, sentence: str) -> str:
    found = re.search(re.escape(sentence) + r"\s*" + NUMBER, text)
    assert found, f"no number after {sentence!r} in:\n{text}"
    return found.group(1).replace(" ", "")


class CodeCard:
    """A code card as it was printed or copied from the page."""

    def __init__(self, codes: dict[str, str]) -> None:
        self.codes = codes

    @classmethod
    def read_off(cls, tables: list[str]) -> "CodeCard":
        """The card that a page shows, from the text of its tables."""
        rows = re.findall(r"(\d \d \d \d)\s*\t\s*(\d \d \d \d \d \d)", "\n".join(tables))
        assert rows, "the page shows no code card"
        return cls({number.replace(" ", ""): code.replace(" ", "") for number, code in rows})

    def answer(self, text: str, sentence: str) -> str:
        """The code beside the number that the page asks for."""
        return self.codes[_number_after(text, sentence)]


class AuthenticatorApp:
    """An app that makes time-based codes, and remembers which it has shown: no code is used twice."""

    _shown: ClassVar[dict[str, int]] = {}  # by seed, for the same account may be set up here more than once

    def __init__(self, seed: str) -> None:
        self._app = pyotp.TOTP(seed)
        self._seed = seed

    @classmethod
    def read_off(cls, text: str) -> "AuthenticatorApp":
        """Set up by the key that the page shows in groups."""
        key = re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", text)
        assert key, "the page shows no key for the app"
        return cls(key.group().replace(" ", ""))

    def code(self) -> str:
        """A code that is right now and was not used: the step before, this one or the next, which the portal allows.

        Three uses in a row need no waiting; a fourth waits for its step.
        """
        step = max(self._shown.get(self._seed, 0) + 1, int(time.time() + WRITING_SECONDS) // STEP_SECONDS - 1)
        while step > int(time.time()) // STEP_SECONDS + 1:
            time.sleep(0.5)
        self._shown[self._seed] = step
        return self._app.at(step * STEP_SECONDS)


class CodeDevice:
    """A device that is pressed for a code (HOTP), and remembers how often it was."""

    _pressed: ClassVar[dict[str, "CodeDevice"]] = {}  # by portal and serial number, for there is one of each

    def __init__(self, seed: str, counter: int) -> None:
        self._device, self._counter = pyotp.HOTP(seed), counter

    @classmethod
    def of(cls, name: str, seed: str, counter: int) -> "CodeDevice":
        """The device of this name. `seed` in base32; `counter`: that of its next code, where it is new here."""
        return cls._pressed.setdefault(name, cls(seed, counter))

    def code(self) -> str:
        """The next code."""
        self._counter += 1
        return self._device.at(self._counter - 1)


class CodeList:
    """Recovery codes as they were printed or copied from the page; each is used once."""

    _used: ClassVar[set[str]] = set()  # for the same list may be held here more than once

    def __init__(self, codes: dict[str, str]) -> None:
        self._codes = codes

    @classmethod
    def read_off(cls, lines: list[str]) -> "CodeList":
        """The list that a page shows, a code a line."""
        plain = [re.sub(r"\s", "", line) for line in lines]
        codes = [line for line in plain if re.fullmatch(r"\d{10}", line)]
        return cls({str(number): code for number, code in enumerate(codes, start=1)})

    def answer(self, text: str, sentence: str) -> str:
        """The code whose number stands after `sentence` on the page, or the next unused one."""
        asked = re.search(re.escape(sentence) + r"\s*(\d+)", text)
        code = (
            self._codes[asked.group(1)] if asked else next(one for one in self._codes.values() if one not in self._used)
        )
        if not asked:
            self._used.add(code)
        return code


class Inbox:
    """What is sent to an address or a number from now on."""

    def __init__(self, portal: Portal, to: str) -> None:
        self._portal, self._to = portal, to
        self._known = frozenset(message["id"] for message in portal.messages(to))

    def code(self) -> str:
        """The code of the newest message that has come since. Raises AssertionError where none comes."""
        return self._portal.code_sent(self._to, self._known)
