"""The factors in the hands of somebody who sees nothing: how each is set up, and how its question is answered.

Those that are a thing of their own stand in `devices`.
"""

import re
from collections.abc import Sequence

from a11y_tests.journeys.blind.citizen import Blind
from a11y_tests.journeys.blind.tree import by_row_header
from a11y_tests.journeys.secrets import AuthenticatorApp


class InHand:
    """A factor that somebody has."""

    kind: str

    def tell(self, me: Blind) -> bool:
        """Write what the portal must know of it before it is set up; False where that is nothing, as for most."""
        return False

    def set_up(self, me: Blind) -> None:
        """Learn from the page what the factor needs; nothing for some."""

    def answer(self, me: Blind) -> None:
        """Answer the question of the page, and be on the next."""
        raise NotImplementedError


def give(me: Blind, field: str, code: str) -> None:
    """Write a code, and go on."""
    me.keep_secret(code)
    me.write(field, code)
    me.press("go_on")


class Card(InHand):
    """The code card, noted from its table row by row."""

    kind = "code_card"

    def __init__(self, codes: dict[str, str] | None = None) -> None:
        self.codes = codes or {}

    def set_up(self, me: Blind) -> None:
        """For each number, which is the header of its row, the code."""
        self.codes = by_row_header(me.whole, me.say("column_code"))
        assert self.codes, "no table of codes is told"

    def answer(self, me: Blind) -> None:
        """The code beside the number that is asked."""
        give(me, "code", self.codes[me.after("find_number", r"\d \d \d \d")])


class CodeApp(InHand):
    """An app for codes; its key is typed by hand."""

    kind = "authenticator_app"

    def __init__(self, seed: str = "") -> None:
        self.seed = seed

    def set_up(self, me: Blind) -> None:
        """The key stands as text, in groups of four."""
        found = re.search(r"(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}", me.text)
        assert found, "no key is told"
        self.seed = found.group().replace(" ", "")
        me.keep_secret(self.seed)
        me.press_here("copy_key")
        me.hear("copied", "not_copied")  # whether a page may copy, the browser decides

    def answer(self, me: Blind) -> None:
        """The app's code just now."""
        give(me, "app_code", AuthenticatorApp(self.seed).code())


class CodeList(InHand):
    """Recovery codes, noted from their numbered list."""

    kind = "recovery_codes"

    def __init__(self) -> None:
        self.codes: dict[str, str] = {}

    def set_up(self, me: Blind) -> None:
        """Each line is told with its number."""
        found: Sequence[tuple[str, str]] = re.findall(r"^(\d+)\. ((?:\d ){9}\d)$", me.text, re.MULTILINE)
        self.codes = {number: code.replace(" ", "") for number, code in found}
        assert self.codes, "no list of codes is told"
        give(me, "recovery_code", self.codes[me.after("code_number", r"\d+")])

    def answer(self, me: Blind) -> None:
        """The next on the list that was not used."""
        give(me, "recovery_code", self.codes.pop(min(self.codes)))


class Slip(InHand):
    """The temporary code that a clerk gave."""

    kind = "temporary_code"

    def __init__(self, code: str) -> None:
        self.code = code

    def answer(self, me: Blind) -> None:
        """Write it."""
        give(me, "temporary", self.code)
