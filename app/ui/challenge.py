"""Asking a factor's question on a page, and reading the answer: the same for log-on, fresh proof and activation."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session as DbSession

from app.core import enrol
from app.core.factor import CannotPrepare, Factor, Question
from app.core.models import Citizen, Credential
from app.core.proof import Verdict, state_of
from app.ui.factor_pages import FactorPages, Shown, words_for, words_for_asking, words_for_refusal
from app.ui.forms import Form
from app.ui.locks import locked_until
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
    question: Question

    @property
    def can_answer(self) -> bool:
        """True where there is something to answer: fields are shown, and a button that sends them."""
        return self.standing is None and bool(self.shown.get("can_answer", True))

    @property
    def ask_label(self) -> str:
        """The button that asks for a (new) code."""
        usual = self.pages.ask_again if self.can_answer else self.pages.ask_first
        return str(self.shown.get("ask_label") or usual)


def asked(visit: Visit, db: DbSession, citizen: Citizen, challenge: dict[str, Any] | None) -> Asked | None:
    """What the challenge asks of this citizen, or None where there is none."""
    credential = db.get(Credential, (challenge or {}).get("credential", ""))
    if credential is None or credential.citizen_id != citizen.id or credential.status == "removed":
        return None
    factor = visit.core.factors[credential.kind]
    question: Question = (challenge or {}).get("question") or {}
    standing = state_of(credential)
    context = visit.core.context(db, citizen, visit.language)
    shown: Shown = {}
    if standing is None:
        shown = factor.pages.show(context, credential, question) | factor.pages.here(visit, db, credential)
    return Asked(credential, factor, factor.pages, shown, standing, enrol.name_of(db, credential), question)


def given(form: Form) -> dict[str, str]:
    """The answer as text fields."""
    return {name: value for name, value in form.data.items() if isinstance(value, str)}


def explain(visit: Visit, form: Form, now_asked: Asked, verdict: Verdict) -> None:
    """Put a verdict that was not right at the field of the answer, or at the form where no field is shown any more."""
    message = words_for(now_asked.pages, verdict, lambda until: locked_until(visit.language, until))
    form.fail(now_asked.pages.answer_field if now_asked.can_answer else None, message)


def refuse(visit: Visit, form: Form, pages: FactorPages, error: CannotPrepare) -> None:
    """Put what cannot be used of what the citizen gave for a new factor at its field."""
    words_for_refusal(form, error, pages.wrong, lambda until: locked_until(visit.language, until))


def tell(visit: Visit, now_asked: Asked | None) -> None:
    """Say on the next page what came of asking for a code."""
    if now_asked is not None:
        visit.flash(words_for_asking(now_asked.pages, now_asked.question))
