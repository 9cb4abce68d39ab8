"""Trying the authenticator app out: a practice account for the app that the person has."""

import pyotp

from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.authenticator_app import check
from app.factors.authenticator_app.pages import in_groups, qr_image
from app.factors.authenticator_app.pages import show as usual
from app.ui import i18n
from app.ui.factor_pages import Shown
from app.ui.i18n import N_
from app.ui.rehearsal import Rehearsal

ACCOUNT = N_("Practice")


def begin(context: Context, credential: Credential) -> Question:
    """A seed of its own."""
    check.prepare(context, credential, {})
    return check.ask(context, credential, requested=True)


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """The three ways to set it up, under a name that can be told from a real account."""
    seed = check.seed_of(context, credential)
    account = i18n.translate(context.language, ACCOUNT)
    address = pyotp.TOTP(seed).provisioning_uri(name=account, issuer_name=context.settings.service_name)
    ways: Shown = {"address": address, "qr": qr_image(address), "key": in_groups(seed), "account": account}
    return usual(context, credential, question) | ways


REHEARSAL = Rehearsal(begin, show)
