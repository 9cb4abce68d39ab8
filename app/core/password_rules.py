"""What makes a password good enough: length, a block list and an estimate of guesses. No composition rules.

NIST SP 800-63B-4 section 3.1.1.2: at least 8 characters here because a second factor always follows; long ones
welcome; compared with what is known of the citizen and of the service.
"""

import re
import unicodedata
from dataclasses import dataclass

from zxcvbn import zxcvbn

SHORTEST, LONGEST = 8, 256
WORDS = ("adgangskode", "kodeord", "password", "nemid", "mitid", "overgang", "danmark", "borger", "hemmelig")
ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghij")
ENOUGH = 3
SURELY_PERSONAL = 6


@dataclass(frozen=True)
class Strength:
    """`score` 0 to 4 as zxcvbn has it; `reasons`: empty, too_short, too_long, known_word, personal, row, repeats,
    easy. Acceptable where there is no reason."""

    score: int
    reasons: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """True where the password may be used."""
        return not self.reasons


def normalise(password: str) -> str:
    """The form that is hashed: NFC, so that æ typed in two ways is one password (SP 800-63B: Unicode)."""
    return unicodedata.normalize("NFC", password)


def judge(password: str, personal: tuple[str, ...] = ()) -> Strength:
    """Judge a new password; `personal` is what is known of the citizen (user id, names, numbers, address)."""
    if not password:
        return Strength(0, ("empty",))
    if len(password) < SHORTEST:
        return Strength(0, ("too_short",))
    if len(password) > LONGEST:
        return Strength(0, ("too_long",))
    folded = password.casefold()
    known = [word.casefold() for text in personal for word in [text, *text.split()] if len(word) >= 4]
    reasons = [
        reason
        for reason, found in (
            ("personal", any(_names(word, folded) for word in known)),
            ("known_word", any(_mostly(word, folded) for word in WORDS)),
            ("row", any(_mostly(row[i : i + 6], folded) for row in ROWS for i in range(len(row) - 5))),
            ("repeats", re.search(r"(.{1,3})\1{3,}", folded) is not None),
        )
        if found
    ]
    score = int(zxcvbn(password[:72], user_inputs=[*known, *WORDS])["score"])
    if not reasons and score < ENOUGH:
        reasons = ["easy"]
    return Strength(min(score, ENOUGH - 1) if reasons else score, tuple(reasons))


def _names(word: str, password: str) -> bool:
    """True where a personal word stands in the password; a short one only where it is not a part of another word,
    so that Line may write "violinens"."""
    if len(word) >= SURELY_PERSONAL:
        return word in password
    return re.search(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])", password) is not None


def _mostly(word: str, password: str) -> bool:
    """True where the word makes up at least half of the password."""
    return word in password and len(word) * 2 >= len(password)
