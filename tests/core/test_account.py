"""What a citizen does with their own account."""

import json

import pytest

from app.core import account, contact_codes, drafts, enrol, login, sessions
from app.core.account import UserIdTaken
from app.core.models import Citizen, ContactCode, Credential, Draft, OutboxMessage
from tests.support.logging_on import HERE, log_on, rows, session_of
from tests.support.parallel import at_once
from tests.support.world import PASSWORD, make_citizen


def act(core, person, deed):
    with core.database.write() as db:
        return deed(db, db.get_one(Citizen, person.id, with_for_update=True))


def test_one_user_id_for_two_at_once_goes_to_one(core, time):
    people = [make_citizen(core, f"before{number}", cpr=f"611180{number:04d}") for number in range(8)]

    def take(number):
        try:
            act(core, people[number], lambda db, citizen: account.set_user_id(db, citizen, "Ønsket.id"))
            return "won"
        except UserIdTaken:
            return "lost"

    assert sorted(at_once(8, take)) == ["lost"] * 7 + ["won"]
    with core.database.read() as db:
        assert [account.user_id_of(db, item) for item in rows(db, Citizen)].count("Ønsket.id") == 1


def test_who_lost_a_user_id_keeps_the_old_one_and_can_go_on_in_the_same_transaction(core, person):
    make_citizen(core, "taken.one", cpr="6111800002")

    def deed(db, citizen):
        with pytest.raises(UserIdTaken):
            account.set_user_id(db, citizen, "TAKEN.ONE ")
        account.set_language(db, citizen, "en")

    act(core, person, deed)
    with core.database.read() as db:
        citizen = db.get_one(Citizen, person.id)
        assert (account.user_id_of(db, citizen), citizen.language) == ("kirsten1", "en")


def test_ones_own_user_id_may_be_written_otherwise(core, person):
    act(core, person, lambda db, citizen: account.set_user_id(db, citizen, "Kirsten1"))
    with core.database.read() as db:
        assert account.user_id_of(db, db.get_one(Citizen, person.id)) == "Kirsten1"


def test_a_new_password_ends_every_other_session_and_is_told_on_both_channels(core, person, time):
    tokens = [log_on(core, person).token for _ in range(3)]
    keep = session_of(core, tokens[0]).id
    fresh = core.passwords.hash("en helt ny adgangskode")
    act(core, person, lambda db, citizen: account.set_password(db, citizen, fresh, keep_session=keep))
    assert [sessions.is_alive(session_of(core, token)) for token in tokens] == [True, False, False]
    assert login.start(core, person.user_id, PASSWORD, HERE).reason == "wrong"
    with core.database.read() as db:
        assert [row.purpose for row in rows(db, OutboxMessage)].count("password.changed") == 2


def test_blocking_ends_every_session_at_once_and_is_told(core, person, time):
    token = log_on(core, person).token
    act(core, person, lambda db, citizen: account.block(db, citizen, "not_me"))
    assert not sessions.is_alive(session_of(core, token))
    with core.database.read() as db:
        assert [row.purpose for row in rows(db, OutboxMessage)].count("blocked") == 2


def test_critical_notices_cannot_be_switched_off(core, person):
    act(core, person, lambda db, citizen: account.set_notify(db, citizen, "critical"))
    act(core, person, lambda db, citizen: account.block(db, citizen, "not_me"))
    with core.database.read() as db:
        assert [row.purpose for row in rows(db, OutboxMessage)].count("blocked") == 2
    for level in ("none", "", "CRITICAL"):
        with pytest.raises(ValueError, match=f"^{level}$"):
            act(core, person, lambda db, citizen, level=level: account.set_notify(db, citizen, level))


def test_closing_forgets_what_the_law_lets_us_forget(core, person, time):
    token = log_on(core, person).token

    def use(db, citizen):
        drafts.save(db, citizen.id, "/min-side/kontakt", {"email": "ny@example.dk"})
        contact_codes.send(db, core.settings, citizen, "email", "ny@example.dk")
        enrol.prepare(core, db, citizen, "code_card", {}, name="Køkkenet")

    act(core, person, use)
    act(core, person, account.close)
    with core.database.read() as db:
        citizen = db.get_one(Citizen, person.id)
        gone = (citizen.user_id, citizen.user_id_digest, citizen.password_hash, citizen.email, citizen.mobile)
        assert gone == (None,) * 5
        assert citizen.status == "closed"
        assert rows(db, Draft) == rows(db, ContactCode) == []
        for credential in rows(db, Credential):
            kept = (credential.status, credential.secret, credential.lookup_digest, credential.data)
            assert kept == ("removed", None, None, {})
            assert enrol.name_of(db, credential) == ""
        assert [row.purpose for row in rows(db, OutboxMessage)].count("closed") == 2
    assert not sessions.is_alive(session_of(core, token))


def test_a_closed_user_id_is_free_again(core, person):
    act(core, person, account.close)
    make_citizen(core, "kirsten1", cpr="6111800002")


def test_the_download_has_everything_readable_and_no_secret(core, person, time):
    token = log_on(core, person).token
    with core.database.read() as db:
        data = json.dumps(account.export(db, db.get_one(Citizen, person.id)), ensure_ascii=False)
        citizen = db.get_one(Citizen, person.id)
        (credential,) = rows(db, Credential)
        secrets = [citizen.password_hash, credential.data["serial"], session_of(core, token).token_digest, token]
    for readable in ("Kirsten Ørsted", "6111800001", "kirsten@example.dk", "+4534412331", "kirsten1", "logon"):
        assert readable in data
    for secret in [*secrets, "argon2", PASSWORD, "digest"]:
        assert secret not in data


def test_anothers_data_is_not_in_the_download(core, person, time):
    make_citizen(core, "another", cpr="6111800002", name="En Anden", email="anden@example.dk")
    with core.database.read() as db:
        data = json.dumps(account.export(db, db.get_one(Citizen, person.id)), ensure_ascii=False)
    assert "Anden" not in data
    assert "another" not in data
