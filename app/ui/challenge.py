"""Asking a factor's question on a page, and reading the answer: the same for log-on, fresh proof and activation."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session as DbSession

from app.core import enrol
from app.core.factor import Factor, Question
from app.core.models import Citizen, Credential
from app.core.proof import Verdict, state_of
from app.ui import i18n
from app.ui.factor_pages import FactorPages, Shown, words_for
from app.ui.forms import Form
from app.ui.visit import Visit


@dataclass(frozen=True)
class Asked:
    """A question ready to be shown."""

    credential: Credential
    factor: Factor
    pages: FactorPages
    shown: Shown
    standing: Verdict | None
    own_name: str


def asked(visit: Visit, db: DbSession, citizen: Citizen, challenge: dict[str, Any] | None) -> Asked | None:
    """What the challenge asks of this citizen, or None where there is none."""
    credential = db.get(Credential, (challenge or {}).get("credential", ""))
    if credential is None or credential.citizen_id != citizen.id or credential.status == "removed":
        return None
    factor = visit.core.factors[credential.kind]
    question: Question = (challenge or {}).get("question") or {}
    standing = state_of(credential)
    context = visit.core.context(db, citizen, visit.language)
    shown = factor.pages.show(context, credential, question) if standing is None else {}
    return Asked(credential, factor, factor.pages, shown, standing, enrol.name_of(db, credential))


def given(form: Form) -> dict[str, str]:
    """The answer as text fields."""
    return {name: value for name, value in form.data.items() if isinstance(value, str)}


def explain(visit: Visit, form: Form, pages: FactorPages, verdict: Verdict) -> None:
    """Put a verdict that was not right at the field of the answer."""
    message = words_for(pages, verdict, lambda moment: i18n.clock_time(visit.language, moment))
    form.fail(pages.answer_field, message)
