"""Finding an old identity by what was typed."""

import pytest
from sqlalchemy import event

from app.core.context import Core
from app.migration.identities import find_identity
from tests.support.legacy import old_citizen


@pytest.mark.parametrize(
    "typed",
    [
        "210000001", " 210 000 001 ", "210-000-001",
        "6112800001", "611280-0001", "611280 0001", "611280–0001", " 611280-0001\t",
        "borger1", "Borger1", "  BORGER1 ",
    ],
)  # fmt: skip
def test_each_id_finds_its_citizen(core: Core, typed: str) -> None:
    old_citizen(core, 2)
    identity_id = old_citizen(core, 1)
    with core.database.read() as db:
        found = find_identity(db, typed)
    assert found is not None
    assert found.id == identity_id


@pytest.mark.parametrize("typed", ["", " ", "-", "210000003", "borger", "\0", "\ud800", "x" * 10**6, "6112800001" * 9])
def test_anything_else_finds_nobody(core: Core, typed: str) -> None:
    old_citizen(core, 1)
    old_citizen(core, 2, user_id=None)
    with core.database.read() as db:
        assert find_identity(db, typed) is None


@pytest.mark.parametrize("typed", ["210000001", "6112800001", "borger1", "unknown", ""])
def test_known_or_unknown_costs_one_query(core: Core, typed: str) -> None:
    old_citizen(core, 1)
    statements: list[str] = []
    with core.database.read() as db:
        db.connection()
        event.listen(core.database.engine, "before_cursor_execute", lambda *args: statements.append(args[2]))
        find_identity(db, typed)
    assert len(statements) == 1
