"""Seeds as CSV: a first line of names (serial, type, seed; and digits, period, counter, algorithm, form where they
are not the usual), then a device a line. The seed is hexadecimal or base32."""

import base64
import binascii
import csv
import io
import re
from collections.abc import Iterator

from app.factors.code_device.records import Bad, BadRecord, Record, Unreadable, judged, whole_number

NEEDED = {"serial", "type", "seed"}
KNOWN = NEEDED | {"digits", "period", "counter", "algorithm", "form"}
LONGEST_LINE = 2000
_HEX = re.compile(r"(?:[0-9A-Fa-f]{2})+")


def read(data: bytes) -> Iterator[Record | Bad]:
    """Every device, good or bad. Raises Unreadable where the file is no such table."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise Unreadable("the file is neither PSKC nor text in UTF-8") from error
    names = [name.strip().lower() for name in _cells(lines[0])] if lines else []
    if not set(names) >= NEEDED or set(names) - KNOWN or len(names) != len(set(names)):
        raise Unreadable("the first line must name the columns: serial, type, seed, digits, period, counter ...")
    for number, line in enumerate(lines[1:], start=2):
        if line.strip():
            yield _entry(number, names, line)


def _entry(number: int, names: list[str], line: str) -> Record | Bad:
    try:
        cells = [cell.strip() for cell in _cells(line)]
        if len(line) > LONGEST_LINE or len(cells) != len(names):
            raise BadRecord(f"the line must have {len(names)} fields")
        return judged(_record(dict(zip(names, cells, strict=True))))
    except BadRecord as error:
        return Bad(f"line {number}", str(error))


def _record(row: dict[str, str]) -> Record:
    return Record(
        serial=row["serial"],
        kind=row["type"].lower(),
        seed=seed_from(row["seed"]),
        digits=whole_number(row.get("digits") or "6", "digits"),
        period=whole_number(row.get("period") or "30", "period"),
        counter=whole_number(row.get("counter") or "0", "counter"),
        algorithm=(row.get("algorithm") or "sha1").lower().replace("-", ""),
        form=(row.get("form") or "").lower(),
    )


def seed_from(text: str) -> bytes:
    """The seed from hexadecimal or base32, whichever it is. Raises BadRecord."""
    packed = "".join(text.split()).rstrip("=")
    if _HEX.fullmatch(packed):
        return bytes.fromhex(packed)
    try:
        return base64.b32decode(packed.upper() + "=" * (-len(packed) % 8))
    except (binascii.Error, ValueError) as error:
        raise BadRecord("the seed is neither hexadecimal nor base32") from error


def _cells(line: str) -> list[str]:
    try:
        return next(csv.reader(io.StringIO(line[: LONGEST_LINE + 1]), strict=True), [])
    except csv.Error as error:
        raise BadRecord("the line is not CSV") from error
