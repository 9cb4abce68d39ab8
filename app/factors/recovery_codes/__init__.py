"""Recovery codes (genopretningskoder): a way in when every other is lost, and never above Substantial."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.recovery_codes import check
from app.factors.recovery_codes.pages import PAGES
from app.factors.recovery_codes.rehearsal import REHEARSAL


class RecoveryCodes:
    """Ten codes to keep at home. Not offered as a first way: they are used up in ten log-ons."""

    kind = check.KIND
    rank = 90
    level = Level.SUBSTANTIAL
    alone = False
    offered = False
    max_failures = 10
    proofs_to_activate = 1
    seconds = 60
    needs = Needs(reading=True, hands=True)
    pages = PAGES
    rehearsal = REHEARSAL

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """They never log on alone."""
        return None


FACTOR = RecoveryCodes()
