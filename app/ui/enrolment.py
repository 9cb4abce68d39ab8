"""Activating a factor on a page: the same steps when crossing and on Min side.

begin → the page that shows the factor and asks for its proofs (`activate`) → active. What was asked stays in the
session, so another session cannot finish what this one began.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy.orm import Session as DbSession
from starlette.responses import Response

from app.core import enrol, proof, sessions
from app.core.assurance import Level
from app.core.factor import CannotPrepare
from app.core.models import Citizen, Credential, Session
from app.ui import challenge, helped
from app.ui.forms import N_
from app.ui.visit import Visit

ANOTHER = N_("That was right. One more time, so that we both know it works.")

# Runs in the transaction in which the factor became active.
OnActive = Callable[[DbSession, Citizen, Credential], None]


def begin(visit: Visit, kind: str, given: Mapping[str, str], *, name: str = "", replaces: str | None = None) -> str:
    """Make a pending factor and ask its first question; gives the credential's id. Raises CannotPrepare, NotTheirs."""
    _not_before_a_helper(visit, kind)
    begun = _begin(visit, kind, given, name, replaces)
    if isinstance(begun, CannotPrepare):
        raise begun
    return begun


def _begin(visit: Visit, kind: str, given: Mapping[str, str], name: str, replaces: str | None) -> str | CannotPrepare:
    with visit.write() as db:
        citizen = visit.citizen(db, lock=True)
        session = db.get_one(Session, visit.live.id, with_for_update=True)
        try:
            credential = enrol.prepare(
                visit.core, db, citizen, kind, given, name=name, replaces=replaces, by=Level(session.level)
            )
        except CannotPrepare as error:
            return error  # the transaction is kept: a refused try counts
        _ask(visit, db, session, citizen, credential, requested=False)
        visit.session = session
        return credential.id


def activate(
    visit: Visit,
    template: str,
    *,
    start_again: Callable[[], Response],
    finished: Callable[[Credential], Response],
    on_active: OnActive | None = None,
    **context: Any,
) -> Response:
    """The page of the activation: shows the factor, judges one proof a time, ends when it is active."""
    _not_before_a_helper(visit, _kind_now(visit))
    asked = _asked_now(visit)
    if asked is None or asked.credential.status != "pending":
        return start_again()
    if visit.sent and "ask_again" in visit.fields:
        _ask_again(visit, asked.credential.id)
        challenge.tell(visit, _asked_now(visit))
        return visit.redirect_to(visit.path)
    form = visit.form(asked.pages.answer)
    done = asked.credential.proofs
    if asked.can_answer and form.accepted():
        progress = _prove(visit, challenge.given(form), on_active)
        if progress is None:
            return start_again()
        if progress.active:
            return finished(asked.credential)
        if progress.verdict.ok:
            visit.flash(ANOTHER)
            return visit.redirect_to(visit.path)
        asked = _asked_now(visit) or asked
        challenge.explain(visit, form, asked, progress.verdict)
    needed = asked.factor.proofs_to_activate
    return visit.render(
        template, form=form, asked=asked, shown=helped.masked(visit, asked.shown), done=done, needed=needed, **context
    )


def _not_before_a_helper(visit: Visit, kind: str | None) -> None:
    """Raises HelperFirst where this factor's set-up shows a secret."""
    if kind is not None and visit.core.factors[kind].pages.discloses:
        helped.alone(visit, setting_up=True)


def _kind_now(visit: Visit) -> str | None:
    with visit.read() as db:
        credential = db.get(Credential, (visit.live.enrolment or {}).get("credential", ""))
        return credential.kind if credential else None


def _asked_now(visit: Visit) -> challenge.Asked | None:
    with visit.read() as db:
        return challenge.asked(visit, db, visit.citizen(db), visit.live.enrolment)


def _prove(visit: Visit, given: Mapping[str, str], on_active: OnActive | None) -> enrol.Progress | None:
    with visit.write() as db:
        session = db.get_one(Session, visit.live.id, with_for_update=True)
        citizen = visit.citizen(db, lock=True)
        waiting = session.enrolment
        if not waiting or not sessions.is_alive(session):
            return None
        credential = proof.locked_credential(visit.core.context(db, citizen), waiting["credential"])
        if credential is None or credential.citizen_id != citizen.id or credential.status != "pending":
            return None
        progress = enrol.prove(visit.core, db, citizen, credential, waiting["question"], given, keep_session=session.id)
        if progress.active:
            session.enrolment = None
            if on_active:
                on_active(db, citizen, credential)
        elif progress.verdict.ok or progress.verdict.reason in ("void", "expired"):
            _ask(visit, db, session, citizen, credential, requested=False)
        visit.session = session
        return progress


def _ask_again(visit: Visit, credential_id: str) -> None:
    with visit.write() as db:
        session = db.get_one(Session, visit.live.id, with_for_update=True)
        citizen = visit.citizen(db)
        credential = proof.locked_credential(visit.core.context(db, citizen), credential_id)
        if credential is not None and credential.citizen_id == citizen.id and credential.status == "pending":
            _ask(visit, db, session, citizen, credential, requested=True)
            visit.session = session


def _ask(
    visit: Visit, db: DbSession, session: Session, citizen: Citizen, credential: Credential, *, requested: bool
) -> None:
    factor = visit.core.factors[credential.kind]
    question = factor.ask(visit.core.context(db, citizen, session=session), credential, requested=requested)
    session.enrolment = {"credential": credential.id, "question": question}
