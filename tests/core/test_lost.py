"""A lost factor is blocked at once and alone; a second one of a kind waits in reserve."""

from datetime import timedelta

import pytest

from app.core import clock, enrol, login, lost, reserve
from app.core.enrol import NotTheirs
from app.core.login import Browser, Refused
from app.core.models import Citizen, Credential, Session
from app.factors.code_card import check
from tests.support.account import events_of, notices_sent
from tests.support.logging_on import rows, session_of, start
from tests.support.world import card_code, credential_of, give_factor, make_citizen


@pytest.fixture
def owner(core):
    return make_citizen(core, email="kirsten@example.dk")


def block(core, person, credential_id, **kwargs):
    with core.database.write() as db:
        lost.block(db, db.get_one(Citizen, person.id), credential_id, **kwargs)


def asked_at_log_on(core, person):
    return start(core, person).challenge["credential"]


def log_on(core, person):
    """A whole log-on with the card that is asked; gives the card's id."""
    session = start(core, person)
    card = session.challenge["credential"]
    answered = login.answer(core, session.id, {"code": card_code(core, card)}, Browser())
    assert session_of(core, answered.token).stage == "logged_on"
    return card


# Lost


def test_a_lost_factor_is_blocked_alone_and_the_citizen_is_told(core, owner):
    gone, kept = give_factor(core, owner, "code_card"), give_factor(core, owner, "code_card")
    block(core, owner, gone)
    assert (credential_of(core, gone).status, credential_of(core, kept).status) == ("disabled", "active")
    assert lost.is_lost(credential_of(core, gone))
    assert not lost.is_lost(credential_of(core, kept))
    assert events_of(core, owner)[0] == "factor.blocked"
    assert notices_sent(core)[-1] == ("factor.blocked", "email", "kirsten@example.dk")
    assert asked_at_log_on(core, owner) == kept


def test_every_session_but_this_one_ends(core, owner):
    card = give_factor(core, owner, "code_card")
    log_on(core, owner)
    log_on(core, owner)
    with core.database.read() as db:
        keep = next(item.id for item in rows(db, Session) if item.stage == "logged_on" and not item.revoked_at)
    block(core, owner, card, keep_session=keep)
    with core.database.read() as db:
        assert [item.id for item in rows(db, Session) if not item.revoked_at] == [keep]


def test_the_last_way_in_may_be_blocked_and_twice_is_once(core, owner):
    card = give_factor(core, owner, "code_card")
    block(core, owner, card)
    block(core, owner, card)
    assert events_of(core, owner).count("factor.blocked") == 1
    refused = login.start(core, owner.user_id, owner.password, Browser())
    assert refused == Refused("no_way")


def test_a_question_that_waits_dies_with_the_factor(core, owner):
    card = give_factor(core, owner, "code_card")
    session = start(core, owner)
    code = card_code(core, card)
    block(core, owner, card)
    assert not isinstance(login.answer(core, session.id, {"code": code}, Browser()), login.LoggedOn)


def test_nobody_blocks_what_is_not_theirs(core, owner):
    stranger = make_citizen(core, "stranger1", cpr="6111800002")
    card = give_factor(core, owner, "code_card")
    with pytest.raises(NotTheirs):
        block(core, stranger, card)
    assert credential_of(core, card).status == "active"


def test_what_is_being_activated_is_not_lost(core, owner):
    with core.database.write() as db:
        fresh = enrol.prepare(core, db, db.get_one(Citizen, owner.id), "code_card", {}).id
    block(core, owner, fresh)
    assert credential_of(core, fresh).status == "pending"


# In reserve


def made(**values):
    at = values.pop("at", 0)
    moment = clock.now() + timedelta(minutes=at)
    used = values.pop("used_at", None)
    return Credential(
        kind=values.pop("kind", "code_card"),
        status="active",
        created_at=moment,
        activated_at=moment,
        last_used_at=moment if used is None else clock.now() + timedelta(minutes=used),
        data=values.pop("data", {}),
        **values,
    )


def test_the_newer_one_that_was_never_used_waits():
    first, second = made(id="a"), made(id="b", at=5)
    assert reserve.waiting([first, second]) == {"b"}
    assert [item.id for item in reserve.by_use([second, first])] == ["a", "b"]


def test_one_that_was_picked_is_no_more_in_reserve():
    first, second = made(id="a", used_at=8), made(id="b", at=5, used_at=9)
    assert reserve.waiting([first, second]) == set()
    assert [item.id for item in reserve.by_use([first, second])] == ["b", "a"]


def test_what_is_used_up_is_asked_last_and_nothing_waits_for_it():
    spent, second = made(id="a", used_at=8, data={"spent": True}), made(id="b", at=5)
    assert reserve.waiting([spent, second]) == set()
    assert [item.id for item in reserve.by_use([spent, second])] == ["b", "a"]


def test_another_kind_is_no_reserve():
    first, second = made(id="a"), made(id="b", at=5, kind="audio_code")
    assert reserve.waiting([first, second]) == set()


def test_log_on_asks_the_card_in_use_until_it_is_used_up(core, owner):
    first, second = give_factor(core, owner, "code_card"), give_factor(core, owner, "code_card")
    assert log_on(core, owner) == first
    with core.database.write() as db:
        card = db.get_one(Credential, first)
        last = check.SIZE - 1
        card.data = {**card.data, "used": f"{(1 << last) - 1:x}", "asked": None}
    assert log_on(core, owner) == first
    assert reserve.is_spent(credential_of(core, first))
    assert log_on(core, owner) == second
