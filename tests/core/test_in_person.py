"""The clerk's command that lifts the cap of factors, once the citizen has shown who they are."""

import pytest
from typer.testing import CliRunner

from app.cli import command_line
from app.core import enrol, events, in_person
from app.core.assurance import Level
from app.core.context import Core
from app.core.crypto import load_keys
from app.core.db import Database
from app.core.in_person import CannotHelp
from app.core.models import Citizen, Credential
from app.core.sealed import digest, seal
from tests.support.account import notices_sent
from tests.support.world import credential_of, give_factor, make_citizen

CPR = "6111800001"
FACTS = {"clerk": "B-12", "identified": "passport"}


def capped_citizen(core, status="active"):
    """A citizen with a card that a log-on of a lower level added; gives the person and the card's id."""
    person = make_citizen(core, "anna1")
    card = give_factor(core, person, "code_card")
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        citizen.cpr_digest, citizen.status = digest(db, CPR, "cpr"), status
        citizen.email = seal(db, "anna@example.dk", "citizen.email")
        credential = db.get_one(Credential, card)
        credential.data = {**credential.data, "capped": int(Level.SUBSTANTIAL)}
    return person, card


def test_what_a_person_has_seen_is_capped_no_more(core):
    person, card = capped_citizen(core)
    before = credential_of(core, card).data
    with core.database.write() as db:
        in_person.confirm(db, CPR, **FACTS)
        assert enrol.cap(core, db, db.get_one(Citizen, person.id), Level.SUBSTANTIAL) is None
    assert credential_of(core, card).data == {key: before[key] for key in before if key != "capped"}
    with core.database.read() as db:
        event = events.of_citizen(db, person.id)[0]
    assert (event.kind, event.detail) == ("factor.confirmed", {"count": 1, **FACTS})
    assert ("factor.confirmed", "email", "anna@example.dk") in notices_sent(core)


def test_a_cap_that_only_a_removed_factor_carries_is_lifted_and_noted(core):
    person, card = capped_citizen(core)
    with core.database.write() as db:
        db.get_one(Credential, card).status = "removed"
        in_person.confirm(db, CPR, **FACTS)
    with core.database.read() as db:
        assert [event.kind for event in events.of_citizen(db, person.id)] == ["factor.confirmed"]


@pytest.mark.parametrize("status", ["blocked", "crossing"])
def test_a_citizen_who_is_not_active_is_helped_another_way(core, status):
    _person, card = capped_citizen(core, status)
    with core.database.write() as db, pytest.raises(CannotHelp, match=status):
        in_person.confirm(db, CPR, **FACTS)
    assert "capped" in credential_of(core, card).data


@pytest.fixture
def counter(settings, sqlite_core):
    """A core on the same database as the command: with the keys of the data folder."""
    keys = load_keys(settings.data / "keys.json")
    return Core(settings, Database(settings.database, keys), sqlite_core.passwords, sqlite_core.factors)


def run(core, *answers):
    told = "\n".join([*answers, ""])
    return CliRunner().invoke(command_line(), ["confirm-in-person", "--data", str(core.settings.data)], input=told)


def test_a_clerk_confirms_once(counter):
    person, card = capped_citizen(counter)
    done = run(counter, "B-12", "611180-0001", "two-witnesses")
    assert done.exit_code == 0, done.output
    assert "full level" in done.stdout
    assert "capped" not in credential_of(counter, card).data
    with counter.database.read() as db:
        event = events.of_citizen(db, person.id)[0]
    assert event.detail == {"count": 1, "clerk": "B-12", "identified": "two-witnesses"}
    again = run(counter, "B-12", CPR, "passport")
    assert (again.exit_code, "already" in again.stderr) == (1, True)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("B-12", "6111800002", "passport"), "no citizen"),
        (("B-12", "12", "passport"), "ten digits"),
        (("Karen Jensen", CPR, "passport"), "clerk id"),
        (("B-12", CPR, "I know her"), "none of the ways"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(counter, answers, said):
    _person, card = capped_citizen(counter)
    done = run(counter, *answers)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "capped" in credential_of(counter, card).data


def test_a_cpr_number_is_never_an_argument(counter):
    ran = CliRunner().invoke(command_line(), ["confirm-in-person", CPR, "--data", str(counter.settings.data)])
    assert ran.exit_code == 2
