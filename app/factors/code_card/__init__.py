"""The code card (kodekort)."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.code_card import check
from app.factors.code_card.pages import PAGES


class CodeCard:
    """A card with codes on paper, issued by the portal."""

    kind = "code_card"
    rank = 20
    level = Level.SUBSTANTIAL
    alone = False
    max_failures = 10
    proofs_to_activate = 2
    seconds = 40
    needs = Needs(sight=True, reading=True, hands=True, printer=True)
    pages = PAGES

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """A card never logs on alone."""
        return None


FACTOR = CodeCard()
