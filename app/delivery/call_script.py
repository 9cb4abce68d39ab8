"""How a call goes: a state machine without a telephone, a clock or a sound.

It is told what happened (`answered`, `key`, `finished`, `silence`, `time_up`, `hung_up`) and answers with what is to
be done, in order. The code is asked for by a key, so no voicemail ever hears it. Keys: 1 ready, then again;
2 slower; 3 the other language; 9 "I did not ask for this", which is reported at once and ends the call. A key
interrupts what is being said. The script never holds the code.
"""

from dataclasses import dataclass
from typing import Literal

from app.ui.speech import Lang, Phrase

PROMPTS = 3
"""With 10 s of listening after each there is more than half a minute to find the key by touch (WCAG 2.2.1)."""
LISTEN_SECONDS = 10.0
LONGEST_SECONDS = 240.0
"""How long a call may last once it is answered: about eight times the code, slowly, twice."""

Outcome = Literal["open", "not_ready", "heard", "not_asked"]


@dataclass(frozen=True)
class Say:
    """Say these phrases, each in its language; `finished` follows."""

    phrases: tuple[tuple[Lang, Phrase], ...]


@dataclass(frozen=True)
class SayCode:
    """Say the code twice, digit by digit; `finished` follows."""

    lang: Lang
    slowest: bool


@dataclass(frozen=True)
class Listen:
    """Wait for a key for LISTEN_SECONDS; `silence` follows if there is none."""


@dataclass(frozen=True)
class Report:
    """Tell the portal what was said of the call, before anything else is said."""

    what: str


@dataclass(frozen=True)
class HangUp:
    """End the call."""


Action = Say | SayCode | Listen | Report | HangUp
OTHER: dict[Lang, Lang] = {"da": "en", "en": "da"}


class CallScript:
    """One call. `outcome` is open until it is known what came of it; heard means that the code was begun."""

    def __init__(self, lang: Lang) -> None:
        self._lang: Lang = lang
        self._slowest = False
        self._state: Literal["ringing", "prompt", "code", "menu", "ending", "over"] = "ringing"
        self._prompts = 0
        self.outcome: Outcome = "open"

    def answered(self) -> list[Action]:
        """Somebody, or a machine, took the call."""
        return self._prompt()

    def key(self, digit: str) -> list[Action]:
        """A key was pressed. Keys that mean nothing here are ignored."""
        if self._state not in ("prompt", "code", "menu"):
            return []
        if digit == "9":
            return [Report("not_asked"), *self._end("not_asked", "stopped")]
        if digit == "3":
            self._lang = OTHER[self._lang]
            return self._prompt(counts=False) if self._state == "prompt" else self._code()
        if digit == "2" and self._state != "prompt":
            self._slowest = True
            return self._code()
        return self._code() if digit == "1" else []

    def finished(self) -> list[Action]:
        """What was to be said has been said to its end."""
        match self._state:
            case "prompt" | "menu":
                return [Listen()]
            case "code":
                self._state = "menu"
                return [Say((*self._phrases("never_tell", "again", "slower"), self._other_language()))]
            case "ending":
                self._state = "over"
                return [HangUp()]
            case _:
                return []

    def silence(self) -> list[Action]:
        """No key was pressed while the call listened."""
        if self._state == "prompt" and self._prompts < PROMPTS:
            return self._prompt()
        if self._state in ("prompt", "menu"):
            return self._end("not_ready", "goodbye")
        return []

    def time_up(self) -> list[Action]:
        """The call has lasted as long as it may."""
        return self._end("not_ready", "goodbye") if self._state in ("prompt", "code", "menu") else []

    def hung_up(self) -> list[Action]:
        """The other side ended the call."""
        self._state = "over"
        self._settle("not_ready")
        return []

    def _prompt(self, *, counts: bool = True) -> list[Action]:
        self._state = "prompt"
        self._prompts += counts
        return [Say((*self._phrases("asked", "press_1", "press_9"), self._other_language()))]

    def _code(self) -> list[Action]:
        self._state = "code"
        self._settle("heard")
        return [SayCode(self._lang, self._slowest)]

    def _end(self, outcome: Outcome, phrase: Phrase) -> list[Action]:
        self._state = "ending"
        if outcome == "not_asked":
            self.outcome = outcome  # also where the code was heard before
        self._settle(outcome)
        return [Say(self._phrases(phrase))]

    def _settle(self, outcome: Outcome) -> None:
        if self.outcome == "open":
            self.outcome = outcome

    def _phrases(self, *phrases: Phrase) -> tuple[tuple[Lang, Phrase], ...]:
        return tuple((self._lang, phrase) for phrase in phrases)

    def _other_language(self) -> tuple[Lang, Phrase]:
        """The other language is offered in that language: whoever needs it understands it (WCAG 3.1.2)."""
        return OTHER[self._lang], "this_language"
