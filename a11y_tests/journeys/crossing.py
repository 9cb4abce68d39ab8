"""The way from the old card to the new eID, step by step."""

from dataclasses import dataclass

from a11y_tests.journeys.factors import InHand, in_hand
from a11y_tests.journeys.secrets import Inbox, old_key
from a11y_tests.journeys.traveller import Traveller

PASSWORD = "violinens grønne skygger danser sent"
PROOFS = 2


@dataclass(frozen=True)
class NewEid:
    """What a citizen has after crossing."""

    user_id: str
    password: str
    factor: InHand


def cross(me: Traveller, kind: str) -> NewEid:
    """All five steps, from the front page to the receipt."""
    user_id = up_to_the_factor(me, kind)
    factor = prove(me, kind)
    me.arrive("receipt")
    return NewEid(user_id, PASSWORD, factor)


def up_to_the_factor(me: Traveller, kind: str) -> str:
    """All that comes before the factor is tried. Gives the user ID."""
    up_to_the_choice(me)
    return from_the_choice(me, kind)


def up_to_the_choice(me: Traveller) -> None:
    """Steps 1 to 3."""
    begin(me)
    give_password(me)
    give_key(me)
    accept_terms(me)
    give_contact(me)


def from_the_choice(me: Traveller, kind: str) -> str:
    """Step 4, and step 5 up to the page where the factor is tried. Gives the user ID."""
    choose_factor(me, kind)
    user_id = choose_logon(me)
    open_activation(me, kind)
    return user_id


def begin(me: Traveller) -> None:
    """From the front page to the first step."""
    me.open("/", "/en")
    me.arrive("home")
    me.follow("switch")
    me.arrive("crossing")
    me.follow("begin")
    me.arrive("old_log_on")


def give_password(me: Traveller) -> None:
    """Step 1: who I am in the old scheme."""
    me.fill("old_user_id", me.person.old_user_id)
    me.fill("password", me.person.old["password"])
    me.press("go_on")


def give_key(me: Traveller) -> None:
    """Step 1: the key beside the number that is asked."""
    me.arrive("find_key")
    me.fill("key", old_key(me.person, me.text, me.say("find_this_number")))
    me.press("go_on")


def accept_terms(me: Traveller) -> None:
    """Step 2."""
    me.arrive("terms")
    me.press("accept")


def give_contact(me: Traveller) -> None:
    """Step 3: the addresses this person has, each confirmed by the code that is sent there."""
    me.arrive("contact")
    given = {"email": me.person.email, "mobile": me.person.mobile}
    inboxes = {field: Inbox(me.portal, to) for field, to in given.items() if to}
    for field in inboxes:
        me.fill(field, given[field] or "")
    me.press("go_on")
    if not inboxes:
        return
    me.arrive("contact_code")
    for field, inbox in inboxes.items():
        me.fill(f"{field}_code", inbox.code())
    me.press("go_on")


def choose_factor(me: Traveller, kind: str) -> None:
    """Step 4."""
    me.arrive("choice")
    me.choose(kind)
    me.choose("critical_only")
    me.press("go_on")


def choose_logon(me: Traveller) -> str:
    """Step 5: the user ID that is suggested, and a password. Gives the user ID."""
    me.arrive("new_logon")
    user_id = me.value("new_user_id")
    assert user_id, "no user ID is suggested"
    me.fill("new_password", PASSWORD)
    me.press("go_on")
    return user_id


def activate(me: Traveller, kind: str) -> InHand:
    """Step 5, second half."""
    open_activation(me, kind)
    return prove(me, kind)


def prove(me: Traveller, kind: str) -> InHand:
    """Set the new factor up, and use it twice."""
    factor = in_hand(me, kind)
    factor.set_up(me)
    factor.answer(me)
    for _ in range(PROOFS - 1):
        me.arrive(f"ask_{kind}", "once more")
        factor.answer(me)
    return factor


def open_activation(me: Traveller, kind: str) -> None:
    """From "make ready" to the page where the factor is tried."""
    me.arrive("prepare")
    if kind == "audio_code" and not me.value("telephone"):
        me.fill("telephone", me.person.mobile or "")
    me.press("go_on")
    me.arrive(f"setup_{kind}")
