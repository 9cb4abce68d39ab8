"""The demo country: fictitious citizens of the old scheme, the same ones for the same seed, and their file.

The file is what an operator would hand over (docs/legacy-directory.md), and the same importer brings it in.
"""

import json
import os
import unicodedata
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Protocol

from argon2 import PasswordHasher, Type

from app.core.cpr import CprError, birth_date
from app.demo import names
from app.demo.citizen import DemoCitizen, Persona
from app.demo.passwords import make_password
from app.demo.personas import PERSONAS
from app.migration.directory import normalise_password, normalise_user_id
from app.migration.directory_fields import KEYS_ON_A_CARD, LegacyCard

REFERENCE_DAY = date(2026, 10, 1)
YOUNGEST, ELDEST = 13, 104
HASHING_THREADS = 2
# Ages from, to (years on the reference day) and how many of a hundred are in between.
_AGES = ((YOUNGEST, 17, 7), (18, 29, 15), (30, 49, 28), (50, 66, 24), (67, 84, 20), (85, ELDEST, 6))


class Hasher(Protocol):
    """Makes the PHC string of a password, as argon2.PasswordHasher does."""

    def hash(self, password: str) -> str:
        """The PHC string of a password."""


def default_hasher(memory_kib: int = 19 * 1024, passes: int = 2, lanes: int = 1) -> PasswordHasher:
    """Return a hasher with OWASP's parameters for Argon2id, or with others."""
    return PasswordHasher(passes, memory_kib, lanes, type=Type.ID)


def people(seed: int = 2026, count: int = 1000) -> list[DemoCitizen]:
    """Return `count` citizens: the personas first, in their order, then random ones that `seed` decides."""
    rng = Random(seed)
    citizens = [_from_persona(persona) for persona in PERSONAS]
    taken = set().union(*map(_unique_ids, citizens))
    while len(citizens) < count:
        citizen = _random_citizen(rng, taken)
        taken.update(_unique_ids(citizen))
        citizens.append(citizen)
    return citizens[:count]


def write_directory(path: Path, citizens: Iterable[DemoCitizen], hasher: Hasher | None = None) -> None:
    """Write the legacy directory of these citizens, readable by its owner only, whole or not at all.

    Hashing runs on two threads (Argon2 lets go of the interpreter's lock): some 20 s for a thousand people
    with OWASP's parameters. Raises OSError when the file cannot be written.
    """
    hash_password = (hasher or default_hasher()).hash
    unfinished = path.with_name(path.name + ".part")
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with (
        os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file,
        ThreadPoolExecutor(HASHING_THREADS) as threads,
    ):
        for line in threads.map(lambda citizen: _line(citizen, hash_password), citizens):
            file.write(line)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)


def _line(citizen: DemoCitizen, hash_password: Callable[[str], str]) -> str:
    values = {
        "nemid_number": citizen.nemid_number,
        "cpr": citizen.cpr,
        "user_id": citizen.user_id,
        "password_hash": hash_password(normalise_password(citizen.password_kind, citizen.password)),
        "password_kind": citizen.password_kind,
        "given_name": citizen.given_name,
        "family_name": citizen.family_name,
        "name_protected": citizen.name_protected,
        "status": citizen.status,
        "language": citizen.language,
        "card": {
            "card_number": citizen.card.card_number,
            "keys": dict(citizen.card.keys),
            "used": list(citizen.card.used),
        },
    }
    return json.dumps(values, ensure_ascii=False) + "\n"


def _unique_ids(citizen: DemoCitizen) -> set[str]:
    ids = {citizen.cpr, citizen.nemid_number, citizen.card.card_number}
    return ids | {normalise_user_id(citizen.user_id)} if citizen.user_id else ids


def card_of(persona: Persona) -> LegacyCard:
    """The persona's old card. It hangs on the NemID number alone, so that its keys are the same under every seed."""
    return _make_card(Random(persona.nemid_number), unused=persona.unused_keys)


def _from_persona(persona: Persona) -> DemoCitizen:
    return DemoCitizen(
        nemid_number=persona.nemid_number, cpr=persona.cpr, user_id=persona.user_id,
        password=persona.password, password_kind=persona.password_kind,
        given_name=persona.given_name, family_name=persona.family_name,
        name_protected=persona.name_protected, status=persona.status, language=persona.language,
        card=card_of(persona), persona=persona,
    )  # fmt: skip


