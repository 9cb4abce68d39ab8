"""A citizen who is logged on to Min side, for tests of its pages."""

from app.core import events, outbox
from app.core.context import Core
from app.core.models import Citizen
from tests.support.visitor import Visitor
from tests.support.world import Person, card_code


def code(core: Core, person: Person) -> str:
    """The code that the person's card has for the number that is asked."""
    return card_code(core, person.credentials["code_card"])


def log_on(visitor: Visitor, core: Core, person: Person, path: str = "/log-paa") -> Visitor:
    """Log on with password and code card; ends on Min side."""
    visitor.get(path).submit(user_id=person.user_id, password=person.password)
    return visitor.submit(code=code(core, person))


def confirm(visitor: Visitor, core: Core, person: Person) -> Visitor:
    """Show once more that it is you, with the code card: choose it where the page asks which way, then the code."""
    if any(button.get("name") == "credential" for button in visitor.all("button")):
        visitor.submit("Kodekort")
    return visitor.submit(code=code(core, person))


def notices_sent(core: Core) -> list[tuple[str, str, str]]:
    """Purpose, channel and recipient of every message, oldest first."""
    with core.database.read() as db:
        found = [(item.purpose, item.channel, outbox.recipient_of(db, item)) for item in outbox.recent(db, 500)]
    return found[::-1]


def code_sent(core: Core) -> str:
    """The newest code that was sent to confirm an address."""
    with core.database.read() as db:
        codes = [outbox.params_of(db, item) for item in outbox.recent(db) if item.purpose == "contact.code"]
    return str(codes[0]["code"])


def events_of(core: Core, person: Person) -> list[str]:
    """The kinds of the person's events, newest first."""
    with core.database.read() as db:
        return [event.kind for event in events.of_citizen(db, person.id, limit=500)]


def citizen_of(core: Core, person: Person) -> Citizen:
    """The citizen as they stand in the database."""
    with core.database.read() as db:
        return db.get_one(Citizen, person.id)
