"""The log-on under any order of requests, tabs, replays and clock jumps: nobody is let in who did not prove it."""

import tempfile
from datetime import timedelta
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule

from app.core import clock, enrol, events, login, proof, sessions
from app.core.enrol import LastWayIn, NotTheirs
from app.core.login import LoggedOn, Started
from app.core.models import Citizen, Credential, Session
from app.factors.code_card import check
from tests.support.logging_on import HERE
from tests.support.moving import MovingClock
from tests.support.world import PASSWORD, credential_of, give_factor, make_citizen, quick_core, quick_settings

NOBODY = 0


class LogOn(RuleBasedStateMachine):
    """`sessions` are tabs: session ids with the tokens that were ever given out for them."""

    tabs = Bundle("tabs")
    cards = Bundle("cards")

    @initialize(target=cards)
    def begin(self):
        self._folder = tempfile.TemporaryDirectory()
        self.clock = MovingClock()
        self._moved = clock.moved(self.clock)
        self._moved.__enter__()
        self.core = quick_core(quick_settings(Path(self._folder.name)))
        self.person = make_citizen(self.core)
        self.stranger = make_citizen(self.core, "stranger", cpr="6111800002")
        self.strange_card = give_factor(self.core, self.stranger, "code_card")
        self.proven: set[str] = set()
        self.dead: set[str] = set()
        self.revoked: set[str] = set()
        return multiple(*(give_factor(self.core, self.person, "code_card") for _ in range(2)))

    def teardown(self):
        if hasattr(self, "core"):
            with self.core.database.read() as db:
                assert events.verify(db) is None
            self.core.database.engine.dispose()
            self._moved.__exit__(None, None, None)
            self._folder.cleanup()

    @rule(target=tabs, password=st.sampled_from([PASSWORD, PASSWORD, "wrong"]))
    def open_a_tab(self, password):
        outcome = login.start(self.core, "kirsten1", password, HERE)
        if not isinstance(outcome, Started):
            return multiple()
        assert password == PASSWORD, "a wrong password opened a session"
        with self.core.database.read() as db:
            session = sessions.find(db, outcome.token)
        assert session.stage == "password"
        return session.id, outcome.token

    @rule(tab=tabs, card=cards)
    def choose(self, tab, card):
        verdict = login.choose(self.core, tab[0], card)
        assert verdict is None or verdict.reason in ("void", "locked")

    @rule(tab=tabs)
    def choose_a_strangers_card(self, tab):
        assert login.choose(self.core, tab[0], self.strange_card).reason == "void"

    @rule(tab=tabs, code=st.sampled_from(["", "12", "999999x"]))
    def answer_nonsense(self, tab, code):
        outcome = login.answer(self.core, tab[0], {"code": code}, HERE)
        assert not isinstance(outcome, LoggedOn)

    @rule(target=tabs, tab=tabs)
    def answer_right(self, tab):
        card, question, alive = self._asked(tab)
        code = self._code(card) if card else "000000"
        standing = proof.state_of(credential_of(self.core, card)) if card else None
        outcome = login.answer(self.core, tab[0], {"code": code}, HERE)
        if not isinstance(outcome, LoggedOn):
            return multiple()
        assert alive
        assert standing is None
        assert question is not None
        assert outcome.citizen_id == self.person.id
        self.proven.add(tab[0])
        self.dead.add(tab[1])
        return tab[0], outcome.token

    @rule(tab=tabs)
    def answer_wrong(self, tab):
        card, _question, _alive = self._asked(tab)
        right = self._code(card) if card else "000000"
        wrong = "000000" if right != "000000" else "000001"
        assert not isinstance(login.answer(self.core, tab[0], {"code": wrong}, HERE), LoggedOn)

    @rule(tab=tabs, seconds=st.sampled_from([1, 30, 400, 1801, 3601, 43_201, 90_000]))
    def wait(self, tab, seconds):
        self.clock.time += timedelta(seconds=seconds)

    @rule(tab=tabs)
    def stay(self, tab):
        with self.core.database.write() as db:
            session = db.get_one(Session, tab[0])
            if sessions.is_alive(session):
                sessions.extend(session, self.core.settings)

    @rule(tab=tabs, everywhere=st.booleans())
    def log_off(self, tab, everywhere):
        login.log_off(self.core, tab[0], everywhere=everywhere)
        self.revoked.add(tab[0])

    @rule(card=consumes(cards))
    def remove(self, card):
        try:
            with self.core.database.write() as db:
                enrol.remove(db, db.get_one(Citizen, self.person.id), card)
        except (LastWayIn, NotTheirs):
            pass

    @rule(target=cards)
    def begin_a_card_and_leave_it(self):
        with self.core.database.write() as db:
            return enrol.prepare(self.core, db, db.get_one(Citizen, self.person.id), "code_card", {}).id

    @invariant()
    def only_the_proven_are_logged_on(self):
        for session in self._rows(Session):
            assert session.stage in ("password", "logged_on")
            assert (session.stage == "logged_on") == (session.id in self.proven)
            assert session.citizen_id == self.person.id
            if session.stage == "password":
                assert session.level == NOBODY

    @invariant()
    def old_tokens_are_dead_and_revoked_sessions_stay_so(self):
        with self.core.database.read() as db:
            assert all(sessions.find(db, token) is None for token in self.dead)
            assert not any(sessions.is_alive(db.get_one(Session, item)) for item in self.revoked)

    @invariant()
    def nobody_is_stranded(self):
        """A way in, or one that was blocked by ten wrong answers, for which a person helps."""
        mine = [card for card in self._rows(Credential) if card.citizen_id == self.person.id]
        assert any(card.status in ("active", "disabled") for card in mine)
        assert all(card.status != "disabled" or card.failures >= 10 for card in mine)

    def _asked(self, tab):
        with self.core.database.read() as db:
            session = db.get_one(Session, tab[0])
            challenge = session.challenge or {}
            return challenge.get("credential"), challenge.get("question"), sessions.is_alive(session)

    def _code(self, card):
        credential = credential_of(self.core, card)
        return check.code_at(self.core.database.keys, credential, credential.data["asked"] or 0)

    def _rows(self, table):
        with self.core.database.read() as db:
            return db.query(table).all()


LogOn.TestCase.settings = settings(
    max_examples=15, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
TestLogOn = LogOn.TestCase
