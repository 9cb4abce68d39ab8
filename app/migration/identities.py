"""Finding a citizen of the old scheme by what they type: NemID number, CPR number or a user id of their own."""

import re

from sqlalchemy import or_, select
from sqlalchemy.orm import Session as DbSession

from app.core.crypto import Keys
from app.core.models import LegacyIdentity
from app.core.sealed import keys_of
from app.migration.directory import normalise_user_id

LONGEST_TYPED = 200
# Numbers are written in groups, with spaces, hyphens and the dashes that word processors make of them.
_SEPARATORS = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212]+")


def cpr_digest(keys: Keys, cpr: str) -> str:
    """The digest of ten digits, for look-up: `Citizen` and `LegacyIdentity` share it."""
    return keys.digest(cpr, "cpr")


def nemid_digest(keys: Keys, nemid_number: str) -> str:
    """The digest of nine digits, for look-up."""
    return keys.digest(nemid_number, "nemid_number")


def user_id_digest(keys: Keys, user_id: str) -> str:
    """The digest of a self-chosen user id, for look-up; capitals count as small letters."""
    return keys.digest(normalise_user_id(user_id), "legacy_user_id")


def find_identity(db: DbSession, typed: str) -> LegacyIdentity | None:
    """The old identity that this names, or None.

    All three readings are looked up in one query, so what kind of id was typed and whether it is known make no
    difference in cost. No id fits two people: a self-chosen one never looks like a number (directory_fields).
    """
    keys = keys_of(db)
    text = typed[:LONGEST_TYPED].encode("utf-8", "replace").decode("utf-8")
    digits = _SEPARATORS.sub("", text)
    named = or_(
        LegacyIdentity.nemid_digest == nemid_digest(keys, digits),
        LegacyIdentity.cpr_digest == cpr_digest(keys, digits),
        LegacyIdentity.user_id_digest == user_id_digest(keys, text),
    )
    return db.scalar(select(LegacyIdentity).where(named).limit(1))


def locked(db: DbSession, identity_id: str) -> LegacyIdentity | None:
    """The identity as it stands now, its row locked until the transaction ends."""
    return db.get(LegacyIdentity, identity_id, with_for_update=True, populate_existing=True)
