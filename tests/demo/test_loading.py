"""The demo country in a database: made once and whole; every crossed persona can log on."""

import json
from collections.abc import Iterator
from pathlib import Path

import pyotp
import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner

from app.cli import app as cli
from app.core import enrol, events, login, sessions
from app.core.context import Core
from app.core.crypto import load_keys
from app.core.db import Database
from app.core.factor import Question
from app.core.login import Browser, LoggedOn, Started
from app.core.models import Citizen, Crossing, LegacyIdentity
from app.demo import country, loading, settling
from app.demo.citizen import Persona
from app.demo.crossed import CROSSED
from app.demo.issued import codes_now, issued, open_core
from app.demo.listing import demo_json
from app.demo.personas import PERSONAS, persona
from app.demo.telling import card, summary, welcome
from app.migration import legacy_card
from app.migration.identities import find_identity

every_crossed = pytest.mark.parametrize("one", CROSSED, ids=lambda one: one.key)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """A country of the personas and a few more."""
    monkeypatch.setattr(loading, "COUNT", len(PERSONAS) + 3)


@pytest.fixture
def loaded(core: Core, small: None) -> Core:
    """A database with the small country in it."""
    loading.ensure_country(core, say=lambda _line: None)
    return core


def count(core: Core, table: type) -> int:
    with core.database.read() as db:
        return db.scalar(select(func.count()).select_from(table)) or 0


def test_the_country_comes_in_and_a_second_start_changes_nothing(loaded: Core) -> None:
    before = [count(loaded, table) for table in (LegacyIdentity, Citizen, Crossing, events.Event)]
    assert before[:3] == [len(PERSONAS) + 3, len(CROSSED), len(CROSSED)]
    lines: list[str] = []
    loading.ensure_country(loaded, say=lines.append)
    assert lines == []
    assert [count(loaded, table) for table in (LegacyIdentity, Citizen, Crossing, events.Event)] == before
    with loaded.database.read() as db:
        assert events.verify(db) is None


