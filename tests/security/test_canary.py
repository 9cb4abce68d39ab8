"""After a whole run nothing that was secret in it can be read in the database's files or in the log."""

import logging
import re

from app.core import account, contact_codes, enrol, outbox, sessions
from app.core.models import Citizen, Session
from tests.security.raw import RawClient
from tests.support.logging_on import right, rows
from tests.support.visitor import Visitor
from tests.support.world import PASSWORD, Person

CPR, NAME, EMAIL, MOBILE = "6111800001", "Kirsten Ørsted", "kirsten@example.dk", "+4534412331"
NEW_PASSWORD = "tretten blå heste i Thy"


def test_no_secret_of_a_whole_run_can_be_read(client, sqlite_core, kirsten, caplog):
    caplog.set_level(logging.DEBUG)
    secrets = _run(client, sqlite_core, kirsten)
    sqlite_core.database.engine.dispose()
    files = [path for path in sqlite_core.settings.data.rglob("*") if path.is_file() and path.name != "keys.json"]
    assert any("sqlite" in path.name for path in files)
    stored = b"".join(path.read_bytes() for path in files)
    logged = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in caplog.records)
    for what, secret in secrets.items():
        assert secret not in logged, f"{what} was logged"
        if len(secret) > 6:
            assert secret.encode() not in stored, f"{what} can be read in the database"
        else:  # six digits turn up by chance in digests and times; a field that holds them does not
            assert not re.search(rb"(?<![0-9a-fA-F.:-])" + secret.encode() + rb"(?![0-9a-fA-F.:-])", stored), what


def _run(client, core, person: Person) -> dict[str, str]:
    """Log on (once wrong), change e-mail, add an app, change the password, crash once; gives every secret of it."""
    visitor = Visitor(client)
    secrets = {"password": PASSWORD, "CPR": CPR, "name": NAME, "e-mail": EMAIL, "mobile": MOBILE, "new": NEW_PASSWORD}
    visitor.get("/log-paa").submit(user_id=person.user_id, password="en forkert adgangskode")
    secrets["wrong password"] = "en forkert adgangskode"
    visitor.submit(password=PASSWORD)
    secrets["first token"] = _token(client)
    secrets["card code"] = right(core, person)
    visitor.submit(code=secrets["card code"])
    assert visitor.path == "/min-side"
    secrets["session token"] = _token(client)
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        for channel, value in (("email", EMAIL), ("sms", MOBILE)):
            contact_codes.send(db, core.settings, citizen, channel, value)
    with core.database.read() as db:
        for message in outbox.recent(db):
            secrets[f"code by {message.channel}"] = str(outbox.params_of(db, message).get("code", ""))
    for channel in ("email", "sms"):
        with core.database.write() as db:
            assert contact_codes.confirm(db, db.get_one(Citizen, person.id), channel, secrets[f"code by {channel}"]).ok
    secrets |= _add_an_app(core, person)
    with core.database.write() as db:
        account.set_password(db, db.get_one(Citizen, person.id), core.passwords.hash(NEW_PASSWORD))
    raw = RawClient(client.app)
    raw.post("/log-paa", {"user_id": person.user_id, "password": PASSWORD}, headers={"origin": None})
    raw.close()
    return {what: secret for what, secret in secrets.items() if secret}


def _token(client) -> str:
    return str(client.cookies["session"]).rpartition(".")[0]


def _add_an_app(core, person: Person) -> dict[str, str]:
    """A pending authenticator app: its seed, as it is shown to the citizen."""
    if "authenticator_app" not in core.factors:
        return {}
    with core.database.write() as db:
        citizen = db.get_one(Citizen, person.id)
        credential = enrol.prepare(core, db, citizen, "authenticator_app", {})
        factor = core.factors["authenticator_app"]
        context = core.context(db, citizen)
        question = factor.ask(context, credential, requested=False)
        shown = factor.pages.show(context, credential, question)
    texts = [str(value) for value in shown.values()]
    seeds = {found for text in texts for found in re.findall(r"secret=([A-Z2-7]{32,})", text)}
    assert seeds, "the seed is not shown where it was looked for"
    return {f"seed {number}": seed for number, seed in enumerate(seeds)}


def test_the_canary_sings(sqlite_core, kirsten):
    """The search itself finds what is stored readable."""
    with sqlite_core.database.write() as db:
        sessions.create(db, sqlite_core.settings, "readable-canary")
    sqlite_core.database.engine.dispose()
    files = [path.read_bytes() for path in sqlite_core.settings.data.rglob("*sqlite*")]
    assert b"readable-canary" in b"".join(files)
    with sqlite_core.database.read() as db:
        assert len(rows(db, Session)) == 1