def _random_citizen(rng: Random, taken: set[str]) -> DemoCitizen:
    woman = rng.random() < 0.5
    cpr = _fresh(taken, lambda: _make_cpr(rng, woman))
    nemid_number = _fresh(taken, lambda: f"{rng.randrange(10**9):09d}")
    given_name, family_name = _make_name(rng, woman)
    kind = "B" if rng.random() < 0.1 else "A"
    status = rng.choices(("active", "locked", "blocked", "awaiting_activation"), (91, 3, 3, 3))[0]
    return DemoCitizen(
        nemid_number=nemid_number, cpr=cpr,
        user_id=_fresh(taken, lambda: _make_user_id(rng, given_name, family_name))
        if rng.random() < 0.4 else None,
        password=make_password(rng, kind, cpr=cpr, nemid_number=nemid_number), password_kind=kind,
        given_name=given_name, family_name=family_name,
        name_protected=rng.random() < 0.03, status=status,
        language="en" if rng.random() < 0.08 else "da",
        card=_make_card(rng, unused=_keys_left(rng, status)),
    )  # fmt: skip


def _fresh(taken: set[str], make: Callable[[], str]) -> str:
    """Return the first text that nobody has taken."""
    while (text := make()) in taken:
        pass
    return text


def _make_cpr(rng: Random, woman: bool) -> str:
    """Return a replacement number (day + 60) for a day of birth at random; the last digit is even for women."""
    first, last, _ = rng.choices(_AGES, [share for *_, share in _AGES])[0]
    born = _years_before(rng.randint(first, last)) - timedelta(days=rng.randrange(365))
    while True:
        serial = rng.randrange(1000) * 10 + rng.randrange(0, 10, 2) + (not woman)
        cpr = f"{born.day + 60}{born:%m%y}{serial:04d}"
        if _is_born(cpr, born):
            return cpr


def _years_before(years: int) -> date:
    return REFERENCE_DAY.replace(year=REFERENCE_DAY.year - years)


def _is_born(cpr: str, born: date) -> bool:
    try:
        return birth_date(cpr) == born
    except CprError:  # 29 February does not exist in the century of the seventh digit
        return False


def _make_name(rng: Random, woman: bool) -> tuple[str, str]:
    kind = rng.random()
    if kind < 0.01:
        return rng.choice(names.SINGLE), ""
    if kind < 0.02:
        return rng.choice(names.LONG)
    given = " ".join(rng.sample(names.WOMEN if woman else names.MEN, rng.choices((1, 2), (7, 3))[0]))
    family = rng.choice(names.FAMILIES)
    if kind < 0.05:
        family = f"{rng.choice(names.PARTICLES)} {family}"
    elif kind < 0.15 and "-" not in family:
        family = f"{family}-{rng.choice(names.FAMILIES)}"
    return given, family


def _make_user_id(rng: Random, given_name: str, family_name: str) -> str:
    letters = [name.split()[0].lower() for name in (given_name, family_name) if name]
    text = rng.choice((".", "-", "_", "")).join(letters)
    plain = (letter if letter in "æøå" else unicodedata.normalize("NFKD", letter)[0] for letter in text)
    kept = "".join(letter for letter in plain if letter in "abcdefghijklmnopqrstuvwxyzæøå.-_")
    return f"{kept[:40]}{rng.randrange(1, 9999)}".rjust(5, "x")


def _keys_left(rng: Random, status: str) -> int:
    """Return how many keys are unused: all before activation, few for one in twenty, else anything."""
    if status == "awaiting_activation":
        return KEYS_ON_A_CARD
    return rng.randint(1, 19) if rng.random() < 0.05 else rng.randint(20, KEYS_ON_A_CARD)


def _make_card(rng: Random, *, unused: int) -> LegacyCard:
    numbers = [f"{number:04d}" for number in sorted(rng.sample(range(10_000), KEYS_ON_A_CARD))]
    keys = {number: f"{rng.randrange(1_000_000):06d}" for number in numbers}
    used = tuple(sorted(rng.sample(numbers, KEYS_ON_A_CARD - unused)))
    return LegacyCard(f"{rng.choice('ABCDEFGH')}{rng.randrange(10**9):09d}", keys, used)
