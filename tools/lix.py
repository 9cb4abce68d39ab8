"""How easy the words are to read: LIX of every page's texts, in both languages.

    python -m tools.lix       print a table: file, words, LIX in Danish and English

LIX = words / sentences + 100 × long words / words, where a long word has more than six letters (Björnsson 1968).
24 is very easy, 25 to 34 easy, 35 to 44 medium. Each message stands for itself: a heading, a label or a list item is
a sentence of its own, with or without a full stop.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from tools import strings

LONG = 6
LIMIT, SECURITY_LIMIT = 35, 30
# Security hangs on these being understood: logging on, the crossing, and what to do when something fails.
SECURITY = ("templates/logon/", "templates/crossing/", "templates/errors/", "app/web/logon", "app/migration/")
# LIX says nothing of a handful of words: "Bruger-ID" alone is 101.
FEWEST_WORDS = 40
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\w+\}")
WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# A full stop, colon, question or exclamation mark ends a sentence before a capital, a quotation mark or the end;
# not in "kl. 14.35" or "24. november".
END = re.compile(r"(?<!\bkl)[.!?:]+[”\"')]*(?=\s+[^\Wa-zæøå\d_]|\s+[“\"(]|\s*$)")


@dataclass(frozen=True)
class Measure:
    """One file's words in one language."""

    file: str
    words: int
    lix: float

    @property
    def limit(self) -> int:
        """The highest LIX that the file may have."""
        return SECURITY_LIMIT if self.file.startswith(SECURITY) else LIMIT

    @property
    def fails(self) -> bool:
        """True where the words are many enough to be judged, and too hard."""
        return self.words >= FEWEST_WORDS and round(self.lix) > self.limit


def sentences(text: str) -> list[str]:
    """The sentences of a text; a line break ends one, and a placeholder is one short word."""
    filled = PLACEHOLDER.sub("X", text)
    parts = [part for line in filled.splitlines() for part in END.split(line)]
    return [part.strip() for part in parts if WORD.search(part)]


def words(text: str) -> list[str]:
    """The words of a text; "bruger-ID" is one."""
    return WORD.findall(PLACEHOLDER.sub("X", text))


def lix(text: str) -> float:
    """The readability index of a text; 0 for a text without words."""
    found = words(text)
    if not found:
        return 0.0
    long = sum(len(word.replace("-", "")) > LONG for word in found)
    return len(found) / len(sentences(text)) + 100 * long / len(found)


def texts(language: str) -> dict[str, list[str]]:
    """Every translated text of a language, by the file it stands in."""
    found: dict[str, list[str]] = {}
    for catalogue in strings.load(language).values():
        for message in catalogue:
            shown = message.string if isinstance(message.string, str) else message.string[-1]
            if message.id and shown:
                for file in {name for name, _line in message.locations}:
                    found.setdefault(file, []).append(shown)
    return found


def measures(language: str) -> list[Measure]:
    """The files of a language, by name."""
    return [measure(file, lines) for file, lines in sorted(texts(language).items())]


def measure(file: str, lines: Iterable[str]) -> Measure:
    """One file's words and LIX."""
    text = "\n".join(lines)
    return Measure(file, len(words(text)), lix(text))


def main() -> int:
    """Print the table; 1 where a Danish text is too hard."""
    english = {one.file: one for one in measures("en")}
    danish = measures("da")
    print(f"{'words':>5} {'da':>5} {'en':>5} limit  file")
    for one in danish:
        other = english.get(one.file)
        mark = " <- too hard" if one.fails else ""
        print(f"{one.words:5} {one.lix:5.1f} {other.lix if other else 0:5.1f} {one.limit:5}  {one.file}{mark}")
    return 1 if any(one.fails for one in danish) else 0


if __name__ == "__main__":
    sys.exit(main())
