"""The forms in which a code card and recovery codes are fetched, and the pages that make new ones."""

from a11y_tests.journeys import account
from a11y_tests.journeys.devices import begin_to_add
from a11y_tests.journeys.factors import InHand, RecoveryCodes
from a11y_tests.journeys.mistakes import leave_empty, write_wrong
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.journeys.visits import look_at
from a11y_tests.pages import ROOMS

WRONG_RECOVERY_CODE = "00000 00001"


def look_at_forms(me: Traveller, proof: InHand) -> None:
    """A card that is being activated, in every form; one is fetched, and then a new card is made."""
    begin_to_add(me, proof, "code_card")
    me.arrive("setup_code_card")
    for name in (name for name in ROOMS["cards"] if name.startswith("code_card_")):
        look_at(me, "cards", name)
    me.open(*ROOMS["cards"]["code_card_list"])
    _fetch(me, "fetch_list")
    me.open(*ROOMS["cards"]["code_card_list"])
    me.look("fetched")
    me.press("use_list")
    me.arrive("setup_code_card", "as a list")
    me.follow("new_card")
    me.press("make_card")
    me.arrive("setup_code_card", "a new card")


def make_recovery_codes(me: Traveller, proof: InHand) -> None:
    """Ten codes: made, looked at in every form, one form fetched, and kept."""
    account.visit(me, proof, "factors")
    me.open(*ROOMS["cards"]["recovery_codes"])
    me.look()
    me.press("make_codes")
    me.arrive("setup_recovery_codes")
    for name in (name for name in ROOMS["cards"] if name.startswith("recovery_codes_")):
        look_at(me, "cards", name)
    me.open(*ROOMS["cards"]["recovery_codes_list"])
    _fetch(me, "fetch_codes")
    me.open(*ROOMS["cards"]["recovery_codes_list"])
    me.look("fetched")
    me.open(*ROOMS["account"]["factor_activate"])
    codes = RecoveryCodes()
    codes.set_up(me)
    leave_empty(me)
    write_wrong(me, "recovery_code", WRONG_RECOVERY_CODE)
    codes.answer(me)
    me.look("ready")


def _fetch(me: Traveller, button: str) -> None:
    with me.page.expect_download():
        me.page.get_by_role("button", name=me.say(button), exact=True).click()
