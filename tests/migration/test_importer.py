"""The importer: exactly the good lines come in, once, whatever stands between them and however often it is run."""

import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import astuple
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from app.core import events
from app.core.context import Core
from app.core.models import LegacyIdentity
from app.core.sealed import unseal
from app.migration import identities, importer
from app.migration.directory import duplicate_reason
from tests.support.legacy import OLD_HASH, identity_of, import_lines, old_citizen, old_line, write_lines
from tests.support.world import quick_core, quick_settings


def rows(core: Core) -> dict[str, tuple[Any, ...]]:
    """Every imported row whole, by id."""
    columns = LegacyIdentity.__table__.columns
    with core.database.read() as db:
        return {row.id: tuple(row) for row in db.execute(select(*columns))}


def test_a_citizen_comes_in_whole_and_sealed(core: Core) -> None:
    identity = identity_of(core, old_citizen(core, 7, name_protected=True, language="en", status="blocked"))
    with core.database.read() as db:
        opened = [
            unseal(db, getattr(identity, column), f"legacy.{column}")
            for column in ("nemid_number", "cpr", "user_id", "name", "card_number")
        ]
    assert opened == ["210000007", "6112800007", "borger7", "Åse Ærø-7", "G000000007"]
    assert (identity.protected, identity.language, identity.status) == (True, "en", "blocked")
    assert (identity.password_hash, identity.password_kind) == (OLD_HASH, "A")
    assert (identity.citizen_id, identity.asked, identity.failures, identity.used) == (None, None, 0, "3")


def test_nothing_that_identifies_stands_readable(core: Core) -> None:
    old_citizen(core, 7)
    (row,) = rows(core).values()
    kept = "\n".join(str(value) for value in row)
    assert not any(text in kept for text in ("210000007", "6112800007", "borger7", "Ærø", "G000000007"))


def test_a_second_run_adds_nothing_and_changes_nothing(core: Core) -> None:
    lines = [old_line(which) for which in range(5)]
    assert astuple(import_lines(core, lines)[0]) == (5, 0, 0)
    with core.database.write() as db:
        for identity in db.scalars(select(LegacyIdentity)):
            identity.used, identity.asked, identity.failures = "ff", 9, 2
    before = rows(core)
    assert astuple(import_lines(core, lines)[0]) == (0, 5, 0)
    assert rows(core) == before


def test_an_import_goes_on_where_it_stopped(core: Core) -> None:
    import_lines(core, [old_line(which) for which in range(3)])
    assert astuple(import_lines(core, [old_line(which) for which in range(6)])[0]) == (3, 3, 0)


@pytest.mark.parametrize("batch", [1, 2, 1000])
def test_duplicates_are_reported_by_line(core: Core, monkeypatch: pytest.MonkeyPatch, batch: int) -> None:
    monkeypatch.setattr(importer, "BATCH_LINES", batch)
    lines = [
        old_line(1),
        old_line(2, nemid_number="210000001"),
        old_line(3, cpr="6112800001"),
        old_line(4, user_id="BORGER1"),
        old_line(5, user_id=None),
        old_line(6, user_id=None),
        old_line(1),
    ]
    expected = [
        (2, duplicate_reason("nemid_number")),
        (3, duplicate_reason("cpr")),
        (4, duplicate_reason("user_id")),
        (7, duplicate_reason("nemid_number")),
    ]
    report, bad = import_lines(core, lines)
    assert (astuple(report), bad) == ((3, 0, 4), expected)
    report, bad = import_lines(core, lines)
    assert (astuple(report), bad) == ((0, 3, 4), expected), "the same lines are bad whatever the database has"


def test_bad_lines_stop_nothing(core: Core) -> None:
    lines = ["", "{", old_line(1), "\ufeff", '{"nemid_number": "1"}', old_line(2, cpr="9999999999"), old_line(3)]
    report, bad = import_lines(core, lines)
    assert astuple(report) == (2, 0, 3)
    assert [number for number, _ in bad] == [2, 5, 6], "a mark of the byte order is a blank line"


def test_an_empty_file_is_an_empty_country(core: Core) -> None:
    assert astuple(import_lines(core, [])[0]) == (0, 0, 0)


def test_a_file_that_is_not_there_raises(core: Core) -> None:
    with pytest.raises(FileNotFoundError):
        importer.import_file(core, core.settings.data / "nothing", on_bad=print)


def test_the_audit_trail_tells_of_an_import_once(core: Core) -> None:
    for _ in range(2):
        import_lines(core, [old_line(1), old_line(2)])
    with core.database.read() as db:
        assert events.verify(db) is None
        assert [(event.kind, event.detail) for event in db.scalars(select(events.Event))] == [
            ("legacy.imported", {"citizens": 2})
        ]


BROKEN = st.sampled_from(
    [
        lambda which: old_line(which, nemid_number="12"),
        lambda which: old_line(which, password_kind="C"),
        lambda which: {**old_line(which), "more": 1},
        lambda which: "{" * 50,
        lambda which: "[]",
    ]
)


@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data(), st.integers(min_value=1, max_value=4))
def test_exactly_the_good_lines_come_in(data: st.DataObject, batch: int) -> None:
    good = data.draw(st.lists(st.integers(0, 30), unique=True, max_size=6))
    bad = data.draw(st.lists(st.tuples(BROKEN, st.integers(100, 130)), max_size=5))
    lines = data.draw(st.permutations([old_line(which) for which in good] + [make(which) for make, which in bad]))
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(importer, "BATCH_LINES", batch)
        core = quick_core(quick_settings(Path(folder)))
        expected = [(len(good), 0, len(bad)), (0, len(good), len(bad))]
        assert [astuple(import_lines(core, list(lines))[0]) for _ in range(2)] == expected
        with core.database.read() as db:
            assert db.scalar(select(func.count()).select_from(LegacyIdentity)) == len(good)
            assert all(identities.find_identity(db, f"borger{which}") for which in good)
        core.database.engine.dispose()


def test_two_imports_at_once_add_everybody_once(core: Core) -> None:
    path = write_lines(core.settings.data / "both.jsonl", [old_line(which) for which in range(40)])
    with ThreadPoolExecutor(2) as threads, pytest.MonkeyPatch.context() as patch:
        patch.setattr(importer, "BATCH_LINES", 5)
        reports = list(threads.map(lambda _: importer.import_file(core, path, on_bad=print), range(2)))
    assert sum(report.added for report in reports) == 40
    assert sum(report.unchanged for report in reports) == 40
    assert len(rows(core)) == 40
