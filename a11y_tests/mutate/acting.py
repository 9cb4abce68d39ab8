"""Letting the rules that act notice a defect: a portal of our own, once a process, and a proxy before it."""

import atexit
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from a11y_tests.deployment import fresh
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import LiveRule, live_rules
from a11y_tests.evaluation.working import the_browser
from a11y_tests.journeys.plan import Seats
from a11y_tests.mutate.defect import Defect
from a11y_tests.mutate.proxy import proxied
from a11y_tests.people import People
from a11y_tests.portal import Portal

# Nobody crosses twice, and a defect may be looked for by each rule.
CITIZENS = 400
LANGUAGE = "da"
_OPEN = ExitStack()
atexit.register(_OPEN.close)


def noticed(defect: Defect) -> list[str]:
    """The first rule that fails with a defect and not without it: those of its criteria first, and the others where
    only acting can show it. Empty where none does."""
    with proxied(_portal().url, defect) as address:
        bad = Portal(address, _portal().people)
        return next(([rule.id] for rule in _asked(defect) if _notices(bad, rule)), [])


def _asked(defect: Defect) -> Iterator[LiveRule]:
    """The rules of its criteria (or of none, where it fails none); then the others, where only acting can show it."""
    rules = sorted(live_rules().values(), key=lambda rule: not defect.is_sought_by(rule.criteria))
    yield from (rule for rule in rules if defect.live or defect.is_sought_by(rule.criteria))


@cache
def _portal() -> Portal:
    folder = _OPEN.enter_context(TemporaryDirectory())
    url, citizens = _OPEN.enter_context(fresh(Path(folder), CITIZENS))
    return Portal(url, People(citizens))


def _notices(bad: Portal, rule: LiveRule) -> bool:
    return any(fault not in _faults_anyway(rule.id) for fault in _faults(bad, rule))


@cache
def _faults_anyway(rule: str) -> frozenset[str]:
    """What a rule faults behind a proxy that changes nothing: a passkey, for one, is bound to the portal's address."""
    with proxied(_portal().url) as address:
        return frozenset(_faults(Portal(address, _portal().people), live_rules()[rule]))


def _faults(portal: Portal, rule: LiveRule) -> Iterator[str]:
    """What a rule says of what fails, one after the other."""
    seats = Seats(portal, the_browser(), LANGUAGE)
    try:
        yield from (one.message for one in rule.check(seats) if one.verdict is Verdict.FAILED)
    except Exception:  # a journey that cannot be gone on is told of in an evaluation, and says nothing of criteria
        return
    finally:
        seats.leave()
