"""A wrong password and an unknown user ID get the same answer: nobody can find out who has an eID."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect
from a11y_tests.journeys import logon
from a11y_tests.journeys.plan import Seats

PERSONA, NOBODY, WRONG = "crossed-app-and-card", "ingen.her.x", "forkert"


def check(seats: Seats) -> Iterator[Finding]:
    """The page's words are the same for both."""
    said = []
    for known in (True, False):
        me = seats.take(PERSONA)
        assert me.person.new is not None
        me.open("/log-paa", "/en/log-on")
        logon.give_password(me, me.person.new["user_id"] if known else NOBODY, WRONG)
        said.append(me.text)
    good, bad = "Both are told the same.", "The page tells whether a user ID is known."
    yield expect(None, said[0] == said[1], good, bad, url=me.page.url, known=said[0], unknown=said[1])


RULE = LiveRule(
    id="own-stranger-is-told-the-same",
    name="A wrong password and an unknown user ID get the same answer",
    criteria=(),
    applicability="The log-on with a wrong password, and with a user ID that nobody has.",
    expectation="The words of the page are the same.",
    check=check,
)
