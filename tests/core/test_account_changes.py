"""What Min side asks of the core: a user ID replaced, log-ons ended, other sessions gone with a factor."""

from app.core import account, enrol, events, outbox, sessions
from app.core.models import Citizen
from tests.support.logging_on import HERE, log_on, session_of
from tests.support.world import give_factor, make_citizen


def act(core, person, deed):
    with core.database.write() as db:
        return deed(db, db.get_one(Citizen, person.id, with_for_update=True))


def kinds(core, person):
    with core.database.read() as db:
        return [event.kind for event in events.of_citizen(db, person.id)]


def alive(core, logged_on):
    session = session_of(core, logged_on.token)
    return session is not None and sessions.is_alive(session)


def test_a_user_id_that_is_replaced_is_told_and_one_that_stays_is_not(core, person):
    act(core, person, lambda db, citizen: account.set_user_id(db, citizen, "Nyt navn 7"))
    act(core, person, lambda db, citizen: account.set_user_id(db, citizen, "NYT navn 7"))
    assert kinds(core, person).count("user_id.changed") == 1
    with core.database.read() as db:
        told = [item.channel for item in outbox.recent(db) if item.purpose == "user_id.changed"]
    assert sorted(told) == ["email", "sms"]


def test_one_log_on_is_ended_once_and_only_by_its_citizen(core, person):
    first, second = log_on(core, person), log_on(core, person, HERE)
    stranger = make_citizen(core, "stranger1", cpr="6111800009")
    ended = session_of(core, first.token).id
    assert not act(core, stranger, lambda db, citizen: account.end_session(db, citizen, ended))
    assert act(core, person, lambda db, citizen: account.end_session(db, citizen, ended))
    assert not act(core, person, lambda db, citizen: account.end_session(db, citizen, ended))
    assert (alive(core, first), alive(core, second)) == (False, True)
    assert kinds(core, person).count("session.ended") == 1


def test_all_others_end_and_nothing_is_noted_where_there_are_none(core, person):
    first, second = log_on(core, person), log_on(core, person)
    kept = session_of(core, second.token).id
    assert act(core, person, lambda db, citizen: account.end_other_sessions(db, citizen, keep=kept)) >= 1
    assert act(core, person, lambda db, citizen: account.end_other_sessions(db, citizen, keep=kept)) == 0
    assert (alive(core, first), alive(core, second)) == (False, True)
    assert kinds(core, person).count("session.ended") == 1


def test_the_other_sessions_end_with_a_factor_that_is_removed(core, person):
    other = give_factor(core, person, "authenticator_app")
    first, second = log_on(core, person), log_on(core, person)
    kept = session_of(core, second.token).id
    act(core, person, lambda db, citizen: enrol.remove(db, citizen, other, keep_session=kept))
    assert (alive(core, first), alive(core, second)) == (False, True)
