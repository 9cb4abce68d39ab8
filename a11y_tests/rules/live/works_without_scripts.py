"""The log-on and the beginning of the crossing work without JavaScript."""

from collections.abc import Callable, Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect
from a11y_tests.journeys import crossing, logon
from a11y_tests.journeys.factors import owned
from a11y_tests.journeys.plan import Seats
from a11y_tests.journeys.traveller import Traveller
from a11y_tests.pages import name_of

PERSONA, KIND, NEWCOMER = "crossed-card", "code_card", "everyday"
# What is given, how, and the name of the page that it leads to.
Step = tuple[str, Callable[[], None], str]


def check(seats: Seats) -> Iterator[Finding]:
    """The main button of each step is there and leads on: up to Min side, and past the old card's key."""
    me = seats.take(PERSONA, javascript=False)
    me.open("/log-paa", "/en/log-on")
    yield from _walked(
        me,
        ("password", lambda: _give_password(me), "logon_factor"),
        ("factor", lambda: owned(me, KIND).answer(me), "account"),
    )
    other = seats.take(NEWCOMER, javascript=False)
    other.open("/skift/nemid", "/en/switch/nemid")
    yield from _walked(
        other,
        ("old password", lambda: crossing.give_password(other), "crossing_key"),
        ("old key", lambda: crossing.give_key(other), "crossing_terms"),
    )


def _walked(me: Traveller, *steps: Step) -> Iterator[Finding]:
    for what, step, arrives in steps:
        if not me.page.get_by_role("button", name=me.say("go_on"), exact=True).is_visible():
            yield expect(None, False, "", f"Without JavaScript the {what} cannot be sent.", url=me.page.url)
            return
        step()
        there = name_of(me.page.url) == arrives
        good, bad = f"The {what} is taken.", f"Without JavaScript the {what} leads to {me.page.url}."
        yield expect(None, there, good, bad, url=me.page.url)
        if not there:
            return


def _give_password(me: Traveller) -> None:
    assert me.person.new is not None
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])


RULE = LiveRule(
    id="own-works-without-scripts",
    name="One can log on, and begin the crossing, without JavaScript",
    criteria=(),
    applicability="The log-on with a code card, and the crossing's first step, in a browser without JavaScript.",
    expectation="Each step's button is there and leads on.",
    check=check,
)
