"""Nobody must remember, copy or solve anything: a passkey logs on alone, and everything else can be pasted."""

from collections.abc import Iterator

from playwright.sync_api import TimeoutError

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect
from a11y_tests.journeys import logon
from a11y_tests.journeys.factors import owned
from a11y_tests.journeys.plan import Seats
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import name_of

WITH_A_KEY, WITH_A_CARD = "crossed-key-and-app", "crossed-card"
PASTED = "123456"
WAITED_MS = 5000


def check(seats: Seats) -> Iterator[Finding]:
    """The fields take what is pasted; in another window a passkey on a (virtual) key logs on, and nothing is typed."""
    me = seats.take(WITH_A_CARD)
    assert me.person.new is not None
    me.open("/log-paa", "/en/log-on")
    yield _takes_paste(me, "user_id")
    yield _takes_paste(me, "password")
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    logon.turn_to(me, "code_card")
    me.arrive("ask_code_card")
    yield _takes_paste(me, "code")
    yield _by_key_alone(seats)


def _by_key_alone(seats: Seats) -> Finding:
    me = seats.take(WITH_A_KEY)
    key = owned(me, "security_key")
    me.open("/log-paa", "/en/log-on")
    link = me.page.get_by_role("main").get_by_role("link", name=me.say("key_alone"), exact=True)
    if not link.is_visible():
        return expect(None, False, "", "No way of logging on needs neither memory nor copying.", url=me.page.url)
    me.follow("key_alone")
    fields = me.page.get_by_role("main").get_by_role("textbox").count()
    key.answer(me)
    good, bad = "A passkey logs on, and nothing is typed.", "A passkey alone does not log on."
    return expect(None, _is_on_my_page(me) and not fields, good, bad, url=me.page.url)


def _is_on_my_page(me: Traveller) -> bool:
    """The key is asked by a script, so that its answer comes a moment later."""
    try:
        me.page.wait_for_url(lambda url: name_of(url) == "account", timeout=WAITED_MS)
    except TimeoutError:
        return False
    return True


def _takes_paste(me: Traveller, field: str) -> Finding:
    """Write, cut and paste with the keys that people use."""
    place = me.page.get_by_label(me.say(field), exact=True)
    if place.get_attribute("type") != "password":  # the browser lets nobody cut what is hidden
        place.fill(PASTED)
        place.press("Control+a")
        place.press("Control+x")
    place.fill("")
    place.press("Control+v")
    taken = place.input_value() == PASTED
    good, bad = f"The field {me.say(field)!r} takes what is pasted.", f"Nothing can be pasted into {me.say(field)!r}."
    return expect(None, taken, good, bad, url=me.page.url)


RULE = LiveRule(
    id="own-log-on-needs-no-memory",
    name="One can log on without remembering, copying or solving anything",
    criteria=("3.3.8", "3.3.9"),
    applicability="The log-on with a passkey, and the fields for user ID, password and code.",
    expectation="The passkey alone logs on, with nothing to type; each field takes what is pasted with the keys.",
    check=check,
)
