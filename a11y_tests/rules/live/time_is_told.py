"""How long one has is told beforehand and can be extended, without JavaScript too."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect
from a11y_tests.journeys import logon
from a11y_tests.journeys.plan import Seats

PERSONA = "crossed-card"
# A time of day, or a number of minutes or hours.
TOLD = re.compile(r"\b\d{1,2}[.:]\d{2}\b|\b\d+ (?:minut|time|hour)")


def check(seats: Seats) -> Iterator[Finding]:
    """After the password: the end is told, and a button gives more time and leads back to the same page."""
    me = seats.take(PERSONA, javascript=False)
    assert me.person.new is not None
    me.open("/log-paa", "/en/log-on")
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    page, told = me.page.url, TOLD.search(me.text)
    good, bad = "It is told when the time is out.", "Nothing tells when the time is out."
    yield expect(None, told is not None, good, bad, url=page)
    stay = me.page.get_by_role("button", name=me.say("more_time"), exact=True)
    if not stay.is_visible():
        yield expect(None, False, "", "Without JavaScript no button gives more time.", url=page)
        return
    with me.page.expect_navigation():
        stay.click()
    good, bad = "More time is given, and the page is the same.", f"Asking for more time leads to {me.page.url}."
    yield expect(None, me.page.url == page, good, bad, url=page)


RULE = LiveRule(
    id="own-time-is-told",
    name="How much time one has is told, and more is given, without JavaScript too",
    criteria=("2.2.1", "2.2.6"),
    applicability="The log-on after its password, in a browser without JavaScript.",
    expectation="The page tells when time is out; a button extends it and leads back to the page.",
    check=check,
)
