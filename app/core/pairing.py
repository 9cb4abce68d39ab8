"""The pairing code: eight signs that tie a device of the citizen's to a set-up, good once and for a short time.

Its signs are told apart by eye and by ear: no 0/O, 1/I, and of letters that sound or look alike one at most.
`credential.secret` holds the code, sealed, until a device has used it; `credential.lookup_digest` is its keyed digest.
"""

import secrets
from datetime import datetime, timedelta

from sqlalchemy import select

from app.core import clock, proof
from app.core.factor import Context
from app.core.models import Credential
from app.core.sealed import digest, seal, unseal

SIGNS = "23456789ACEFHJKLMPRTUXY"
LENGTH = 8
GROUP = 4
# What is easily read for one of the signs, and is none itself.
TAKEN_FOR = str.maketrans("BGSZ", "8652")
PURPOSE = "credential.secret"


def renew(context: Context, credential: Credential) -> None:
    """A new code; the one before is void."""
    code = "".join(secrets.choice(SIGNS) for _ in range(LENGTH))
    ends_at = clock.now() + timedelta(minutes=context.settings.code_minutes)
    credential.secret = seal(context.db, code, PURPOSE)
    credential.lookup_digest = _digest(context, code, credential.kind)
    credential.data = {**credential.data, "pairing_ends_at": ends_at.isoformat()}


def code_of(context: Context, credential: Credential) -> str:
    """The code, or empty once it has been used."""
    return unseal(context.db, credential.secret, PURPOSE)


def ends(credential: Credential) -> datetime:
    """When the code can no longer be used."""
    return datetime.fromisoformat(credential.data["pairing_ends_at"])


def waiting_for(context: Context, kind: str, folded: str) -> Credential | None:
    """The set-up of a factor that waits for this code (see `fold`), its row locked; its time may be over."""
    if not is_code(folded):
        return None
    wanted = _digest(context, folded, kind)
    query = select(Credential.id).where(Credential.lookup_digest == wanted, Credential.status == "pending")
    found = context.db.scalar(query)
    locked = proof.locked_credential(context, found) if found else None
    return locked if locked is not None and locked.lookup_digest == wanted else None


def fold(typed: str) -> str:
    """A code as it was meant: capital letters, no spaces or hyphens."""
    return "".join(sign for sign in typed.upper() if sign.isalnum()).translate(TAKEN_FOR)


def is_code(folded: str) -> bool:
    """True where it can be a code at all."""
    return len(folded) == LENGTH and set(folded) <= set(SIGNS)


def groups(code: str) -> list[str]:
    """The code in groups, as it is read and typed."""
    return [code[start : start + GROUP] for start in range(0, len(code), GROUP)]


def _digest(context: Context, code: str, kind: str) -> str:
    return digest(context.db, f"pairing:{code}", kind)
