"""How the authenticator app is shown: its question, and three ways to set it up."""

import segno

from app.core.account import short_name
from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.authenticator_app import check
from app.ui.factor_pages import FactorPages, Shown
from app.ui.forms import Code, Filled, Form
from app.ui.i18n import N_


class AppCodeForm(Form):
    """The code that the app shows."""

    code = Code(
        N_("Code from the app"),
        [Filled(N_("Write the 6 digits that your authenticator app shows."))],
        description=N_("6 digits. You may write spaces."),
    )


def show(context: Context, credential: Credential, _question: Question) -> Shown:
    """The app's question; seed, address and QR code only while the app is being activated.

    second: one code is proven already, and the next must be a new one.
    """
    shown: Shown = {"second": False}
    if credential.status == "pending" and context.citizen:
        address = check.setup_address(context, credential)
        shown |= {
            "second": credential.proofs > 0,
            "address": address,
            "qr": qr_image(address),
            "key": in_groups(check.seed_of(context, credential)),
            "account": short_name(context.db, context.citizen),
        }
    return shown


def in_groups(seed: str) -> str:
    """The seed in groups of four, as it is easiest to read and type."""
    return " ".join(seed[start : start + 4] for start in range(0, len(seed), 4))


def qr_image(address: str) -> str:
    """A QR code as a data: address. It is black on white in every colour scheme, for cameras need that."""
    code = segno.make(address, error="m", micro=False)
    return code.svg_data_uri(light="#fff", border=4, omitsize=True)


PAGES = FactorPages(
    name=N_("Authenticator app"),
    tagline=N_("An app on your telephone or computer makes a new code every 30 seconds."),
    good=(
        N_("You have a smartphone with you, or an app or program on your computer."),
        N_("You use a screen reader or large text: the app follows the settings of your telephone."),
        N_("You are abroad or have no signal. The app needs no network."),
    ),
    mind=(
        N_("Each code can be used for about a minute. A new one always comes, so you can take your time."),
        N_("If you get a new telephone, you set up the app again."),
    ),
    needs=(
        N_("You need a telephone or computer with an authenticator app. Many are free."),
        N_("You must be able to copy 6 digits from the app."),
    ),
    time=N_("About 20 seconds each time"),
    level_note=N_("Reaches the level Substantial. That is enough for nearly every service."),
    challenge_title=N_("Write the code from your authenticator app"),
    setup_title=N_("Set up your authenticator app"),
    answer=AppCodeForm,
    answer_field="code",
    show=show,
    wrong={
        "wrong": N_(
            "The code is not right, or it is too old. Write the code that the app shows now. "
            "If it happens again, check that the telephone sets its clock by itself."
        ),
        "used": N_("This code has been used already. Wait until the app shows a new one, and write that."),
    },
)
