"""How the approval app is shown to the browser that logs on or sets it up. What the device shows is `views.py`."""

import segno

from app.core import clock
from app.core.factor import Context, Question
from app.core.models import Credential
from app.factors.approval_app import asking, check, pairing, views
from app.ui.factor_pages import FactorPages, NoFields, Shown
from app.ui.i18n import N_

NEW_CODE = N_("Make a new code")
WRONG = {
    "waiting": N_("The app has not answered yet. Finish in the app first. Then choose Go on here."),
    "expired": N_("The time for this is over. Ask for a new one on this page."),
    "void": N_("This request can no longer be used. Send a new one."),
    "rejected": N_("The request was rejected in the app."),
    "numbers": N_("Three wrong numbers were typed in the app, so the request ended. Send a new one."),
}


def show(context: Context, credential: Credential, question: Question) -> Shown:
    """The pairing code while no device has used it; after that the number of the open request.

    over: why the request that was sent from here can no longer be approved, or empty.
    about: what the waiting page asks the portal for (`views.state`). paused_until: before that no request is sent.
    """
    if question.get("step") == "pair":
        return _show_pairing(context, credential)
    request = credential.data.get("request") or {}
    mine = request.get("id") is not None and request.get("id") == question.get("request")
    live = mine and request["state"] in ("waiting", "approved") and clock.now() < asking.ends(request)
    shown: Shown = {
        "step": "request",
        "can_answer": live,
        "over": WRONG[check.ENDED.get(request["state"], "expired")] if mine and not live else "",
        "about": request["id"] if live else "",
        "number": request["number"] if live else "",
        "ends_at": asking.ends(request) if live else None,
        "paused_until": asking.paused_until(context, credential, clock.now()),
        "device": credential.data.get("device", ""),
    }
    return shown


def _show_pairing(context: Context, credential: Credential) -> Shown:
    paired = pairing.is_paired(credential)
    open_code = not paired and clock.now() < pairing.ends(credential)
    shown: Shown = {
        "step": "pair",
        "can_answer": paired or open_code,
        "about": credential.id if open_code else "",
        "paired": paired,
        "device": credential.data.get("device", ""),
        "ends_at": pairing.ends(credential),
    }
    if not paired:
        shown["ask_label"] = NEW_CODE
    if open_code and credential.status == "pending":
        code = pairing.code_of(context, credential)
        path = "/app" if context.language == "da" else "/en/app"
        # The code stands after the #: that part of an address is never sent to a server, and never logged.
        address = f"{context.settings.base_url.rstrip('/')}{path}"
        shown |= {"groups": pairing.groups(code), "address": address, "link": f"{address}#{code}"}
        shown["qr"] = segno.make(f"{address}#{code}", error="m", micro=False).svg_data_uri(
            light="#fff", border=4, omitsize=True
        )
    return shown


PAGES = FactorPages(
    name=N_("Approval app"),
    tagline=N_("You approve on your own telephone or tablet by typing two digits."),
    good=(
        N_("You want to see who asks, and for what, before you say yes."),
        N_("You use a screen reader or one hand: the app has few and large buttons."),
        N_("You would rather not install anything. The app is a web page."),
    ),
    mind=(
        N_("Never approve a request that you did not ask for. Choose in the app: This was not me."),
        N_("The app must be open while you log on. It sends no messages by itself."),
        N_("If you get a new telephone, or clear its browser, you set up the app again."),
    ),
    needs=(
        N_("You need a telephone, tablet or computer of your own with a new browser and JavaScript."),
        N_("The device needs the internet when you log on."),
        N_("You must be able to copy 2 digits to the device."),
    ),
    time=N_("About 20 seconds each time"),
    level_note=N_("Reaches the level Substantial. That is enough for nearly every service."),
    challenge_title=N_("Approve in your app"),
    setup_title=N_("Connect the app on your device"),
    answer=NoFields,
    show=show,
    pages=views.PAGES,
    scripts=("approval_wait.js",),
    can_ask_again=True,
    ask_first=N_("Send a request to my app"),
    ask_again=N_("Send a new request"),
    wrong=WRONG,
    told={
        "sent": N_("We have sent a request to your app."),
        "new_code": N_("Here is a new code. The old one can no longer be used."),
        "paused": N_("There were too many requests that were not approved. The page says when you can send one again."),
        "open_elsewhere": N_("Another browser has just sent a request to your app. Answer that one in the app first."),
    },
)
