"""Before time is out one is warned, and can have more of it again and again. The page's clock is moved."""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from playwright.sync_api import Locator, Response, TimeoutError

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, cannot_tell, expect, failed
from a11y_tests.journeys import logon
from a11y_tests.journeys.plan import Seats
from a11y_tests.journeys.traveller import Traveller

PERSONA = "crossed-card"
MOST_MINUTES, TIMES, ENOUGH_SECONDS = 130, 10, 20
APPEARS_MS = 300
CLOCK = re.compile(r"\b(\d{1,2})[.:](\d{2})\b")
MINUTE, CHECKED = "01:00", "00:06"


def check(seats: Seats) -> Iterator[Finding]:
    """The warning leaves twenty seconds (WCAG 2.2.1), and the time can be extended ten times."""
    me = seats.take(PERSONA)
    assert me.person.new is not None
    me.page.clock.install()
    me.open("/log-paa", "/en/log-on")
    logon.give_password(me, me.person.new["user_id"], me.person.new["password"])
    me.page.wait_for_url(re.compile(r"/log-paa/bekraeft|/log-on/confirm"))
    warning = me.page.get_by_role("dialog")
    if not _comes(me, warning, MINUTE, MOST_MINUTES):
        yield failed(None, f"Nothing warns in {MOST_MINUTES} minutes before the time is out.", url=me.page.url)
        return
    yield _leaves_time(me, warning)
    page = me.page.url
    done = sum(_extended(me, warning) for _ in range(TIMES))
    good, bad = f"The time was extended {TIMES} times.", f"The time could be extended {done} times of {TIMES}."
    yield expect(None, done == TIMES, good, bad, url=page)
    me.page.reload()
    yield expect(None, me.page.url == page, "The page is still there.", f"The page is gone: {me.page.url}", url=page)


def _comes(me: Traveller, warning: Locator, step: str, most: int) -> bool:
    for _ in range(most):
        if warning.is_visible():
            return True
        me.page.clock.fast_forward(step)
    return warning.is_visible()


def _leaves_time(me: Traveller, warning: Locator) -> Finding:
    told = CLOCK.search(warning.inner_text())
    if told is None:
        return cannot_tell(None, f"The warning does not tell the time: is it early enough? {warning.inner_text()!r}")
    now = datetime.fromisoformat(me.page.evaluate("new Date().toLocaleString('sv').replace(' ', 'T')"))
    end = now.replace(hour=int(told[1]), minute=int(told[2]), second=0)
    left = (end - now + (timedelta(days=1) if end < now - timedelta(hours=12) else timedelta())).total_seconds()
    good, bad = f"The warning leaves {left:.0f} seconds.", f"The warning leaves {left:.0f} seconds; 20 are needed."
    return expect(None, left >= ENOUGH_SECONDS, good, bad, url=me.page.url)


def _extended(me: Traveller, warning: Locator) -> bool:
    """Ask for more time in the warning, once. It comes again soon, for the deployment's own clock stands still."""
    stay = warning.get_by_role("button", name=me.say("more_time"))
    if not _comes(me, warning, CHECKED, 2) or not stay.is_visible():
        return False
    with me.page.expect_response(_is_sent) as answer:
        stay.click()
    try:
        warning.wait_for(state="hidden")
    except TimeoutError:
        return False
    return answer.value.ok


def _is_sent(response: Response) -> bool:
    return response.request.method == "POST"


RULE = LiveRule(
    id="own-time-can-be-extended",
    name="Before time is out one is warned, and can have more",
    criteria=("2.2.1",),
    applicability="The log-on after its password, with the page's clock moved on.",
    expectation="A warning comes at least 20 seconds before the end, and its button extends the time ten times.",
    check=check,
)
