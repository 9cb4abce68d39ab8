"""The code card (kodekort)."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.code_card import check
from app.factors.code_card.pages import PAGES
from app.factors.code_card.rehearsal import REHEARSAL


class CodeCard:
    """A card with codes, issued by the portal, in the form that the citizen can read."""

    kind = "code_card"
    rank = 20
    level = Level.SUBSTANTIAL
    alone = False
    max_failures = 10
    proofs_to_activate = 2
    seconds = 40
    # Neither sight nor a printer: it is had in braille, as sound and as a file too.
    needs = Needs(reading=True, hands=True)
    pages = PAGES
    rehearsal = REHEARSAL

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """A card never logs on alone."""
        return None


FACTOR = CodeCard()
