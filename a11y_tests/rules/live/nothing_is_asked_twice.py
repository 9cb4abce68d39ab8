"""What was given once in the crossing is not asked for again: sentinel values are looked for on every later page."""

from collections.abc import Iterator
from dataclasses import dataclass

from a11y_tests.browser import Tab
from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect, failed
from a11y_tests.journeys import crossing
from a11y_tests.journeys.plan import Seats

PERSONA, KIND = "dyslexia", "audio_code"
# By the field's type or its autocomplete. What is asked again for safety's sake, a password, is no redundant entry.
PURPOSES = {"email": ("email",), "tel": ("tel", "tel-national")}
FIELDS = """() => [...document.querySelectorAll('input')].filter(one => one.checkVisibility())
  .map(one => [[...one.autocomplete.split(' '), one.type], one.value, one.id && '#' + CSS.escape(one.id)])"""


@dataclass
class Watch:
    """Looks at each page for fields of what was given. `found`: what it has seen."""

    given: dict[str, str]
    found: list[Finding]

    def __call__(self, tab: Tab, state: str) -> None:
        """Look at the page that is open."""
        for told, value, spot in tab.page.evaluate(FIELDS):
            purpose = next((purpose for purpose, words in PURPOSES.items() if set(told) & set(words)), "")
            if purpose:
                self.found.append(_asked(purpose, value, self.given[purpose], url=tab.page.url, spot=spot))


def check(seats: Seats) -> Iterator[Finding]:
    """An e-mail address and a number are given in step 3; after that their fields hold them, on the way back too."""
    me = seats.take(PERSONA)
    assert me.person.email
    assert me.person.mobile
    crossing.begin(me)
    crossing.give_password(me)
    crossing.give_key(me)
    crossing.accept_terms(me)
    crossing.give_contact(me)
    watch = Watch({"email": me.person.email, "tel": me.person.mobile}, [])
    me.watched_by(watch)
    crossing.choose_factor(me, KIND)
    crossing.choose_logon(me)
    me.arrive("prepare")
    me.open("/skift/kontakt", "/en/switch/contact")
    me.look()
    yield from watch.found
    if not watch.found:
        yield failed(None, "No later page shows what was given: it cannot be checked or changed.", url=me.page.url)


def _asked(purpose: str, value: str, given: str, **evidence: str) -> Finding:
    kept = given in value or (purpose == "tel" and _digits(given)[-8:] in _digits(value))
    good, bad = f"The {purpose} stands there already.", f"The {purpose} must be given again: {value!r} stands there."
    return expect(None, kept, good, bad, **evidence)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


RULE = LiveRule(
    id="own-nothing-is-asked-twice",
    name="What was given once is not asked for again",
    criteria=("3.3.7",),
    applicability="The fields for e-mail and telephone on the pages after step 3 of the crossing, and on the way back.",
    expectation="They hold what was given.",
    check=check,
    quick=False,
)
