"""The old card: nothing readable at rest, one sticky question, five wrong keys at most, each key used once."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from app.core import clock
from app.core.context import Core
from app.core.crypto import new_keys
from app.core.models import Event
from app.core.proof import Verdict
from app.migration import identities, legacy_card
from tests.support.legacy import identity_of, old_citizen, old_key, old_line


@pytest.fixture
def identity_id(core: Core) -> str:
    """An old identity with 146 keys left."""
    return old_citizen(core)


def within(core: Core, identity_id: str, act: Callable) -> object:
    """Do something to the locked identity in a transaction."""
    with core.database.write() as db:
        identity = identities.locked(db, identity_id)
        assert identity is not None
        return act(db, identity)


def asked(core: Core, identity_id: str) -> legacy_card.Asked:
    return within(core, identity_id, legacy_card.ask)


def answer(core: Core, identity_id: str, key: str, position: int | None = None) -> Verdict:
    return within(
        core,
        identity_id,
        lambda db, identity: legacy_card.check(db, core.settings, identity, key, position=position),
    )


def events_of(core: Core) -> list[str]:
    with core.database.read() as db:
        return list(db.scalars(select(Event.kind).where(Event.kind != "legacy.imported").order_by(Event.number)))


def test_no_key_can_be_read_in_the_database(core: Core, identity_id: str) -> None:
    identity = identity_of(core, identity_id)
    keys = old_line(1)["card"]["keys"]
    assert legacy_card.size(identity) == 148
    assert len(identity.card_keys) == 148 * 20
    assert [legacy_card.number_at(identity, position) for position in range(148)] == sorted(keys)
    assert not any(key.encode() in identity.card_keys for key in keys.values())


def test_the_same_card_under_another_root_has_other_digests() -> None:
    card = old_line(1)["card"]
    first, second = (legacy_card.pack(card["keys"], card["used"], new_keys(), card["card_number"]) for _ in range(2))
    assert first.used == second.used == "3"
    assert first.card_keys != second.card_keys


def test_the_question_is_sticky_until_it_is_answered(core: Core, identity_id: str) -> None:
    first = asked(core, identity_id)
    assert {asked(core, identity_id) for _ in range(100)} == {first}
    assert first.position >= 2, "used numbers are never asked"
    assert (first.column - 1) * legacy_card.LINES + first.line - 1 == first.position
    assert within(core, identity_id, legacy_card.asked) == first
    assert identity_of(core, identity_id).failures == 0, "leaving a question is no failure"


def test_a_right_key_is_used_up(core: Core, identity_id: str) -> None:
    question = asked(core, identity_id)
    key = old_key(question.number)
    assert answer(core, identity_id, f" {key[:3]} {key[3:]} ").ok
    identity = identity_of(core, identity_id)
    assert identity.asked is None
    assert legacy_card.is_used(identity, question.position)
    assert legacy_card.left(identity) == 145
    assert answer(core, identity_id, key).reason == "void"


def test_an_answer_to_an_older_question_is_void_and_no_guess(core: Core, identity_id: str) -> None:
    first = asked(core, identity_id)
    assert answer(core, identity_id, old_key(first.number), first.position).ok
    asked(core, identity_id)
    assert answer(core, identity_id, old_key(first.number), first.position).reason == "void"
    assert identity_of(core, identity_id).failures == 0


@pytest.mark.parametrize("typed", ["", "12345", "1234567", "12a456", "١٢٣٤٥٦", "²²²²²²", "\0" * 6, "x" * 10**6])
def test_what_is_no_key_does_not_count(core: Core, identity_id: str, typed: str) -> None:
    asked(core, identity_id)
    assert answer(core, identity_id, typed).reason == "malformed"
    assert identity_of(core, identity_id).failures == 0


def test_five_wrong_keys_in_a_row_lock_the_old_identity(core: Core, identity_id: str) -> None:
    question = asked(core, identity_id)
    right = old_key(question.number)
    wrong = f"{(int(right) + 1) % 10**6:06d}"
    now = datetime.fromisoformat("2026-11-01T12:00:00+00:00")
    verdicts = []
    for day in range(5):
        moment = now + timedelta(days=day)
        with clock.moved(lambda moment=moment: moment):
            verdicts.append(answer(core, identity_id, wrong))
            assert asked(core, identity_id) == question, "no other number after a wrong key"
    assert [verdict.reason for verdict in verdicts] == ["wrong"] * 4 + ["disabled"]
    assert [verdict.tries_left for verdict in verdicts] == [4, 3, 2, 1, None]
    assert [bool(verdict.until) for verdict in verdicts] == [False, False, True, True, False]
    assert identity_of(core, identity_id).status == "locked"
    assert events_of(core) == ["legacy.wrong_key"] * 5 + ["legacy.locked"]
    with clock.moved(lambda: now + timedelta(days=400)):
        assert answer(core, identity_id, right).reason == "disabled"


def test_no_guess_is_judged_while_the_delay_runs(core: Core, identity_id: str) -> None:
    question = asked(core, identity_id)
    wrong = f"{(int(old_key(question.number)) + 1) % 10**6:06d}"
    for _ in range(3):
        answer(core, identity_id, wrong)
    held = answer(core, identity_id, old_key(question.number))
    assert held.reason == "locked"
    assert held.until is not None
    assert identity_of(core, identity_id).failures == 3
    with clock.moved(lambda: held.until):
        assert answer(core, identity_id, old_key(question.number)).ok
    assert identity_of(core, identity_id).failures == 0


@pytest.mark.parametrize("status", ["locked", "blocked", "awaiting_activation"])
def test_only_an_active_identity_is_judged(core: Core, status: str) -> None:
    identity_id = old_citizen(core, status=status)
    question = asked(core, identity_id)
    assert answer(core, identity_id, old_key(question.number)).reason == "disabled"


def test_a_card_without_keys_asks_nothing(core: Core) -> None:
    card = old_line(1)["card"]
    identity_id = old_citizen(core, card={**card, "used": list(card["keys"])})
    assert asked(core, identity_id) is None
    assert answer(core, identity_id, "123456").reason == "void"
    assert legacy_card.left(identity_of(core, identity_id)) == 0


def test_every_unused_number_may_be_asked(core: Core) -> None:
    numbers = list(old_line(1)["card"]["keys"])
    identity_id = old_citizen(core, card={**old_line(1)["card"], "used": numbers[3:]})
    seen = set()
    for _ in range(3):
        question = asked(core, identity_id)
        seen.add(question.number)
        assert answer(core, identity_id, old_key(question.number)).ok
    assert seen == set(numbers[:3])
