"""Nobody learns from a page, or from the work behind it, whether there is such a user: the same pages byte for byte but
for tokens, and the same queries, password hashes and messages written. Counted, never timed: `tools/unknown_users.py`
times them."""

import re
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from sqlalchemy import event

from app.core import clock, recovery
from app.core.decoy import unmatched
from app.core.models import Citizen, LegacyIdentity, OutboxMessage
from app.main import build_app
from tests.security.raw import RawClient
from tests.security.stages import make_world
from tests.support.moving import MovingClock
from tests.support.world import give_factor, make_citizen, quick_core, quick_settings

WRONG = "not the password"
TOKENS = re.compile(r'(name="csrf_token" value=|data-token=|data-now=)"[^"]*"')
TABLE = re.compile(r"(?:FROM|INTO|UPDATE) (\w+)")

# What is sent, page after page: of each the address and the fields; ID stands for the user id.
LOGON = [("/log-paa", {"user_id": "ID", "password": WRONG})] * 7
OLD_LOGON = [("/skift/nemid", {"user_id": "ID", "password": WRONG})] * 7
PASSWORD = [("/genopret/adgangskode", {"user_id": "ID", "channel": "sms"})]
PASSWORD += [("/genopret/kode", {"code": f"00000{number}"}) for number in range(5)] + [("/genopret/bevis", None)]
PASSWORD += [("/genopret/venter", None)]
RETURN = [("/genopret/fortsaet", {"user_id": "ID", "code": "1" * 12})] * 6
LETTER = [("/genopret/brev", {"user_id": "ID", "password": WRONG}), ("/genopret/brev/bestil", None)]
ACTIVATE = [("/genopret/aktiver", {"user_id": "ID", "code": "1" * 12, "password": WRONG})] * 2
CHANNEL = [("/genopret/aktiver", {"user_id": "ID", "code": "1" * 12, "password": ""})] * 2
OLD = {"old log-on": OLD_LOGON}
WAYS = {
    "log-on": LOGON,
    "password": PASSWORD,
    "return": RETURN,
    "letter": LETTER,
    "activate": ACTIVATE,
    "channel": CHANNEL,
}
HELPER = {"name": "Maja", "kind": "relative", "minutes": "30"}


@dataclass
class Work:
    """What the server did: statements by kind and table, in order, and password checks by their parameters."""

    statements: list[str] = field(default_factory=list)
    hashes: list[str] = field(default_factory=list)


@contextmanager
def watched(core, monkeypatch):
    """Count the work until the block ends."""
    work, real = Work(), core.passwords._hasher.verify

    def noted(_connection, _cursor, statement, *_rest):
        table = TABLE.search(statement)
        if table:
            work.statements.append(f"{statement.split()[0]} {table[1]}")

    def verify(stored, password):
        work.hashes.append(stored.split("$")[3])
        return real(stored, password)

    class Spy:
        check_needs_rehash, hash = core.passwords._hasher.check_needs_rehash, core.passwords._hasher.hash

    Spy.verify = staticmethod(verify)
    with monkeypatch.context() as patched:
        patched.setattr(core.passwords, "_hasher", Spy())
        event.listen(core.database.engine, "before_cursor_execute", noted)
        yield work
        event.remove(core.database.engine, "before_cursor_execute", noted)


def meet(world, way, user_id, helped=False, again=True):
    """Every answer of the way, as somebody who types this user id: status, headers, cookies' names, the page.

    Without `again` no page is sent twice.
    """
    client, met, seen = RawClient(world.app), [], set()
    if helped:
        send(client, "/min-side/hjaelper", HELPER)
    for path, fields in {**WAYS, **OLD}[way]:
        if path in seen and not again:
            continue
        seen.add(path)
        answer = send(client, path, {name: user_id if v == "ID" else v for name, v in (fields or {}).items()})
        headers = [(name, value) for name, value in answer.headers if name not in ("set-cookie", "content-length")]
        page = TOKENS.sub("", answer.text).replace(user_id, "ID")
        met.append((answer.status, headers, sorted(answer.cookies()), page.splitlines()))
    client.close()
    return met


