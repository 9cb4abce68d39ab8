"""How guessing is bounded."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from app.core import events, throttle
from app.core.models import Counter, Credential, Event
from app.core.throttle import Wait
from app.settings import Settings
from tests.support.parallel import at_once


def take(core, key="password:somebody"):
    with core.database.write() as db:
        return throttle.take(db, core.settings, key)


def test_the_first_tries_are_free_then_the_delay_doubles_up_to_an_hour(core, time):
    assert [take(core) for _ in range(5)] == [None] * 5
    delays = []
    for _ in range(10):
        wait = take(core)
        assert wait is not None
        delays.append((wait.until - time()).total_seconds())
        time.time = wait.until - timedelta(microseconds=1)
        assert take(core) == wait, "the lock lifted early"
        time.time = wait.until
        assert take(core) is None
    assert delays == [30, 60, 120, 240, 480, 960, 1920, 3600, 3600, 3600]


def test_after_a_hundred_failures_in_a_row_a_person_must_help(core, time):
    for _ in range(core.settings.failures_before_human):
        assert take(core) is None
        time.forward(hours=1)
    time.forward(days=3650)
    assert take(core) == Wait(None)


def test_a_success_ends_the_row(core, time):
    for _ in range(5):
        take(core)
    assert take(core) is not None
    with core.database.write() as db:
        throttle.give_back(db, "password:somebody")
    assert [take(core) for _ in range(5)] == [None] * 5


def test_waiting_tries_do_not_lengthen_the_wait(core, time):
    for _ in range(5):
        take(core)
    first = take(core)
    assert {take(core) for _ in range(20)} == {first}


def test_a_failure_survives_what_comes_after_it(core, time):
    take(core)
    with pytest.raises(RuntimeError), core.database.write():
        raise RuntimeError("the request that made it crashed")
    with core.database.read() as db:
        assert db.get_one(Counter, "password:somebody").failures == 1


def test_parallel_guesses_cannot_outrun_the_count(core, time):
    answers = at_once(25, lambda _number: take(core))
    assert answers.count(None) == core.settings.free_tries


def test_a_try_that_could_not_be_checked_was_none(core, time):
    for _ in range(5):
        take(core)
    with core.database.write() as db:
        throttle.undo(db, "password:somebody")
    assert take(core) is None
    assert take(core) is not None


def fail(core, source, count):
    for _ in range(count):
        with core.database.write() as db:
            throttle.note_failure(db, core.settings, source)


def exhausted(core, source):
    with core.database.read() as db:
        return throttle.source_exhausted(db, core.settings, source)


def test_a_source_is_refused_until_its_quarter_of_an_hour_is_over(core, time, monkeypatch):
    fail(core, "192.0.2.1", core.settings.source_failures - 1)
    assert not exhausted(core, "192.0.2.1")
    fail(core, "192.0.2.1", 1)
    assert exhausted(core, "192.0.2.1")
    assert not exhausted(core, "192.0.2.2")
    time.forward(minutes=15)
    assert not exhausted(core, "192.0.2.1")


def test_the_same_quarter_of_another_month_begins_anew(core, time):
    fail(core, "192.0.2.1", core.settings.source_failures)
    time.time = time.time.replace(month=12)
    assert not exhausted(core, "192.0.2.1")
    fail(core, "192.0.2.1", 1)
    assert not exhausted(core, "192.0.2.1")


@pytest.mark.parametrize(
    ("source", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("", ""),
        ("no address" * 100, ("no address" * 100)[:60]),
    ],
)
def test_what_counts_as_one_source(core, source, network):
    assert throttle.network_of(source) == network
    fail(core, source, 1)


def test_spraying_raises_the_alarm_once_a_minute(core, time):
    settings = core.settings.model_copy(update={"alarm_failures": 20})
    for _ in range(2):
        for number in range(45):
            with core.database.write() as db:
                throttle.note_failure(db, settings, f"192.0.2.{number}")
        time.forward(minutes=1)
    with core.database.read() as db:
        alarms = db.scalars(select(Event).where(Event.kind == "alarm.spraying")).all()
        assert len(alarms) == 2
        assert events.verify(db) is None


def test_wrong_answers_are_counted_on_the_factor_itself(time):
    settings, item = Settings(), Credential(failures=0)
    last = [throttle.note_wrong(item, settings, 10) for _ in range(10)]
    assert last == [False] * 9 + [True]
    assert item.locked_until - time() == timedelta(seconds=3600)
    throttle.note_right(item)
    assert (item.failures, item.locked_until) == (0, None)


def test_housekeeping_forgets_sources_and_never_accounts(core, time):
    take(core)
    fail(core, "192.0.2.1", 3)
    time.forward(days=3)
    with core.database.write() as db:
        throttle.forget_old(db)
    with core.database.read() as db:
        assert db.scalars(select(Counter.key)).all() == ["password:somebody"]