@pytest.mark.parametrize("cut", ["write_directory", "import_file", "_factor"])
def test_a_start_that_was_cut_off_is_finished_by_the_next(
    sqlite_core: Core, small: None, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    places = {"write_directory": country, "import_file": loading, "_factor": settling}

    def killed(*_args: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(places[cut], cut, killed)
        with pytest.raises(KeyboardInterrupt):
            loading.ensure_country(sqlite_core, say=lambda _line: None)
    loading.ensure_country(sqlite_core, say=lambda _line: None)
    assert count(sqlite_core, LegacyIdentity) == len(PERSONAS) + 3
    assert count(sqlite_core, Citizen) == len(CROSSED)


def test_citizens_of_another_directory_are_left_alone(sqlite_core: Core, small: None) -> None:
    from tests.support.legacy import import_lines, old_line

    import_lines(sqlite_core, [old_line(1)])
    loading.ensure_country(sqlite_core, say=lambda _line: None)
    assert count(sqlite_core, LegacyIdentity) == 1


@every_crossed
def test_a_crossed_persona_has_the_new_eid(loaded: Core, one: Persona) -> None:
    with loaded.database.read() as db:
        identity = find_identity(db, one.nemid_number)
        assert identity is not None
        citizen = db.get_one(Citizen, identity.citizen_id)
        crossing = db.get_one(Crossing, citizen.id)
        kinds = [credential.kind for credential in enrol.active(db, citizen)]
    assert one.new is not None
    assert kinds == [factor["kind"] for factor in one.new.factors]
    assert (citizen.status, citizen.language) == ("active", one.language)
    assert crossing.finished_at is not None
    assert crossing.credential_id is not None


@every_crossed
def test_a_crossed_persona_logs_on_with_what_the_demo_tells(loaded: Core, one: Persona) -> None:
    assert one.new is not None
    started = login.start(loaded, one.new.user_id, one.new.password, Browser())
    assert isinstance(started, Started)
    with loaded.database.read() as db:
        session = sessions.find(db, started.token)
        assert session is not None
        by_kind = {item.kind: item.id for item in settling.factors_of(db, one) if item}
    kind = "code_card" if "code_card" in by_kind else "authenticator_app"
    login.choose(loaded, session.id, by_kind[kind], requested=True)
    (told,) = [line for line in codes_now(loaded, one) if "code card is asked" in line or "app shows" in line][-1:]
    code = told.split(" for ")[0].split()[-1] if "app shows" in told else told.split()[-1]
    assert isinstance(login.answer(loaded, session.id, {"code": code}, Browser()), LoggedOn)


def test_a_spoken_code_is_told(loaded: Core) -> None:
    one = persona("crossed-audio-and-card")
    assert "The telephone has not been called yet." in codes_now(loaded, one)
    with loaded.database.write() as db:
        credential = next(item for item in settling.factors_of(db, one) if item and item.kind == "audio_code")
        citizen = db.get_one(Citizen, credential.citizen_id)
        asked: Question = loaded.factors["audio_code"].ask(loaded.context(db, citizen), credential, requested=True)
        assert asked
    (told,) = [line for line in codes_now(loaded, one) if line.startswith("The telephone said ")]
    assert len(told.split()[-1]) == 6


def test_a_device_s_next_code_and_an_unused_recovery_code_are_told(loaded: Core) -> None:
    one = persona("crossed-device-and-card")
    assert one.new is not None
    listed = {
        citizen["key"]: citizen
        for citizen in demo_json(country.people(count=len(PERSONAS)), issued(loaded))["citizens"]
    }
    device, _card, codes = listed[one.key]["new"]["factors"]
    pressed, written = codes_now(loaded, one)[1].split()[-1], codes_now(loaded, one)[3].split()[-1]
    assert pressed == pyotp.HOTP(device["seed"]).at(device["counter"])
    assert written == codes["codes"]["1"]
    for kind, code in (("code_device", pressed), ("recovery_codes", written)):
        started = login.start(loaded, one.new.user_id, one.new.password, Browser())
        assert isinstance(started, Started)
        with loaded.database.read() as db:
            session = sessions.find(db, started.token)
            assert session is not None
            wanted = next(item.id for item in settling.factors_of(db, one) if item and item.kind == kind)
        login.choose(loaded, session.id, wanted, requested=True)
        assert isinstance(login.answer(loaded, session.id, {"code": code}, Browser()), LoggedOn)
    assert codes_now(loaded, one)[1].split()[-1] == pyotp.HOTP(device["seed"]).at(device["counter"] + 1)
    assert codes_now(loaded, one)[3].split()[-1] == codes["codes"]["2"]


def test_the_old_card_is_told_when_it_is_asked(loaded: Core) -> None:
    one = persona("everyday")
    assert "is not asked" in codes_now(loaded, one)[0]
    with loaded.database.write() as db:
        identity = find_identity(db, one.nemid_number)
        assert identity is not None
        asked = legacy_card.ask(db, identity)
    assert asked is not None
    (told,) = codes_now(loaded, one)
    assert (
        told == f"The old card is asked for number {asked.number}: the key is {country.card_of(one).keys[asked.number]}"
    )
    with loaded.database.write() as db:
        identity = find_identity(db, one.nemid_number)
        assert identity is not None
        assert legacy_card.check(db, loaded.settings, identity, told[-6:]).ok


def test_the_listing_has_what_only_the_portal_knows(loaded: Core) -> None:
    listed = {
        citizen["key"]: citizen
        for citizen in demo_json(country.people(count=len(PERSONAS)), issued(loaded))["citizens"]
    }
    (new_card,) = listed["crossed-card"]["new"]["factors"]
    assert len(new_card["codes"]) == 148
    assert new_card["used"] == []
    assert new_card["serial"].startswith("K")
    assert listed["crossed-key-and-app"]["new"]["factors"][0]["user_handle"]


def test_where_no_portal_has_run_nothing_is_made(tmp_path: Path) -> None:
    assert open_core(tmp_path) is None
    assert issued(None) == {}
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def folder(settings: object, tmp_path: Path, small: None, core_on_file: Core) -> Path:
    """A data folder as `make run` leaves it."""
    loading.ensure_country(core_on_file, say=lambda _line: None)
    return tmp_path


@pytest.fixture
def core_on_file(sqlite_core: Core) -> Iterator[Core]:
    """A core on SQLite whose keys are in the data folder's file."""
    settings = sqlite_core.settings
    database = Database(settings.database, load_keys(settings.data / "keys.json"))
    yield Core(settings, database, sqlite_core.passwords, sqlite_core.factors)
    database.engine.dispose()


def test_the_commands(folder: Path) -> None:
    run = CliRunner().invoke
    data = ["--data", str(folder)]
    listed = json.loads(run(cli, ["demo", "--json", "--count", "40", *data]).output)
    assert len(listed["citizens"]) == 40
    assert "everyday" in run(cli, ["demo", *data]).output
    assert "The authenticator app shows" in run(cli, ["demo", "--code", "crossed-app", *data]).output
    assert "Card " in run(cli, ["demo", "--keys", "everyday", *data]).output
    unknown = run(cli, ["demo", "--code", "nobody", *data])
    assert unknown.exit_code == 2
    assert "there is no persona nobody" in unknown.output
    again = run(cli, ["import", str(folder / "legacy.jsonl"), *data])
    assert f"0 added, {len(PERSONAS) + 3} already here, 0 bad lines" in again.output
    assert "encrypted under the new key" in run(cli, ["rotate-keys", *data]).output
    assert run(cli, ["verify-log", *data]).exit_code == 0


def test_the_terminal_says_how_to_log_on() -> None:
    said = welcome("http://localhost:8000", Path("my data"))
    assert "-m app demo --data 'my data' --code everyday" in said
    assert "210000013" in said
    assert "maja.lindegaard" in said
    table = summary(country.people(count=len(PERSONAS) + 2))
    assert all(one.key in table and one.nemid_number in table for one in PERSONAS)
    assert "and 2 citizens" in table
    assert len(card(PERSONAS[0]).splitlines()) == 1 + legacy_card.LINES
