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
        return next(([rule.id] for rule in _asked(defect) if _fails(bad, rule) and not _fails_anyway(rule.id)), [])


def _asked(defect: Defect) -> Iterator[LiveRule]:
    rules = live_rules().values()
    wanted = set(defect.criteria)
    yield from (rule for rule in rules if wanted.intersection(rule.criteria))
    if defect.live:
        yield from (rule for rule in rules if not wanted.intersection(rule.criteria))


@cache
def _portal() -> Portal:
    folder = _OPEN.enter_context(TemporaryDirectory())
    url, citizens = _OPEN.enter_context(fresh(Path(folder), CITIZENS))
    return Portal(url, People(citizens))


@cache
def _fails_anyway(rule: str) -> bool:
    """Whether a rule fails on the portal as it is."""
    return _fails(_portal(), live_rules()[rule])


def _fails(portal: Portal, rule: LiveRule) -> bool:
    seats = Seats(portal, the_browser(), LANGUAGE)
    try:
        return any(one.verdict is Verdict.FAILED for one in rule.check(seats))
    except Exception:  # a journey that cannot be gone on is told of in an evaluation, and says nothing of criteria
        return False
    finally:
        seats.leave()
