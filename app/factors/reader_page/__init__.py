"""The code reader on a device of the citizen's own (kodelæser på din egen enhed)."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.reader_page import check
from app.factors.reader_page.pages import PAGES
from app.factors.reader_page.rehearsal import REHEARSAL


class ReaderPage:
    """A plain web page on another device: it speaks a code, shows it as text for eyes and braille, or both.

    The device holds a secret in a cookie, which can be copied by whoever holds the device: never above Substantial.
    """

    kind = "reader_page"
    rank = 25
    level = Level.SUBSTANTIAL
    alone = False
    max_failures = 20
    proofs_to_activate = 2
    seconds = 40
    needs = Needs(hands=True)
    pages = PAGES
    rehearsal = REHEARSAL

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """A code reader never logs on alone."""
        return None


FACTOR = ReaderPage()
