"""The rules that act on a deployment pass a good one, and find the defect that a proxy puts into it."""

import pytest

from a11y_tests.evaluation.outcome import Verdict, overall
from a11y_tests.evaluation.rule import live_rules
from a11y_tests.journeys.plan import Seats
from a11y_tests.mutate.defects import all_defects
from a11y_tests.mutate.proxy import proxied
from a11y_tests.portal import Portal

pytestmark = pytest.mark.browser
CAUGHT_BY = {"own-typed-is-kept": "typed-twice"}


def test_every_rule_that_acts_on_a_deployment_is_tried_here():
    assert set(CAUGHT_BY) == set(live_rules())


@pytest.mark.parametrize("name", CAUGHT_BY)
def test_a_good_deployment_passes_and_a_bad_one_fails(portal, browser, name):
    rule, defect = live_rules()[name], next(one for one in all_defects() if one.id == CAUGHT_BY[name])
    seats = Seats(portal, browser, "da")
    assert overall(list(rule.check(seats))) is Verdict.PASSED
    seats.leave()
    with proxied(portal.url, defect) as address:
        seats = Seats(Portal(address, portal.people), browser, "en")
        found = list(rule.check(seats))
        seats.leave()
    assert [one.verdict for one in found] == [Verdict.FAILED] * 3, found
