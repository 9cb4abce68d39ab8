"""The security key: a hardware key, or a passkey in a telephone or computer (WebAuthn)."""

from app.core.assurance import Level
from app.core.factor import Needs
from app.factors.security_key import check
from app.factors.security_key.pages import PAGES
from app.factors.security_key.rehearsal import REHEARSAL


class SecurityKey:
    """One credential a key. With the person verified by the key itself it logs on alone."""

    kind = "security_key"
    rank = 30
    level = Level.HIGH
    alone = True
    max_failures = 20
    proofs_to_activate = 2
    seconds = 10
    needs = Needs(javascript=True)
    pages = PAGES
    rehearsal = REHEARSAL

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    find = staticmethod(check.find)
    check = staticmethod(check.check)


FACTOR = SecurityKey()
