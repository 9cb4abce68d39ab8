"""Recovery under any order of requests, returns, stops and clock jumps: never early, never stopped, never unproven."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from app.core import account, clock, events, recovery
from app.core.assurance import Level
from app.core.models import Citizen, Credential, Session
from app.core.recovery import FACTOR, PASSWORD, NotOpen, NotProven, Recovery, TooSoon
from tests.support.moving import MovingClock
from tests.support.world import give_factor, make_citizen, quick_core, quick_settings

PROOFS = st.sets(st.sampled_from(["channel", "factor", "password", "code", "browser"]))
# Written down apart from the code: what a recovery may be asked with, and come back with.
ASK = {PASSWORD: [{"channel", "factor"}], FACTOR: [{"password"}]}
BACK = {PASSWORD: [{"browser"}, {"code"}], FACTOR: [{"code", "password"}, {"code", "channel"}]}
WAIT = timedelta(hours=24)


def enough(sets, proofs):
    return any(one <= proofs for one in sets)


class Recovering(RuleBasedStateMachine):
    """`asked` is the model: when the newest recovery was asked for, as what, and whether it is still alive."""

    @initialize()
    def begin(self):
        self._folder = tempfile.TemporaryDirectory()
        self.clock = MovingClock()
        self._moved = clock.moved(self.clock)
        self._moved.__enter__()
        self.core = quick_core(quick_settings(Path(self._folder.name)))
        self.person = make_citizen(self.core, email="kirsten@example.dk", identity_level=3)
        self.card = give_factor(self.core, self.person, "code_card")
        self.asked, self.kind, self.alive, self.opened, self.blocked = None, "", False, None, False

    def teardown(self):
        if hasattr(self, "core"):
            with self.core.database.read() as db:
                assert events.verify(db) is None
            self.core.database.engine.dispose()
            self._moved.__exit__(None, None, None)
            self._folder.cleanup()

    def _do(self, act):
        with self.core.database.write() as db:
            return act(db, db.get_one(Citizen, self.person.id))

    @rule(kind=st.sampled_from([PASSWORD, FACTOR]), proofs=PROOFS)
    def request(self, kind, proofs):
        try:
            self._do(lambda db, citizen: recovery.request(db, self.core.settings, citizen, kind, proofs))
        except NotProven:
            assert self.blocked or not enough(ASK[kind], proofs)
        except TooSoon:
            assert self.alive
        else:
            assert enough(ASK[kind], proofs)
            assert not self.blocked
            self.asked, self.kind, self.alive, self.opened = self.clock(), kind, True, None

    @rule(proofs=PROOFS)
    def come_back(self, proofs):
        try:
            serial = self._do(lambda db, citizen: recovery.open_(db, citizen, proofs).serial)
        except (NotProven, NotOpen):
            return
        assert self.alive, "it was stopped, used or never asked for"
        assert self.clock() - self.asked >= WAIT, "it opened early"
        assert enough(BACK[self.kind], proofs), "it opened with fewer proofs than it needs"
        self.opened = serial

    @rule()
    def finish(self):
        serial = self.opened or "none"
        try:
            self._do(lambda db, citizen: recovery.finish(db, citizen, serial))
        except NotOpen:
            assert not (self.alive and self.opened)
        else:
            assert self.alive
            assert self.opened
            self.alive, self.opened = False, None

    @rule(by_code=st.booleans())
    def stop(self, by_code):
        def act(db, citizen):
            row = db.get(Recovery, citizen.id)
            code = recovery.stop_code_of(db, row) if row else "0000000000"
            return bool(recovery.stop_by_code(db, code)) if by_code else recovery.stop(db, citizen, "logged on")

        assert self._do(act) == self.alive
        self.alive, self.opened = False, None

    @rule(hours=st.sampled_from([1, 23, 24, 25, 200, 721]))
    def wait(self, hours):
        self.clock.time += timedelta(hours=hours)

    @rule()
    def block(self):
        if not self.blocked:
            self._do(lambda db, citizen: account.block(db, citizen, "misuse"))
        self.blocked, self.alive, self.opened = True, False, None

    @invariant()
    def no_level_is_raised_and_nobody_is_logged_on(self):
        with self.core.database.read() as db:
            assert db.query(Session).filter(Session.stage == "logged_on").count() == 0
            assert db.get_one(Citizen, self.person.id).identity_level == Level.HIGH
            assert db.query(Credential).count() == 1
            assert db.query(Recovery).count() <= 1


TestRecovering = Recovering.TestCase
TestRecovering.settings = settings(
    max_examples=15,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
