"""How a device gives a code: as sound, as text or both, and how it is spoken. Kept with the credential."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.ui.speech import BRISK, SLOW, Lang, speak_code

WAYS = ("sound", "text", "both")
SPEEDS = {"ordinary": BRISK, "slow": SLOW}
# Seconds between two digits, beside what the speed says; 0 leaves it to the speed.
PAUSES = (0, 1, 2, 4)
REPEATS = (1, 2, 3)
VOICES = ("page", "da", "en")
GROUP_LONGER = 2


@dataclass(frozen=True)
class Style:
    """how: sound, text or both. speed: ordinary or slow. pause: seconds between digits, 0: as the speed has it.

    repeats: how many times the code is said. voice: da, en, or page: the language of the page.
    """

    how: str = "sound"
    speed: str = "slow"
    pause: int = 0
    repeats: int = 2
    voice: str = "page"

    @classmethod
    def read(cls, kept: Mapping[str, Any]) -> "Style":
        """What was kept; the usual in place of what cannot be."""
        usual = cls()
        return cls(
            kept["how"] if kept.get("how") in WAYS else usual.how,
            kept["speed"] if kept.get("speed") in SPEEDS else usual.speed,
            kept["pause"] if kept.get("pause") in PAUSES else usual.pause,
            kept["repeats"] if kept.get("repeats") in REPEATS else usual.repeats,
            kept["voice"] if kept.get("voice") in VOICES else usual.voice,
        )

    def kept(self) -> dict[str, Any]:
        """As it stands in the credential."""
        return asdict(self)

    @property
    def heard(self) -> bool:
        """True where the code is given as sound."""
        return self.how != "text"

    @property
    def read_as_text(self) -> bool:
        """True where the code is given as text."""
        return self.how != "sound"

    def speak(self, code: str, language: str) -> bytes:
        """The WAV of a code; `language` is that of the page."""
        pauses = SPEEDS[self.speed]
        if self.pause:
            longer = max(pauses.group, float(self.pause * GROUP_LONGER))
            pauses = pauses._replace(digit=float(self.pause), group=longer)
        lang: Lang = "en" if (language if self.voice == "page" else self.voice) == "en" else "da"
        return speak_code(code, lang, repeats=self.repeats, pauses=pauses)
