"""Texts as braille, by liblouis (Debian: liblouis-bin), in dots that any font and every braille display can show."""

import shutil
import subprocess
from collections.abc import Sequence

PROGRAM = "lou_translate"
# Uncontracted, six dots: what everybody who reads braille can read.
TABLES = {"da": "da-dk-g16.ctb", "en": "en-ueb-g1.ctb"}
DOTS = "unicode.dis"


def can_translate() -> bool:
    """Whether liblouis is on this machine."""
    return shutil.which(PROGRAM) is not None


def braille(texts: Sequence[str], language: str) -> list[str]:
    """Each text in braille; all of them in one go, for starting the program takes longer than the work.

    Raises ValueError where liblouis gives another number of lines than it was given.
    """
    lines = [" ".join(text.split()) for text in texts]
    table = TABLES.get(language.split("-")[0].lower(), TABLES["en"])
    # By standard input: an argument list can be read by anybody on the machine.
    command = [PROGRAM, f"{DOTS},{table}"]
    asked = "".join(f"{line}\n" for line in lines)
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    told = [line.rstrip("\u2800 ") for line in done.stdout.split("\n")[: len(lines)]]
    if len(told) != len(lines):
        raise ValueError(f"liblouis gave {len(told)} lines for {len(lines)}")
    return told
