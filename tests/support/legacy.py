"""Lines of a legacy directory for tests, and the old card's right keys."""

import json
from pathlib import Path
from typing import Any

from argon2 import PasswordHasher

from app.core.context import Core
from app.core.models import LegacyIdentity
from app.migration import identities
from app.migration.importer import ImportReport, import_file

OLD_PASSWORD = "hemmelig1"
OLD_HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(OLD_PASSWORD)


def old_key(number: str) -> str:
    """The key that every test card has beside a number."""
    return f"{(int(number) * 7919 + 13) % 10**6:06d}"


def old_line(which: int, **changes: Any) -> dict[str, Any]:
    """The values of test citizen `which`'s line (0 to 999): a different one for each, the same for the same."""
    numbers = [f"{number:04d}" for number in range(which, which + 148 * 7, 7)]
    values = {
        "nemid_number": f"{210000000 + which:09d}",
        "cpr": f"611280{which:04d}",
        "user_id": f"borger{which}",
        "password_hash": OLD_HASH,
        "password_kind": "A",
        "given_name": "Åse",
        "family_name": f"Ærø-{which}",
        "name_protected": False,
        "status": "active",
        "language": "da",
        "card": {
            "card_number": f"G{which:09d}",
            "keys": {number: old_key(number) for number in numbers},
            "used": numbers[:2],
        },
    }
    return {**values, **changes}


def write_lines(path: Path, lines: list[Any]) -> Path:
    """Write a directory: a dictionary is written as JSON, text as it is."""
    written = [line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines]
    path.write_text("".join(f"{line}\n" for line in written), encoding="utf-8")
    return path


def import_lines(core: Core, lines: list[Any]) -> tuple[ImportReport, list[tuple[int, str]]]:
    """Import these lines: the report, and the bad lines' numbers and reasons."""
    bad: list[tuple[int, str]] = []
    path = write_lines(core.settings.data / "directory.jsonl", lines)
    report = import_file(core, path, on_bad=lambda line: bad.append((line.line_number, line.reason)))
    return report, bad


def old_citizen(core: Core, which: int = 1, **changes: Any) -> str:
    """Import one citizen of the old scheme and give the identity's id."""
    values = old_line(which, **changes)
    import_lines(core, [values])
    with core.database.read() as db:
        found = identities.find_identity(db, values["nemid_number"])
        assert found is not None
        return found.id


def identity_of(core: Core, identity_id: str) -> LegacyIdentity:
    """An old identity as it stands in the database."""
    with core.database.read() as db:
        return db.get_one(LegacyIdentity, identity_id)
