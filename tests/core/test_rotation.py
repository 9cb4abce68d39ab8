"""Keys are rotated while the portal runs: nothing is lost, no log-on fails, no value stays under an old key."""

import json
import threading
from collections.abc import Iterator

import pytest
from sqlalchemy import Text, cast, select

from app.core import account, contact_codes, drafts, events, login, outbox, rotation, sessions
from app.core.context import Core
from app.core.crypto import CannotDecrypt, Keys, load_keys, save_keys
from app.core.db import Database
from app.core.login import Browser, LoggedOn, Started
from app.core.models import Base, Citizen, Credential
from app.core.sealed import seal, unseal
from app.settings import Settings
from tests.support.legacy import import_lines, old_line
from tests.support.world import Person, card_code, give_factor, make_citizen


@pytest.fixture
def server(core: Core) -> Iterator[Core]:
    """A core that has its keys from a file, as a running server has."""
    path = core.settings.data / "keys.json"
    save_keys(path, core.database.keys)
    database = Database(core.database.url, load_keys(path))
    settings = core.settings.model_copy(update={"database_url": core.database.url})
    yield Core(settings, database, core.passwords, core.factors)
    database.engine.dispose()


@pytest.fixture
def kirsten(server: Core) -> Person:
    """A citizen with something in every sealed column of the new scheme."""
    person = make_citizen(server, email="kirsten@example.dk", mobile="+4534412345")
    give_factor(server, person, "code_card", name="Kort i skuffen")
    with server.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        card = db.get_one(Credential, person.credentials["code_card"])
        card.secret = seal(db, "secret", "credential.secret")
        card.data = {**card.data, "note": seal(db, "in data", "code_card.note")}
        contact_codes.send(db, server.settings, citizen, "email", "ny@example.dk")
        drafts.save(db, citizen.id, "/somewhere", {"name": "Ørsted"})
    import_lines(server, [old_line(which) for which in range(7)])
    return person


def keys_in_use(core: Core) -> set[str]:
    """The ids of the keys that any sealed column is encrypted under, and of those in a credential's data."""
    found: set[str] = set()
    with core.database.read() as db:
        for table in Base.metadata.sorted_tables:
            for column in table.columns:
                if "sealed" in column.info:
                    found |= {value.partition(".")[0] for value in db.scalars(select(column)) if value}
        for data in db.scalars(select(cast(Credential.data, Text))):
            found |= {value.partition(".")[0] for key, value in json.loads(data).items() if key == "note"}
    return found


def opened(core: Core, person: Person) -> list[object]:
    """Everything of the citizen that is sealed, readable."""
    with core.database.read() as db:
        citizen = db.get_one(Citizen, person.id)
        card = db.get_one(Credential, person.credentials["code_card"])
        first = outbox.recent(db)[0]
        return [
            account.export(db, citizen)["cpr"],
            account.name_of(db, citizen),
            unseal(db, citizen.email, "citizen.email"),
            unseal(db, card.name, "credential.name"),
            unseal(db, card.secret, "credential.secret"),
            unseal(db, card.data["note"], "code_card.note"),
            contact_codes.pending(db, citizen, "email"),
            drafts.load(db, citizen.id, "/somewhere"),
            outbox.recipient_of(db, first),
            outbox.params_of(db, first),
        ]


def log_on(core: Core, person: Person) -> bool:
    """Log on with password and code card."""
    started = login.start(core, person.user_id, person.password, Browser())
    if not isinstance(started, Started):
        return False
    with core.database.read() as db:
        session = sessions.find(db, started.token)
        assert session is not None
    if not (session.challenge or {}).get("question"):
        login.choose(core, session.id, person.credentials["code_card"])
    code = card_code(core, person.credentials["code_card"])
    return isinstance(login.answer(core, session.id, {"code": code}, Browser()), LoggedOn)


