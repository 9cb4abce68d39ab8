"""The temporary code on the pages and at the counter: issued by command, used to log on, and to add what lasts."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from typer.testing import CliRunner

from app.cli import command_line
from app.core import clock, events
from app.core.context import Core
from app.core.crypto import load_keys
from app.core.db import Database
from app.core.models import Citizen
from app.core.sealed import digest
from app.factors.temporary_code import check
from tests.support.account import log_on
from tests.support.moving import MovingClock
from tests.support.world import make_citizen

CPR = "6111800001"
BUTTON = {"da": "Kodekort", "en": "Code card"}
LOG_ON = {"da": "/log-paa", "en": "/en/log-on"}
ADD = {"da": "/min-side/faktorer/tilfoej", "en": "/en/my-page/factors/add"}
NAME = {"da": "Midlertidig kode fra Borgerservice", "en": "Temporary code from Borgerservice"}
NO_LASTING = {"da": "Du har ingen varig måde at logge på", "en": "You have no lasting way to log on"}
CHOOSE = {"da": "/hjaelp/vaelg?ask=1", "en": "/en/help/choose?ask=1"}
HELP = {"da": "/hjaelp", "en": "/en/help"}


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def anna(sqlite_core):
    """A citizen who has lost every factor."""
    person = make_citizen(sqlite_core, "anna1", email="anna@example.dk")
    with sqlite_core.database.write() as db:
        db.get_one(Citizen, person.id).cpr_digest = digest(db, CPR, "cpr")
    return person


def issue(core):
    with core.database.write() as db:
        return check.issue(db, CPR, clerk="B-12", identified="passport").code


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_logs_on_and_min_side_says_what_to_do(visitor, sqlite_core, anna, time, language):
    code = issue(sqlite_core)
    visitor.get(LOG_ON[language]).submit(user_id=anna.user_id, password=anna.password)
    visitor.submit(code="123")
    assert visitor.errors
    visitor.submit(code=f"{code[:3]} {code[3:6]} {code[6:]}")
    assert visitor.path in ("/min-side", "/en/my-page")
    assert NO_LASTING[language] in visitor.text
    visitor.get("/min-side/faktorer" if language == "da" else "/en/my-page/factors")
    assert NAME[language] in visitor.text
    assert code not in visitor.text.replace(" ", "")
    assert not [link for link in visitor.all("a") if re.search("udskift|replace", link.get("href") or "")]


def test_it_adds_a_way_that_lasts(visitor, sqlite_core, anna, time):
    code = issue(sqlite_core)
    visitor.get("/log-paa").submit(user_id=anna.user_id, password=anna.password).submit(code=code)
    visitor.get(ADD["da"]).submit(kind="code_card")
    assert "Kodekort" in visitor.text
    assert not visitor.errors


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_never_offered(visitor, sqlite_core, kirsten, language):
    for path in (CHOOSE[language], HELP[language]):
        visitor.get(path)
        assert BUTTON[language] in visitor.text
        assert NAME[language] not in visitor.html
    log_on(visitor, sqlite_core, kirsten)
    visitor.get(ADD[language])
    assert "temporary_code" not in visitor.html
    visitor.submit(kind="temporary_code")
    assert visitor.errors
    assert visitor.client.get("/min-side/faktorer/tilfoej/temporary_code").status_code == 404


@pytest.mark.parametrize("language", ["da", "en"])
def test_one_that_ran_out_while_it_was_asked_says_so(visitor, sqlite_core, anna, time, language):
    code = issue(sqlite_core)
    time.forward(hours=23, minutes=59)
    visitor.get(LOG_ON[language]).submit(user_id=anna.user_id, password=anna.password)
    time.forward(minutes=2)
    visitor.submit(code=code)
    assert {"da": "den tid er gået", "en": "that time is over"}[language] in visitor.text
    visitor.get(LOG_ON[language]).submit(user_id=anna.user_id, password=anna.password)
    assert visitor.path.startswith(("/log-paa", "/en/log-on"))
    assert not visitor.all("form") or "code" not in visitor.html


@pytest.fixture
def counter(settings, sqlite_core):
    """A core on the same database as the commands: with the keys of the data folder."""
    keys = load_keys(settings.data / "keys.json")
    return Core(settings, Database(settings.database, keys), sqlite_core.passwords, sqlite_core.factors)


def run(core, command, *answers):
    told = "\n".join([*answers, ""])
    return CliRunner().invoke(command_line(), [command, "--data", str(core.settings.data)], input=told)


def make(core, status="active"):
    person = make_citizen(core, "anna1")
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        citizen.cpr_digest, citizen.status = digest(db, CPR, "cpr"), status
    return person


def test_a_clerk_issues_a_code(counter):
    person = make(counter)
    done = run(counter, "issue-code", "B-12", "611180-0001", "two-witnesses")
    assert done.exit_code == 0, done.output
    code = re.search(r"Temporary code: (\d{3} \d{3} \d{3})\n", done.stdout).group(1)
    assert "at most 5 times" in done.stdout
    with counter.database.read() as db:
        event = events.of_citizen(db, person.id)[0]
    assert (event.kind, event.detail["clerk"], event.detail["identified"]) == ("factor.issued", "B-12", "two-witnesses")
    assert code.replace(" ", "") not in str(event.detail)
    assert CPR not in str(event.detail)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (("B-12", "6111800002", "passport"), "no citizen"),
        (("B-12", "12", "passport"), "ten digits"),
        (("Karen Jensen", CPR, "passport"), "clerk id"),
        (("B-12", CPR, "I know her"), "none of the ways"),
    ],
)
@pytest.mark.parametrize("command", ["issue-code", "reopen"])
def test_what_cannot_be_done_is_said(counter, command, answers, said):
    make(counter)
    done = run(counter, command, *answers)
    assert done.exit_code == 1
    assert said in done.stderr
    assert "Temporary code:" not in done.stdout


def test_a_clerk_opens_a_blocked_eid(counter):
    person = make(counter, "blocked")
    refused = run(counter, "issue-code", "B-12", CPR, "passport")
    assert (refused.exit_code, "blocked" in refused.stderr) == (1, True)
    assert run(counter, "reopen", "B-12", CPR, "passport").exit_code == 0
    with counter.database.read() as db:
        assert db.get_one(Citizen, person.id).status == "active"
        assert [event.kind for event in events.of_citizen(db, person.id)] == ["reopened"]
    assert run(counter, "reopen", "B-12", CPR, "passport").exit_code == 1


def test_the_time_is_told_as_the_clock_on_the_wall_shows_it(counter):
    make(counter)
    with clock.moved(lambda: datetime(2026, 7, 1, 10, 0, tzinfo=UTC)):
        done = run(counter, "issue-code", "B-12", CPR, "passport")
    assert "02.07.2026 12:00" in done.stdout
    assert timedelta(hours=24) == check.VALID
