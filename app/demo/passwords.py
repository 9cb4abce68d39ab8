"""Passwords of the old scheme: its rules, and made-up ones that keep them (nemid.nu's password pages)."""

import re
from random import Random
from typing import Literal

_KIND_A = re.compile(r"""[A-Za-z0-9{}!#"$'%^&,*()_+\-=:;?.@]{6,40}""")
_FOUR_ALIKE = re.compile(r"(.)\1\1\1", re.IGNORECASE)
_SEQUENCES = "0123456789 9876543210"
_WORDS = (
    "havregrod", "morgenmad", "cykelsti", "sommerfugl", "regnbue", "kanelsnegl", "strandtur",
    "bibliotek", "kaffekop", "vinterjakke", "solsikke", "pandekage", "skovsti", "fyrtaarn",
    "vandmand", "jordbaer", "lommelygte", "drageflyver", "rundbold", "sejlskib",
)  # fmt: skip


def keeps_rules(kind: Literal["A", "B"], password: str, *, cpr: str, nemid_number: str) -> bool:
    """Tell whether the old scheme would have accepted the password.

    A: 6-40 characters, a letter and a digit among them, none four times in a row, no CPR or NemID number.
    B: four digits that are not alike, no sequence and no part of the CPR number.
    """
    if kind == "B":
        return (
            re.fullmatch(r"[0-9]{4}", password) is not None
            and len(set(password)) > 1
            and password not in _SEQUENCES
            and password not in cpr
        )
    return (
        _KIND_A.fullmatch(password) is not None
        and re.search(r"[A-Za-z]", password) is not None
        and re.search(r"[0-9]", password) is not None
        and not _FOUR_ALIKE.search(password)
        and cpr not in password
        and nemid_number not in password
    )


def make_password(rng: Random, kind: Literal["A", "B"], *, cpr: str, nemid_number: str) -> str:
    """Return a random password that keeps the rules of its kind."""
    while True:
        password = f"{rng.randrange(10_000):04d}" if kind == "B" else _kind_a(rng)
        if keeps_rules(kind, password, cpr=cpr, nemid_number=nemid_number):
            return password


def _kind_a(rng: Random) -> str:
    word = rng.choice(_WORDS)
    if rng.random() < 0.4:
        word = word.capitalize()
    mark = rng.choice(("", "", "", "-", "!", "?", "#", "&", "(", "{", "@"))
    return f"{word}{mark}{rng.randrange(10, 9999)}"
