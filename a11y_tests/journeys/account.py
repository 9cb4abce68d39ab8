"""Min side: every page of it, and what is done there."""

from a11y_tests.journeys import logon
from a11y_tests.journeys.factors import InHand, in_hand, owned
from a11y_tests.journeys.mistakes import WRONG_CODE, leave_empty, write_wrong
from a11y_tests.journeys.secrets import Inbox
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import ROOMS, name_of

NEW_PASSWORD = "syv måger skændes om en makrel"
PLAIN = (
    "account", "factors", "contact", "activity", "sessions", "language", "data", "misuse", "notify", "logoff",
)  # fmt: skip


def log_on(me: Traveller, kind: str, by_way_of: str = "") -> InHand:
    """As a demo citizen who has crossed, with one of their factors; perhaps after another was asked first."""
    assert me.person.new is not None
    factor = owned(me, kind)
    me.open("/log-paa", "/en/log-on")
    me.look()
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    for wanted in filter(None, (by_way_of, kind)):
        logon.turn_to(me, wanted)
    logon.answer(me, factor)
    me.arrive("my_page")
    return factor


def log_on_with_mistakes(me: Traveller, kind: str, field: str) -> None:
    """Every field empty, then wrong, then right."""
    assert me.person.new is not None
    me.open("/log-paa", "/en/log-on")
    leave_empty(me)
    me.fill("user_id", "ingen.her")
    write_wrong(me, "password", "forkert")
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    logon.turn_to(me, kind)
    me.arrive(f"ask_{kind}")
    leave_empty(me)
    write_wrong(me, field, WRONG_CODE)
    owned(me, kind).answer(me)
    me.arrive("my_page")


def look_around(me: Traveller, factor: InHand) -> None:
    """Every page that only shows something."""
    for name in PLAIN:
        visit(me, factor, name)


def visit(me: Traveller, factor: InHand, name: str, state: str = "") -> None:
    """Open a page of Min side; where it asks for a fresh proof first, give it."""
    danish, english = ROOMS["account"][name]
    me.open(danish, english)
    if name != "confirm_other":
        _prove_again(me, factor)
    me.look(state)


def _prove_again(me: Traveller, factor: InHand) -> None:
    if name_of(me.page.url) == "confirm_other":
        me.press_starting(me.say(factor.kind))
    if name_of(me.page.url) == "confirm":
        factor.answer(me)


def show_again_that_it_is_me(me: Traveller, factor: InHand) -> None:
    """A fresh proof, with an answer that is missing and one that is wrong."""
    visit(me, factor, "confirm_other")
    me.press_starting(me.say(factor.kind))
    me.arrive(f"ask_{factor.kind}", "fresh proof")
    leave_empty(me)
    write_wrong(me, "code", WRONG_CODE)
    factor.answer(me)


def change_details(me: Traveller, factor: InHand) -> None:
    """User id, password and messages, each with a mistake where one can be made."""
    visit(me, factor, "user_id")
    write_wrong(me, "new_user_id", "x", "save_user_id")
    visit(me, factor, "password")
    leave_empty(me, "save_password")
    write_wrong(me, "new_password", "123", "save_password")
    me.fill("new_password", NEW_PASSWORD)
    me.press("save_password")
    me.look("changed")
    visit(me, factor, "notify")
    me.choose("critical_only")
    me.press("save_choice")
    me.look("changed")


def change_contact(me: Traveller, factor: InHand, channel: str, address: str, wrong: str) -> None:
    """A new e-mail address or mobile number, confirmed by a code; then it is removed."""
    visit(me, factor, f"contact_{channel}")
    write_wrong(me, f"own_{channel}", wrong, "send_code")
    inbox = Inbox(me.portal, address)
    me.fill(f"own_{channel}", address)
    me.press("send_code")
    me.look("code is sent")
    leave_empty(me, "confirm")
    write_wrong(me, "code", WRONG_CODE, "confirm")
    me.fill("code", inbox.code())
    me.press("confirm")
    me.look("changed")
    visit(me, factor, f"contact_{channel}_remove")
    me.press("yes_remove")
    me.look("removed")


def add_factor(me: Traveller, factor: InHand, kind: str) -> None:
    """A further factor, from the list to its receipt."""
    visit(me, factor, "factor_add")
    leave_empty(me)
    me.choose(kind)
    me.press("go_on")
    if kind == "audio_code":
        me.look("details")
        write_wrong(me, "telephone", "12")
        me.fill("telephone", me.person.mobile or "")
        me.press("go_on")
    _prove(me, in_hand(me, kind))


def _prove(me: Traveller, factor: InHand) -> InHand:
    """Use a factor twice on the page of its activation."""
    me.arrive(f"setup_{factor.kind}", "activating")
    factor.set_up(me)
    if factor.kind == "code_card":
        write_wrong(me, "code", WRONG_CODE)
    factor.answer(me)
    me.arrive("once_more", "once more")
    factor.answer(me)
    me.look("ready")
    return factor


def rename(me: Traveller, factor: InHand) -> None:
    """Give a factor a name of one's own."""
    _open_of(me, factor, "rename")
    write_wrong(me, "own_name", "x" * 200, "save_name")
    me.fill("own_name", "Skuffen")
    me.press("save_name")
    me.look("renamed")


def replace(me: Traveller, factor: InHand) -> InHand:
    """Get a new factor of the same kind. Gives the new one."""
    _open_of(me, factor, "replace")
    me.press("get_new")
    return _prove(me, in_hand(me, factor.kind))


def remove(me: Traveller, factor: InHand, kind: str) -> None:
    """Remove a factor of another kind than the one that proves."""
    _open_of(me, factor, "remove", kind)
    me.press("yes_remove")
    me.look("removed")


def find_that_the_last_stays(me: Traveller, factor: InHand) -> None:
    """The last way in cannot be removed, and the page says why."""
    _open_of(me, factor, "remove", state="the last one")
    assert not me.page.get_by_role("button", name=me.say("yes_remove")).is_visible()


def _open_of(me: Traveller, factor: InHand, what: str, kind: str = "", state: str = "") -> None:
    visit(me, factor, "factors")
    me.follow_starting(f"{me.say(what)}: {me.say(kind or factor.kind)}")
    _prove_again(me, factor)
    me.look(state)


def close(me: Traveller, factor: InHand) -> None:
    """Close the eID for good."""
    visit(me, factor, "close")
    leave_empty(me, "close_eid")
    me.tick("sure_to_close")
    me.press("close_eid")
    me.look()


def block(me: Traveller, factor: InHand) -> None:
    """This was not me: blocked at once, and nobody can log on any more."""
    visit(me, factor, "misuse")
    me.press("block_now")
    me.look()
    logon.begin(me)
    me.arrive("access_blocked", "blocked")