def send(client, path, fields):
    page = client.get(path)
    token = page.text.partition('name="csrf_token" value="')[2].partition('"')[0]
    return client.post(path, {"csrf_token": token, **fields}) if fields and token else page


@dataclass(frozen=True)
class Kind:
    """One who is there: what sets them apart, and the recovery that is under way."""

    name: str
    changes: dict[str, object] = field(default_factory=dict)
    recovering: str = ""
    helped: bool = False


SETTINGS = {"patience": 10, "simple": True, "big": True, "short": True}
KINDS = (
    Kind("plain"),
    Kind("helped", helped=True),
    Kind("without-channels", {"email": None, "mobile": None}),
    Kind("particular", {"preferences": SETTINGS, "language": "en"}),
    Kind("blocked", {"status": "blocked"}),
    Kind("crossing", {"status": "crossing", "password_hash": None}),
    Kind("waiting", recovering=recovery.PASSWORD),
    Kind("posted", recovering=recovery.FACTOR),
)


@pytest.fixture
def world(tmp_path):
    """The tries of an account are bounded here as they are in the portal; those of a source are not."""
    core = quick_core(quick_settings(tmp_path, base_url="http://localhost:8000", source_failures=10**6))
    with clock.moved(MovingClock()):
        made = make_world(build_app(core))
        core.passwords.warm()
        meet(made, "log-on", "somebody-else")  # the rows that every try needs are there
        yield made
        made.close()
    core.database.engine.dispose()


def make(core, kind):
    """A citizen of the kind."""
    made = make_citizen(core, f"there-{kind.name}", email="a@example.dk", mobile="+4534412331")
    give_factor(core, made, "code_card")
    with core.database.write() as db:
        citizen = db.get_one(Citizen, made.id)
        if kind.recovering:
            proofs = {"channel", "factor", "password"}
            recovery.request(db, core.settings, citizen, kind.recovering, proofs, letter="print")
        for column, value in kind.changes.items():
            setattr(citizen, column, value)


def compare(world, monkeypatch, way, users, **how):
    """Go the way as each of two; what they meet, and what was done for them, is the same."""
    core, pages, works, put = world.core, [], [], []
    for user_id in users:
        with core.database.read() as db:
            before = db.query(OutboxMessage).count()
        with watched(core, monkeypatch) as work:
            pages.append(meet(world, way, user_id, **how))
        works.append(work)
        with core.database.read() as db:
            put.append(db.query(OutboxMessage).count() - before)
    for number, (here, there) in enumerate(zip(*pages, strict=True)):
        assert here[:3] == there[:3], (users, way, number)
        different = [pair for pair in zip(here[3], there[3], strict=True) if pair[0] != pair[1]]
        assert different == [], (users, way, number)
    assert works[0] == works[1], (users, way)
    assert put[0] == put[1], (users, way)
    return works[0]


def test_pages_and_work_are_the_same_for_nobody(world, monkeypatch):
    for kind in KINDS:
        make(world.core, kind)
        for way in WAYS:
            users = (f"there-{kind.name}", f"gone--{kind.name}")
            compare(world, monkeypatch, way, users, helped=kind.helped, again=kind.name == "plain")


def test_an_old_id_of_nobody_costs_what_one_of_the_old_scheme_does(world, monkeypatch):
    """Its passwords were hashed elsewhere, with other parameters than ours."""
    work = compare(world, monkeypatch, "old log-on", ("210000001", "219999999"))
    with world.core.database.read() as db:
        theirs = db.get_one(LegacyIdentity, world.identity).password_hash.split("$")[3]
    assert work.hashes == [theirs] * 5, "five tries, then it must wait"
    assert theirs != world.core.passwords.hash("ours").split("$")[3]


def test_what_stands_in_costs_the_same_and_fits_no_password(world):
    core = world.core
    stored = core.passwords.hash("a password")
    instead = unmatched(stored)
    assert instead.rpartition("$")[0] == stored.rpartition("$")[0]
    assert len(instead) == len(stored)
    assert not core.passwords.check(instead, "a password").ok
