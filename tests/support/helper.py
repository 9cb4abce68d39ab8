"""Helper mode in tests: starting it, its banner, stopping it, and what the core knows of it."""

from xml.etree.ElementTree import Element

from sqlalchemy import select

from app.core.context import Core
from app.core.models import Event, Session
from tests.support.visitor import Visitor

PATHS = {"da": "/min-side/hjaelper", "en": "/en/my-page/helper"}
MY_PAGE = {"da": "/min-side", "en": "/en/my-page"}
LOG_ON = {"da": "/log-paa", "en": "/en/log-on"}
LINK = {"da": "Der sidder en og hjælper mig", "en": "Somebody sits here and helps me"}
BANNER = {"da": "En hjælper er med. Slutter klokken 10.31.", "en": "A helper is with you. It ends at 10:31."}
STOP = {"da": "Stop nu", "en": "Stop now"}
REFUSED = {"da": "Gør det her uden din hjælper", "en": "Do this without your helper"}
MASKED = {
    "da": ("en adresse, der begynder med k, hos example.dk", "et nummer, der slutter på 31"),
    "en": ("an address that begins with k, at example.dk", "a number that ends in 31"),
}


def with_helper(visitor: Visitor, language: str = "da", **changes: str) -> Visitor:
    """Start it, and come back."""
    return visitor.get(PATHS[language]).submit(**{"name": "Maja", "kind": "relative", "minutes": "30", **changes})


def banner(visitor: Visitor) -> Element | None:
    """What says that a helper is there, or None."""
    found = [section for section in visitor.all("section") if section.get("aria-labelledby") == "helper-words"]
    assert len(found) <= 1
    return found[0] if found else None


def stop(visitor: Visitor) -> Visitor:
    """Press the banner's button."""
    shown = banner(visitor)
    assert shown is not None
    form = next(iter(shown.iter("form")))
    return visitor.post(
        str(form.get("action")), {field.get("name"): field.get("value") for field in form.iter("input")}
    )


def session_of(core: Core) -> Session:
    """The newest session that is not revoked."""
    with core.database.read() as db:
        return db.scalars(select(Session).where(Session.revoked_at.is_(None)).order_by(Session.created_at)).all()[-1]


def detail(core: Core, kind: str) -> dict[str, object]:
    """What the newest event of a kind says."""
    with core.database.read() as db:
        newest = select(Event).where(Event.kind == kind).order_by(Event.number.desc()).limit(1)
        return dict(db.scalars(newest).one().detail)
