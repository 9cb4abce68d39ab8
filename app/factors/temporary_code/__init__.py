"""The temporary code (midlertidig kode fra Borgerservice)."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.temporary_code import check
from app.factors.temporary_code.commands import COMMANDS
from app.factors.temporary_code.pages import PAGES
from app.factors.temporary_code.rehearsal import REHEARSAL


class TemporaryCode:
    """A code for one day, given by a person. Never above Substantial, and not offered: nobody gives it themselves."""

    kind = check.KIND
    rank = 95
    level = Level.SUBSTANTIAL
    alone = False
    offered = False
    max_failures = check.MOST_FAILURES
    proofs_to_activate = 1
    seconds = 20
    needs = Needs(reading=True, hands=True)
    pages = PAGES
    rehearsal = REHEARSAL
    commands = COMMANDS

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """It never logs on alone."""
        return None


FACTOR = TemporaryCode()
