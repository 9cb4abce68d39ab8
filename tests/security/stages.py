"""Browsers at every stage that a page can ask for: open, password, legacy, crossing, logged on."""

import sqlite3
from dataclasses import dataclass, field
from datetime import timedelta

from starlette.applications import Starlette

from app.core import clock, contact_codes, enrol, login, outbox, sessions
from app.core.models import Citizen, Credential, Crossing, LegacyIdentity, Session
from app.core.sealed import digest, seal
from app.migration import legacy_card
from app.migration.terms import TERMS
from app.ui.portal import Portal
from app.ui.routing import PARAMETER, Page
from tests.security.raw import RawClient
from tests.support.legacy import old_citizen
from tests.support.world import Person, give_factor, make_citizen

STAGES = {"open": "", "citizen": "logged_on", "fresh": "logged_on"}


@dataclass
class World:
    """A portal with one citizen of the new scheme and one who is crossing."""

    app: Starlette
    portal: Portal
    person: Person
    crosser: str
    identity: str
    message: str
    tabs: dict[str, "Tab"] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.watching = sqlite3.connect(self.portal.core.settings.data / "overgang.sqlite", check_same_thread=False)

    @property
    def core(self):
        """The portal's core."""
        return self.portal.core

    def pages(self, method: str) -> list[tuple[Page, str]]:
        """Every page that takes the method, with each of its languages."""
        found = [page for page in self.portal.addresses.pages.values() if method in page.methods]
        return [(page, language) for page in found for language in ("da", "en")]

    def path(self, page: Page, language: str) -> str:
        """The page's address with parameters that exist."""
        known = {"credential": self.person.credentials["code_card"], "message": self.message, "kind": self.kind}
        wanted = PARAMETER.findall(page.path(language))
        return self.portal.addresses.url(page.name, language, **{name: known.get(name, "x") for name in wanted})

    @property
    def kind(self) -> str:
        """A factor that asks for something before it is activated."""
        return next((factor.kind for factor in self.core.factors if factor.pages.choose), "code_card")

    def visit(self, page: Page) -> "Tab":
        """The browser at the stage that the page asks for, with a live session."""
        stage = STAGES.get(page.access, page.access)
        tab = self.tabs.setdefault(stage, Tab(self, stage))
        tab.revive()
        return tab

    def close(self) -> None:
        """Close every browser."""
        for tab in self.tabs.values():
            tab.client.close()
        self.watching.close()

    def change_count(self) -> int:
        """Rises with every transaction that changed the database, whoever made it."""
        (version,) = self.watching.execute("PRAGMA data_version").fetchone()
        return int(version)


def make_world(app: Starlette) -> World:
    """Make the citizens."""
    portal: Portal = app.state.portal
    core = portal.core
    person = make_citizen(core, email="kirsten@example.dk", mobile="+4534412331")
    give_factor(core, person, "code_card", name="Kort et")
    give_factor(core, person, "code_card", name="Kort to")
    identity = old_citizen(core)
    with core.database.write() as db:
        citizen = Citizen(cpr=seal(db, "6111800009", "citizen.cpr"), name=seal(db, "Åse Ærø", "citizen.name"))
        citizen.cpr_digest, citizen.created_at = digest(db, "6111800009", "cpr"), clock.now()
        db.add(citizen)
        db.flush()
        now = clock.now()
        so_far = {"terms_version": TERMS.version, "terms_accepted_at": now, "contact_done": True}
        db.add(Crossing(citizen_id=citizen.id, started_at=now, factor_kind="code_card", **so_far))
        for whose in (citizen, db.get_one(Citizen, person.id)):
            contact_codes.send(db, core.settings, whose, "email", "ny@example.dk")
            contact_codes.send(db, core.settings, whose, "sms", "+4551123456")
        message = outbox.put(
            db, "call", "+4534412331", "contact.code", {"code": "112233"}, citizen=citizen, useful_for=timedelta(1)
        )
        return World(app, portal, person, citizen.id, identity, message)


class Tab:
    """A browser whose session stands at a stage; `revive` gives it a new one where the last has ended."""

    def __init__(self, world: World, stage: str) -> None:
        self.world, self.stage = world, stage
        self.client = RawClient(world.app)
        self.token = ""

    def revive(self) -> None:
        """Make sure that the session is alive, and that the citizen is as they were made."""
        if self.token and self._is_alive():
            return
        self.client.cookies.clear()
        if not self.stage:
            form_id = "a-browser-without-a-session"
            self.client.cookies["form"] = self.world.portal.cookies._form.sign(form_id).decode()
            self.token = form_id
            return
        self.token = self._open()
        self.client.cookies["session"] = self.world.portal.cookies._session.sign(self.token).decode()

    @property
    def csrf(self) -> str:
        """A token that holds for this browser."""
        return self.world.portal.csrf.token(self.token)

    def _is_alive(self) -> bool:
        if not self.stage:
            return "session" not in self.client.cookies and "form" in self.client.cookies
        with self.world.core.database.read() as db:
            session = sessions.find(db, self.token)
            cookie = "session" in self.client.cookies
            return session is not None and session.stage == self.stage and sessions.is_alive(session) and cookie

    def _open(self) -> str:
        core, world = self.world.core, self.world
        crossing = self.stage == "crossing"
        with core.database.write() as db:
            token, session = sessions.create(db, core.settings, self.stage)
            if self.stage == "legacy":
                identity = db.get_one(LegacyIdentity, world.identity)
                identity.status, identity.failures, identity.locked_until = "active", 0, None
                legacy_card.ask(db, identity)
                session.legacy_id = identity.id
            elif self.stage != "passkey":
                session.citizen_id = world.crosser if crossing else world.person.id
                session.fresh_until = clock.now() + timedelta(hours=1)
                citizen = db.get_one(Citizen, session.citizen_id)
                citizen.status = "crossing" if crossing else "active"
            if self.stage in ("password", "logged_on"):
                self._ask(db, session)
            if self.stage in ("crossing", "logged_on"):
                self._begin_a_card(db, session, citizen)
        return token

    def _begin_a_card(self, db, session: Session, citizen: Citizen) -> None:
        core = self.world.core
        pending = enrol.prepare(core, db, citizen, "code_card", {})
        question = core.factors["code_card"].ask(core.context(db, citizen), pending, requested=False)
        session.enrolment = {"credential": pending.id, "question": question}

    def _ask(self, db, session: Session) -> None:
        core = self.world.core
        credential = db.get_one(Credential, self.world.person.credentials["code_card"])
        if credential.status != "active" or not credential.data:
            fresh = enrol.prepare(core, db, db.get_one(Citizen, session.citizen_id), "code_card", {})
            credential.data = fresh.data
            db.delete(fresh)
        credential.status, credential.failures, credential.locked_until = "active", 0, None
        login.ask(core, db, session, credential)
