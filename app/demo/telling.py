"""What the terminal says of the demo: the welcome, the table of personas, an old card."""

import os
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

from app.demo.citizen import DemoCitizen, Persona
from app.demo.country import card_of
from app.demo.crossed import CROSSED
from app.demo.personas import PERSONAS, persona
from app.migration.legacy_card import COLUMNS, LINES

KEYS_SHOWN = 2


def welcome(base_url: str, data: Path) -> str:
    """What `make run` prints when the portal is up: where it is, and how to log on as a demo citizen."""
    demo = demo_command(data)
    old, crossed = persona("everyday"), CROSSED[0]
    assert crossed.new is not None
    return f"""
The portal is at {base_url} (everybody in it is fictitious).

  Cross from the old card    {base_url}/skift
    NemID number {old.nemid_number}, password {old.password}
    the key it asks for: {demo} --code {old.key}
    the whole card:      {demo} --keys {old.key}

  Log on with the new eID    {base_url}/log-paa
    user ID {crossed.new.user_id}, password {crossed.new.password}
    the code: {demo} --code {crossed.key}

  Messages that were sent    {base_url}/demo/postkasse
  All personas               {demo}
"""


def demo_command(data: Path) -> str:
    """The `demo` command as it can be typed here: this Python, and the data folder unless it is the usual one."""
    here = os.path.relpath(sys.executable)
    python = sys.executable if here.startswith("..") else here
    return shlex.join([python, "-m", "app", "demo", *([] if data == Path("data") else ["--data", str(data)])])


def summary(citizens: Iterable[DemoCitizen]) -> str:
    """The personas as a table that a person can log on by; all others are counted."""
    everybody = list(citizens)
    named = [citizen for citizen in everybody if citizen.persona]
    lines = [_row("PERSONA", "NAME", "OLD: NEMID NO.", "PASSWORD", "SOME KEYS", "NEW: USER ID", "PASSWORD")]
    lines += [_row_of(citizen) for citizen in named]
    lines += [
        "",
        f"and {len(everybody) - len(named)} citizens without a name of their own (python -m app demo --json).",
        "All keys of an old card: python -m app demo --keys PERSONA",
        "What a person would read off just now: python -m app demo --code PERSONA",
    ]
    return "\n".join(lines)


def card(one: Persona) -> str:
    """The persona's old card as it is printed: four columns of numbers and keys, the used ones marked."""
    old = card_of(one)
    used = set(old.used)
    cells = [f"{number} {key}{' x' if number in used else '  '}" for number, key in old.keys.items()]
    rows = ["    ".join(cells[line + column * LINES] for column in range(COLUMNS)) for line in range(LINES)]
    return "\n".join([f"Card {old.card_number} of {one.given_name} {one.family_name} (x: used before)", *rows])


def known(key: str) -> Persona | None:
    """The persona of this key, or None."""
    return next((one for one in PERSONAS if one.key == key), None)


def _row_of(citizen: DemoCitizen) -> str:
    one = citizen.persona
    assert one is not None
    keys = " ".join(f"{number}:{citizen.card.keys[number]}" for number in citizen.card.unused[:KEYS_SHOWN])
    password = citizen.password if one.status == "active" else f"{citizen.password} ({one.status})"
    new = (one.new.user_id, one.new.password) if one.new else ("", "")
    return _row(one.key, citizen.name, citizen.nemid_number, password, keys or "none left", *new)


def _row(key: str, name: str, nemid_number: str, password: str, keys: str, user_id: str, new_password: str) -> str:
    cells = f"{key:<23}{name[:24]:<26}{nemid_number:<16}{password:<32}{keys:<25}{user_id:<19}{new_password}"
    return cells.rstrip()
