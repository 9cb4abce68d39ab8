"""Trying the audio code out: a practice code is played on the page, for it is no secret. Nobody is called."""

import secrets
from datetime import timedelta

from app.core import clock
from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.audio_code import check
from app.ui.factor_pages import Shown
from app.ui.rehearsal import MINUTES, Rehearsal
from app.ui.speech import speak_code

CALL = "practice"


def begin(context: Context, credential: Credential) -> Question:
    """A code as a call would speak it."""
    code = f"{secrets.randbelow(10**check.CODE_DIGITS):0{check.CODE_DIGITS}d}"
    ends = clock.now() + timedelta(minutes=MINUTES)
    digest = check.digest_of(context, credential, CALL, code)
    credential.data = {"code": {"call": CALL, "digest": digest, "ends_at": ends.isoformat(), "tries": 0}}
    return {"state": "called", "call": CALL, "spoken": code}


def show(_context: Context, _credential: Credential, question: Question) -> Shown:
    """The code as text, for who cannot hear it: it stands beside the sound (WCAG 1.2.1)."""
    return {"spoken": question["spoken"]}


def speak(question: Question, language: str) -> bytes:
    """The code as a call speaks it."""
    return speak_code(question["spoken"], "en" if language == "en" else "da")


REHEARSAL = Rehearsal(begin, show, speak=speak)
