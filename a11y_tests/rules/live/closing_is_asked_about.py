"""What cannot be undone is not done by one press: it can be checked first, and left."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect, failed
from a11y_tests.journeys import account
from a11y_tests.journeys.plan import Seats
from a11y_tests.pages import name_of

PERSONA, KIND = "crossed-card", "code_card"


def check(seats: Seats) -> Iterator[Finding]:
    """Closing one's eID: a box must be ticked first, which is empty; without it nothing happens; one can go away."""
    me = seats.take(PERSONA)
    factor = account.log_on(me, KIND)
    account.visit(me, factor, "close")
    url = me.page.url
    main = me.page.get_by_role("main")
    good, bad = "One can leave without closing it.", "No link leads away from closing it."
    yield expect(None, main.get_by_role("link").count() > 0, good, bad, url=url)
    sure = me.page.get_by_role("checkbox", name=me.say("sure_to_close"), exact=True)
    if not sure.is_visible() or sure.is_checked():
        yield failed(None, "Nobody is asked whether the eID is really to be closed.", url=url)
        return
    me.press("close_eid")
    me.open("/min-side", "/en/my-page")
    there = name_of(me.page.url) == "account"
    yield expect(None, there, "Pressed once, nothing is closed.", "The eID was closed by one press.", url=url)


RULE = LiveRule(
    id="own-closing-is-asked-about",
    name="What cannot be undone is asked about first",
    criteria=("3.3.4", "3.3.6"),
    applicability="The page where an eID is closed for good.",
    expectation="An empty box must be ticked first; the button alone closes nothing; a link leads away.",
    check=check,
    quick=False,
)
