"""Reads the old scheme's directory: JSON Lines in UTF-8, one citizen a line (docs/legacy-directory.md).

Pure and streaming: no database, and never more than one line in memory, because a country has millions.
A bad line becomes a BadLine and never stops the good ones. No reason repeats a value from the line: the
report is read by people who may see neither secrets nor CPR numbers.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO, Literal, NoReturn

from app.migration.directory_fields import FIELDS, FieldError, LegacyCard, need_fields

MAX_LINE_BYTES = 64 * 1024
_BOM = b"\xef\xbb\xbf"

PasswordKind = Literal["A", "B"]


@dataclass(frozen=True, slots=True)
class LegacyRecord:
    """One citizen of the old scheme. What identifies or authenticates a person is left out of its repr."""

    line_number: int
    nemid_number: str = field(repr=False)
    cpr: str = field(repr=False)
    user_id: str | None = field(repr=False)
    password_hash: str = field(repr=False)
    password_kind: PasswordKind
    given_name: str = field(repr=False)
    family_name: str = field(repr=False)
    name_protected: bool
    status: Literal["active", "locked", "blocked", "awaiting_activation"]
    language: Literal["da", "en"]
    card: LegacyCard


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that could not be read: its number, counted from one, and an English sentence saying why."""

    line_number: int
    reason: str


class _UnreadableLine(ValueError):
    """The line as a whole cannot be read; the message is the reason."""


def read_directory(lines: Iterable[bytes]) -> Iterator[LegacyRecord | BadLine]:
    """Yield a LegacyRecord or a BadLine for every line that is not blank; no content of a line raises.

    A byte order mark and either line ending are accepted. Two lines about the same person are both good
    here: only the importer, which has the database's unique indexes, can tell (see duplicate_reason).
    """
    for line_number, line in enumerate(lines, start=1):
        try:
            _need_short(line)
            if text := line.removeprefix(_BOM).strip():
                yield _read_line(line_number, text)
        except (_UnreadableLine, FieldError) as error:
            yield BadLine(line_number, str(error))


def split_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a binary stream, holding at most MAX_LINE_BYTES + 1 bytes of any of them.

    The rest of an overlong line is read and dropped, so that read_directory counts it as one bad line.
    """
    while line := stream.readline(MAX_LINE_BYTES + 1):
        rest = line
        while len(rest) > MAX_LINE_BYTES and not rest.endswith(b"\n"):
            rest = stream.readline(MAX_LINE_BYTES + 1)
        yield line


def duplicate_reason(field_name: str) -> str:
    """Return the reason for a line whose nemid_number, cpr or user_id another citizen has."""
    return f"{field_name} is already used by another citizen."


def normalise_password(kind: PasswordKind, text: str) -> str:
    """Return the form of an old password that is hashed and compared.

    Kind A (letters and digits) does not tell capitals from small letters; kind B is four digits, as they are.
    Raises ValueError for another kind.
    """
    if kind == "A":
        return text.lower()
    if kind == "B":
        return text
    raise ValueError("The password kind is A or B.")


def normalise_user_id(text: str) -> str:
    """Return the form in which self-chosen user ids are compared: capitals count as small letters."""
    return unicodedata.normalize("NFC", text).strip().lower()


def _need_short(line: bytes) -> None:
    if len(line.rstrip(b"\r\n")) > MAX_LINE_BYTES:
        raise _UnreadableLine(f"The line is longer than {MAX_LINE_BYTES} bytes.")


def _read_line(line_number: int, text: bytes) -> LegacyRecord:
    values = _parse(text)
    need_fields(values, FIELDS, within="")
    return LegacyRecord(line_number, **{name: check(name, values[name]) for name, check in FIELDS.items()})


def _parse(text: bytes) -> dict[str, Any]:
    try:
        values = json.loads(
            text.decode("utf-8"), object_pairs_hook=_object_without_repeats, parse_constant=_refuse_constant
        )
    except UnicodeDecodeError:
        raise _UnreadableLine("The line is not encoded in UTF-8.") from None
    except (json.JSONDecodeError, RecursionError):
        raise _UnreadableLine("The line is not valid JSON.") from None
    except _UnreadableLine:
        raise
    except ValueError:  # Python refuses to read a number of thousands of digits
        raise _UnreadableLine("The line holds a number that is too long.") from None
    if not isinstance(values, dict):
        raise _UnreadableLine("The line is not a JSON object.")
    return values


def _object_without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Refuse an object that names a member twice (RFC 8259 section 4 leaves open which of them counts)."""
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    seen: set[str] = set()
    repeated = next(name for name, _ in pairs if name in seen or seen.add(name))
    if re.fullmatch(r"[0-9]+", repeated):
        raise _UnreadableLine("card.keys has the same number twice.")
    known = f"{repeated} is" if repeated in FIELDS else "A field is"
    raise _UnreadableLine(f"{known} written twice.")


def _refuse_constant(_: str) -> NoReturn:
    raise _UnreadableLine("The line is not valid JSON.")  # NaN and Infinity are Python's, not JSON's
