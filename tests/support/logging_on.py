"""Logging on through the core, as a test does it in one line."""

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import login, sessions
from app.core.context import Core
from app.core.login import Browser, LoggedOn, Started
from app.core.models import Session
from tests.support.world import Person, card_code

HERE = Browser(source="192.0.2.10", label="Firefox, Linux", device="device-1")
WRONG = "000000"


def session_of(core: Core, token: str) -> Session | None:
    """The session of a token, ended or not."""
    with core.database.read() as db:
        return sessions.find(db, token)


def start(core: Core, person: Person, browser: Browser = HERE, **kwargs: object) -> Session:
    """User id and password were right: the session in which a factor is asked."""
    started = login.start(core, person.user_id, person.password, browser, **kwargs)  # type: ignore[arg-type]
    assert isinstance(started, Started), started
    session = session_of(core, started.token)
    assert session is not None
    return session


def log_on(core: Core, person: Person, browser: Browser = HERE, **kwargs: object) -> LoggedOn:
    """A whole log-on with the code card."""
    session = start(core, person, browser, **kwargs)
    assert session.challenge is not None
    code = card_code(core, session.challenge["credential"])
    outcome = login.answer(core, session.id, {"code": code}, browser)
    assert isinstance(outcome, LoggedOn), outcome
    return outcome


def right(core: Core, person: Person) -> str:
    """The code that the person's card has for the number that is asked."""
    return card_code(core, person.credentials["code_card"])


def wrong(core: Core, person: Person) -> str:
    """A code that is not right."""
    return WRONG if right(core, person) != WRONG else "000001"


def rows(db: DbSession, table: type) -> list[object]:
    """Every row of a table."""
    return list(db.scalars(select(table)).all())
