"""Every error that can be made is made, and each page that comes back says which field is wrong, and how."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect, failed
from a11y_tests.journeys import crossing
from a11y_tests.journeys.plan import Seats
from a11y_tests.journeys.traveller import Traveller

NOBODY, WRONG_PASSWORD, NO_KEY, NO_ADDRESS, NO_NUMBER = "ingen.her", "forkert", "000 001", "maja(at)example.dk", "12"
# Whether fields are marked as wrong, or the errors summed up or cried out; which marked fields no words describe.
ERRORS = """() => {
  const seen = one => one !== null && one.checkVisibility() && one.innerText.trim() !== '';
  const marked = [...document.querySelectorAll('[aria-invalid=true]')].filter(one => one.checkVisibility());
  const complains = [...document.querySelectorAll('[role=alert], [class*=error], [id*=error]')].some(seen);
  const holders = one => [one, one.closest('fieldset, [role=group], [role=radiogroup]')].filter(Boolean);
  const bound = ['aria-describedby', 'aria-errormessage'];
  const ids = one => bound.flatMap(name => (one.getAttribute(name) ?? '').split(/ +/));
  const told = one => holders(one).flatMap(ids).filter(Boolean).some(id => seen(document.getElementById(id)));
  const mute = marked.filter(one => !told(one));
  return { marked: marked.length, complains, mute: mute.map(one => one.name || one.id || one.localName).join(', '),
    spot: mute[0]?.id ? '#' + CSS.escape(mute[0].id) : '' };
}"""


def check(seats: Seats) -> Iterator[Finding]:
    """Forms that are sent empty, and forms with something wrong in them."""
    for what, me in _mistakes(seats):
        yield _identified(what, me)


def _mistakes(seats: Seats) -> Iterator[tuple[str, Traveller]]:
    me = seats.take("everyday")
    me.open("/log-paa", "/en/log-on")
    yield _sent("the log-on, empty", me)
    me.fill("user_id", NOBODY)
    me.fill("password", WRONG_PASSWORD)
    yield _sent("the log-on, wrong", me)
    me.open("/skift/nemid", "/en/switch/nemid")
    yield _sent("the old log-on, empty", me)
    crossing.give_password(me)
    me.arrive("find_key")
    yield _sent("the key, empty", me)
    me.fill("key", NO_KEY)
    yield _sent("the key, wrong", me)
    crossing.give_key(me)
    crossing.accept_terms(me)
    me.arrive("contact")
    me.fill("email", NO_ADDRESS)
    me.fill("mobile", NO_NUMBER)
    yield _sent("the addresses, wrong", me)
    me.fill("email", "")
    me.fill("mobile", "")
    me.press("go_on")
    me.arrive("choice")
    yield _sent("the choice, empty", me)


def _sent(what: str, me: Traveller) -> tuple[str, Traveller]:
    me.press("go_on")
    return what, me


def _identified(what: str, me: Traveller) -> Finding:
    url, found = me.page.url, me.page.evaluate(ERRORS)
    if not found["marked"] and not found["complains"]:
        return failed(None, f"The error is not told: {what}.", url=url)
    good, bad = f"The error is told: {what}.", f"No words say what is wrong with {found['mute']}: {what}."
    return expect(None, not found["mute"], good, bad, url=url, spot=found["spot"])


RULE = LiveRule(
    id="own-errors-are-told",
    name="Every error that is made is told",
    criteria=("3.3.1",),
    applicability="The log-on and the crossing's forms, sent empty and sent wrong.",
    expectation="Fields are marked or the errors summed up; each marked field is described by words that can be seen.",
    check=check,
)
