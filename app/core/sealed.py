"""Reading and writing sealed columns: `seal(db, value, "citizen.name")` and `unseal(db, ...)`.

The purpose is bound into the ciphertext, so a value moved to another column cannot be read there.
"""

from sqlalchemy.orm import Session as DbSession

from app.core.crypto import Keys


def keys_of(db: DbSession) -> Keys:
    """The keyring that the transaction carries."""
    keys: Keys = db.info["keys"]
    return keys


def seal(db: DbSession, text: str, purpose: str) -> str:
    """Encrypt for the named column."""
    return keys_of(db).encrypt(text, purpose)


def unseal(db: DbSession, value: str | None, purpose: str) -> str:
    """Decrypt from the named column; empty for None. Raises CannotDecrypt."""
    return keys_of(db).decrypt(value, purpose) if value else ""


def digest(db: DbSession, text: str, purpose: str) -> str:
    """The keyed digest of `text` for look-up."""
    return keys_of(db).digest(text, purpose)
