"""Whoever is logged off in the middle of a form can log on again and go on with it."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect
from a11y_tests.journeys import account, logon
from a11y_tests.journeys.plan import Seats
from a11y_tests.pages import name_of

PERSONA, KIND = "crossed-card", "code_card"
PAGE, TYPED = "notify", "critical_only"


def check(seats: Seats) -> Iterator[Finding]:
    """The browser forgets the session while a form is filled in: sending it leads to the log-on, and back."""
    me = seats.take(PERSONA)
    factor = account.log_on(me, KIND)
    account.visit(me, factor, PAGE)
    me.choose(TYPED)
    me.page.context.clear_cookies()
    me.press("save_choice")
    asked = me.page.get_by_label(me.say("user_id"), exact=True).is_visible()
    good, bad = "Sending the form leads to the log-on.", f"Sending the form leads to {me.page.url}, and no log-on."
    yield expect(None, asked, good, bad, url=me.page.url)
    if not asked:
        return
    assert me.person.new is not None
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    logon.turn_to(me, KIND)
    logon.answer(me, factor)
    back = name_of(me.page.url)
    good, bad = "After the log-on the form is there again.", f"After the log-on one is at {me.page.url}."
    yield expect(None, back == PAGE, good, bad, url=me.page.url)


RULE = LiveRule(
    id="own-over-leads-back",
    name="After a new log-on one goes on where the session was over",
    criteria=("2.2.5",),
    applicability="A form of Min side, sent when the browser's session is gone.",
    expectation="The log-on is asked for, and leads back to the form.",
    check=check,
    quick=False,
)
