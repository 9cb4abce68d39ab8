"""What a file of seeds says of one device, and what can be wrong with it. Reasons are for the operator; no secret is
ever in one."""

from dataclasses import dataclass, field

from app.factors.code_device import oath
from app.factors.code_device.stock import serial_of

FORMS = ("display", "speaking", "braille")
# A year of presses a minute is far below; it fits the column, and a false one would lock the device out.
LARGEST_COUNTER = 2**40


class BadRecord(ValueError):
    """One device cannot be brought in; the message says why, without the seed."""


class Unreadable(ValueError):
    """The whole file cannot be read; the message says why."""


@dataclass(frozen=True)
class Record:
    """One device. `counter`: the next counter of an HOTP device. `period`: seconds a code of a TOTP device lasts."""

    serial: str
    kind: str
    seed: bytes = field(repr=False)
    digits: int = 6
    period: int = 30
    counter: int = 0
    algorithm: str = "sha1"
    form: str = ""


@dataclass(frozen=True)
class Bad:
    """A device that was not brought in: `where` is its line or its serial number."""

    where: str
    reason: str


def judged(record: Record) -> Record:
    """The record with its serial in its one form. Raises BadRecord."""
    serial = serial_of(record.serial)
    shortest, longest = oath.SEED_BYTES
    problems = {
        "the serial number is missing or has strange characters": not serial,
        "the type must be hotp or totp": record.kind not in oath.KINDS,
        "the hash must be sha1, sha256 or sha512": record.algorithm not in oath.HASHES,
        "a code must have 6 to 8 digits": record.digits not in oath.DIGITS,
        "the period must be 15 to 120 seconds": not oath.PERIODS[0] <= record.period <= oath.PERIODS[1],
        "the counter is not usable": not 0 <= record.counter <= LARGEST_COUNTER,
        "the form must be display, speaking or braille": record.form not in ("", *FORMS),
        "the seed must have 128 to 1024 bits (RFC 4226)": not shortest <= len(record.seed) <= longest,
    }
    for reason, wrong in problems.items():
        if wrong:
            raise BadRecord(reason)
    return Record(**{**vars(record), "serial": serial})


def whole_number(text: str, what: str) -> int:
    """A number of at most 15 digits. Raises BadRecord."""
    cut = text.strip()
    if not (cut.isascii() and cut.isdigit() and len(cut) <= 15):
        raise BadRecord(f"{what} is not a whole number")
    return int(cut)
