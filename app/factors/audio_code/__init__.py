"""The audio code (lydkode)."""

from app.core.assurance import Level
from app.core.factor import Context, Needs
from app.core.models import Credential
from app.factors.audio_code import check
from app.factors.audio_code.pages import PAGES
from app.factors.audio_code.rehearsal import REHEARSAL


class AudioCode:
    """A code that is spoken by a telephone call to the citizen's own number.

    The telephone network is a channel of its own, but a number can be taken over: never above Substantial
    (NIST SP 800-63B-4, 3.1.3.3).
    """

    kind = "audio_code"
    rank = 40
    level = Level.SUBSTANTIAL
    alone = False
    max_failures = 20
    proofs_to_activate = 2
    seconds = 60
    needs = Needs(hearing=True, hands=True, telephone=True)
    pages = PAGES
    rehearsal = REHEARSAL

    prepare = staticmethod(check.prepare)
    ask = staticmethod(check.ask)
    reported = staticmethod(check.reported)
    check = staticmethod(check.check)

    def find(self, context: Context, given: object) -> Credential | None:
        """A telephone never logs on alone."""
        return None


FACTOR = AudioCode()
