"""What the processes of an evaluation do. Each keeps its browser and its engines from one task to the next."""

from __future__ import annotations

import atexit
import json
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import Browser

from a11y_tests.browser import chromium
from a11y_tests.evaluation import judging, visiting
from a11y_tests.evaluation.capture import Capture, Library
from a11y_tests.evaluation.facts import facts_of
from a11y_tests.evaluation.ground import Ground
from a11y_tests.evaluation.replay import opened
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.rule import all_rules, live_rules
from a11y_tests.evaluation.walking import Walk, walk_all
from a11y_tests.journeys.plan import chosen
from a11y_tests.people import People
from a11y_tests.portal import Portal

if TYPE_CHECKING:
    from a11y_tests.evaluation.run import Order

_OPEN = ExitStack()
atexit.register(_OPEN.close)


@cache
def _browser() -> Browser:
    return _OPEN.enter_context(chromium())


def walk(order: Order, folder: Path, part: int) -> list[Walk]:
    """Go the journeys in one of the languages, or look at the pages."""
    library = Library(folder)
    if order.pages:
        return visiting.look_at_all(_browser(), library, order.pages)
    portal = Portal(order.url, People(order.citizens, part, len(order.languages)))
    journeys = list(chosen(quick=order.quick, names=order.journeys))
    return walk_all(_browser(), portal, library, journeys, order.languages[part])


def judge(order: Order, folder: Path, capture: Capture) -> None:
    """Let every rule that takes part judge a page, and remember the page for the rules of the site."""
    rules = [rule for rule in all_rules().values() if order.wants(rule)]
    with opened(_browser(), Library(folder), capture) as subject:
        facts = facts_of(subject, capture.id)
        results = [
            Result(one.rule.id, capture.id, one.world, one.rule.criteria, one.findings)
            for one in judging.judge(subject, rules)
        ]
    (folder / "facts").mkdir(exist_ok=True)
    (folder / "facts" / f"{capture.id}.json").write_text(
        json.dumps(facts.as_json(), ensure_ascii=False), encoding="utf-8"
    )
    Results(folder).save(capture.id, results)


def act(order: Order, folder: Path, rule: str, language: str) -> None:
    """Let a rule act on the deployment in one language."""
    part = order.languages.index(language)
    # The last ones first: the journeys have taken theirs from the beginning.
    citizens = order.citizens[::-1]
    ground = Ground(Portal(order.url, People(citizens, part, len(order.languages))), _browser(), language)
    try:
        found = list(live_rules()[rule].check(ground))
    finally:
        ground.leave()
    Results(folder).save(f"live-{rule}-{language}", [Result(rule, "", language, live_rules()[rule].criteria, found)])
