"""The code device (kodeviser eller kodeoplæser)."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.code_device import check
from app.factors.code_device.commands import COMMANDS
from app.factors.code_device.pages import PAGES
from app.factors.code_device.rehearsal import REHEARSAL


class CodeDevice:
    """A device of one's own with a display, a voice or braille (OATH). So neither sight nor hearing is needed."""

    kind = "code_device"
    rank = 45
    level = Level.SUBSTANTIAL
    alone = False
    max_failures = 20
    proofs_to_activate = 2
    seconds = 30
    needs = Needs(reading=True, hands=True)
    pages = PAGES
    rehearsal = REHEARSAL
    commands = COMMANDS

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """A device never logs on alone."""
        return None


FACTOR = CodeDevice()