def test_everything_is_under_the_new_key_and_still_reads(server: Core, kirsten: Person) -> None:
    before = opened(server, kirsten)
    assert keys_in_use(server) == {"k1"}
    assert rotation.rotate(server.settings) > 40
    assert keys_in_use(server) == {"k2"}
    assert opened(server, kirsten) == before
    assert set(load_keys(server.settings.data / "keys.json").encryption) == {"k2"}
    assert rotation.stale(server.database) == 0


def test_a_value_still_reads_only_where_it_belongs(server: Core, kirsten: Person) -> None:
    rotation.rotate(server.settings)
    with server.database.read() as db:
        citizen = db.get_one(Citizen, kirsten.id)
        with pytest.raises(CannotDecrypt):
            unseal(db, citizen.cpr, "citizen.name")


def test_no_log_on_fails_while_keys_are_rotated(server: Core, kirsten: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rotation, "BATCH_ROWS", 1)
    outcomes: list[bool] = []
    failed: list[BaseException] = []
    done = threading.Event()

    def keep_logging_on() -> None:
        try:
            while not done.is_set() and len(outcomes) < 140:
                outcomes.append(log_on(server, kirsten))
        except BaseException as error:
            failed.append(error)

    thread = threading.Thread(target=keep_logging_on)
    thread.start()
    try:
        for _ in range(2):
            rotation.rotate(server.settings)
    finally:
        done.set()
        thread.join()
    assert not failed, failed
    assert outcomes
    assert all(outcomes)
    assert keys_in_use(server) == {"k3"}


def test_a_transaction_that_began_before_reads_what_was_rewritten(server: Core, kirsten: Person) -> None:
    with server.database.read() as db:
        assert db.info["keys"].current == "k1"
        rotation.rotate(server.settings)
        citizen = db.get_one(Citizen, kirsten.id)
        assert account.name_of(db, citizen) == "Kirsten Ørsted"


def test_a_rotation_that_was_stopped_is_finished_by_the_next(
    server: Core, kirsten: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = opened(server, kirsten)
    real, calls = rotation._rewrite, []

    def stop_soon(database: Database, place: object) -> int:
        calls.append(place)
        if len(calls) > 2:
            raise KeyboardInterrupt
        return real(database, place)

    with monkeypatch.context() as patch:
        patch.setattr(rotation, "_rewrite", stop_soon)
        with pytest.raises(KeyboardInterrupt):
            rotation.rotate(server.settings)
    assert keys_in_use(server) == {"k1", "k2"}
    assert opened(server, kirsten) == before
    rotation.rotate(server.settings)
    assert keys_in_use(server) == {"k3"}
    assert opened(server, kirsten) == before


def test_what_cannot_be_read_keeps_every_key(server: Core, kirsten: Person) -> None:
    with server.database.write() as db:
        citizen = db.get_one(Citizen, kirsten.id)
        citizen.email = seal(db, "kirsten@example.dk", "citizen.mobile")
    with pytest.raises(CannotDecrypt):
        rotation.rotate(server.settings)
    assert set(load_keys(server.settings.data / "keys.json").encryption) == {"k1", "k2"}


def test_two_rotations_at_once_are_one(server: Core, kirsten: Person) -> None:
    def again(_line: str) -> None:
        with pytest.raises(rotation.AlreadyRotating):
            rotation.rotate(server.settings)

    rotation.rotate(server.settings, say=again)
    assert keys_in_use(server) == {"k2"}


def test_a_rotation_stands_in_the_audit_trail(server: Core) -> None:
    rotation.rotate(server.settings)
    with server.database.read() as db:
        assert events.verify(db) is None
        assert db.scalars(select(events.Event.kind)).all()[-1] == "keys.rotated"


def test_the_keys_are_never_shown(settings: Settings) -> None:
    keys = load_keys(settings.data / "keys.json")
    assert repr(keys) == "Keys(current='k1')"
    assert keys.fresh() is keys


def test_a_key_file_that_went_away_stops_nothing(settings: Settings) -> None:
    path = settings.data / "keys.json"
    keys = load_keys(path)
    path.unlink()
    assert isinstance(keys.fresh(), Keys)
    assert keys.decrypt(keys.encrypt("text", "purpose"), "purpose") == "text"
