"""The approval app (godkendelsesapp)."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.approval_app import check
from app.factors.approval_app.pages import PAGES
from app.factors.approval_app.rehearsal import REHEARSAL


class ApprovalApp:
    """Our own web page on a device of the citizen's, which holds a key that cannot leave it.

    It needs no smartphone: any telephone, tablet or computer with a new browser will do. The browser that logs on
    needs no JavaScript; the device does. The key is held by the browser and not by hardware that verifies its person:
    never above Substantial.
    """

    kind = "approval_app"
    rank = 15
    level = Level.SUBSTANTIAL
    alone = False
    max_failures = 10
    proofs_to_activate = 2
    seconds = 20
    needs = Needs(reading=True, hands=True, javascript=True)
    pages = PAGES
    rehearsal = REHEARSAL

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """An app never logs on alone."""
        return None


FACTOR = ApprovalApp()
