"""The authenticator app: a code that changes every 30 seconds."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.authenticator_app import check
from app.factors.authenticator_app.pages import PAGES
from app.factors.authenticator_app.rehearsal import REHEARSAL


class AuthenticatorApp:
    """Any app that makes time-based codes (TOTP), on a telephone or a computer."""

    kind = "authenticator_app"
    rank = 10
    level = Level.SUBSTANTIAL
    alone = False
    max_failures = 20
    proofs_to_activate = 2
    seconds = 20
    needs = Needs(reading=True, hands=True, smartphone=True)
    pages = PAGES
    rehearsal = REHEARSAL

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """An app never logs on alone."""
        return None


FACTOR = AuthenticatorApp()
