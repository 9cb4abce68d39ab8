"""Trying the temporary code out: with a slip as a person at Borgerservice gives one."""

import secrets
from datetime import datetime

from app.core import clock
from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.temporary_code import check, pages
from app.ui.factor_pages import Shown
from app.ui.rehearsal import Rehearsal


def begin(context: Context, credential: Credential) -> Question:
    """A code of its own, good for as long as a real one."""
    code = f"{secrets.randbelow(10**check.DIGITS):0{check.DIGITS}d}"
    credential.data = {"digest": check.digest_of(context.db, credential, code)}
    return {"code": code, "until": (clock.now() + check.VALID).isoformat()}


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """What stands on the slip."""
    usual = pages.show(context, credential, question)
    return usual | {"slip": question["code"], "until": datetime.fromisoformat(question["until"])}


REHEARSAL = Rehearsal(begin, show)
