"""The audit chain finds every edit, deletion and reordering, at the right number."""

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session as DbSession

from app.core import events
from app.core.events import Broken
from tests.support.parallel import at_once


@pytest.fixture
def chain(core, time):
    """Ten events in four transactions."""
    for size in (1, 4, 3, 2):
        with core.database.write() as db:
            for number in range(size):
                events.record(db, "logon", f"citizen-{size}", method="code_card", number=number, note="æøå")
        time.forward(seconds=1)
    return core


def verified(core, *changes):
    """What verification says after these changes by somebody who has the database and not the key; undone after."""
    with core.database.engine.connect() as connection:
        for sql in changes:
            connection.execute(text(sql))
        with DbSession(bind=connection, info={"keys": core.database.keys}) as db:
            return events.verify(db)


def test_an_untouched_chain_is_whole(chain):
    assert verified(chain) is None


def test_an_empty_chain_is_whole(core):
    assert verified(core) is None


@pytest.mark.parametrize(
    "change",
    [
        "kind = 'logoff'",
        "citizen_id = 'another'",
        "citizen_id = NULL",
        "at = '2026-11-24 09:00:00.000000'",
        'detail = \'{"method": "security_key"}\'',
        "digest = 'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff'",
    ],
)
def test_every_edit_is_found_where_it_is(chain, change):
    for number in range(1, 11):
        assert verified(chain, f"UPDATE event SET {change} WHERE number = {number}") == Broken(number, "altered")
    assert verified(chain) is None


def test_every_deletion_is_found_where_it_is(chain):
    for number in range(1, 11):
        assert verified(chain, f"DELETE FROM event WHERE number = {number}") == Broken(number, "missing")


def test_closing_the_gap_does_not_hide_it(chain):
    moved_up = [f"UPDATE event SET number = {number - 1} WHERE number = {number}" for number in range(5, 11)]
    assert verified(chain, "DELETE FROM event WHERE number = 4", *moved_up) == Broken(4, "altered")


def test_every_swap_is_found_where_it_begins(chain):
    for first in range(1, 10):
        swap = [
            f"UPDATE event SET number = 99 WHERE number = {first}",
            f"UPDATE event SET number = {first} WHERE number = {first + 1}",
            f"UPDATE event SET number = {first + 1} WHERE number = 99",
        ]
        assert verified(chain, *swap) == Broken(first, "altered")


def test_the_end_cannot_be_cut_off_even_with_the_head_put_back(chain):
    """The head holds what no event shows, so it cannot be put back to an earlier line without the key."""
    for left in range(1, 10):
        shown = f"(SELECT digest FROM event WHERE number = {left})"
        cut = [
            f"DELETE FROM event WHERE number > {left}",
            f"UPDATE event_head SET number = {left}, digest = {shown}",
        ]
        assert verified(chain, *cut) == Broken(left + 1, "missing")


def test_a_made_up_event_is_found(chain):
    made_up = (
        "INSERT INTO event (number, at, kind, citizen_id, detail, digest) "
        "SELECT 11, at, kind, citizen_id, detail, digest FROM event WHERE number = 10"
    )
    assert verified(chain, made_up) == Broken(11, "altered")


def _record_and_fail(core):
    with core.database.write() as db:
        events.record(db, "logon", "citizen")
        raise RuntimeError


def test_what_failed_leaves_no_event_and_no_gap(chain):
    with pytest.raises(RuntimeError):
        _record_and_fail(chain)
    with chain.database.write() as db:
        events.record(db, "logoff", "citizen")
    assert verified(chain) is None


def test_parallel_writers_give_one_unbroken_chain(core):
    def write(number):
        for turn in range(5):
            with core.database.write() as db:
                events.record(db, "logon", f"citizen-{number}", turn=turn)

    at_once(16, write)
    assert verified(core) is None
    with core.database.read() as db:
        assert db.execute(text("SELECT count(*), max(number) FROM event")).one() == (80, 80)


def test_a_citizens_events_newest_first_in_pages(chain):
    with chain.database.read() as db:
        newest = events.of_citizen(db, "citizen-4", limit=2)
        older = events.of_citizen(db, "citizen-4", before=newest[-1].number)
        assert [event.number for event in [*newest, *older]] == [5, 4, 3, 2]
