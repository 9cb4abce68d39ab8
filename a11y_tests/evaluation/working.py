"""What the processes of an evaluation do. Each keeps its browser and its engines from one task to the next."""

from __future__ import annotations

import atexit
import json
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Browser, Error

from a11y_tests.browser import chromium
from a11y_tests.deployment import with_settings
from a11y_tests.engines.engine import Engine
from a11y_tests.engines.starting import running
from a11y_tests.evaluation import judging, visiting
from a11y_tests.evaluation.asking import ASKED_IN, ask, together
from a11y_tests.evaluation.capture import Capture, Library
from a11y_tests.evaluation.facts import Facts, facts_of
from a11y_tests.evaluation.patience import patient
from a11y_tests.evaluation.picture import with_picture
from a11y_tests.evaluation.replay import opened
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.rule import LIGHT, Rule, all_rules, live_rules
from a11y_tests.evaluation.subject import WORLDS
from a11y_tests.evaluation.walking import Walk, walk_one
from a11y_tests.journeys.plan import JOURNEYS, Journey, Seats
from a11y_tests.people import People
from a11y_tests.portal import Portal
from a11y_tests.virtual_reader.keeping import keep
from a11y_tests.virtual_reader.reading import read

if TYPE_CHECKING:
    from a11y_tests.evaluation.run import Order

QUICK_WORLDS = ("light", "dark")
MOST_SECONDS = 600  # until a page whose scripts hold everything up is given up
_NUMBER: list[int] = []
_OPEN = ExitStack()
atexit.register(_OPEN.close)


@cache
def the_browser() -> Browser:
    """The browser of this process."""
    return _OPEN.enter_context(chromium())


def begin(numbers: Any) -> None:
    """Take the next number for this process, by which it knows its share of the citizens."""
    with numbers.get_lock():
        _NUMBER.append(numbers.value)
        numbers.value += 1


@cache
def _portal(url: str, demo: str, jobs: int, taken: int = 0) -> Portal:
    """The portal with this process's share of its citizens, who are lent once. `taken`: shares that others have had,
    the first with the personas in it."""
    return Portal(url, People(json.loads(demo), _NUMBER[0] + taken, jobs + taken))


def walk(order: Order, folder: Path, names: tuple[str, ...]) -> list[Walk]:
    """Go journeys in each language, or look at the pages. One process for all languages: a persona's codes are
    used once."""
    library = Library(folder)
    if order.pages:
        return visiting.look_at_all(the_browser(), library, order.pages)
    return [
        walk_one(the_browser(), _portal_for(order, journey), library, journey, language)
        for journey in JOURNEYS
        if journey.name in names
        for language in order.languages
    ]


def _portal_for(order: Order, journey: Journey) -> Portal | None:
    """The portal, or one of our own with the settings that a journey needs; None where that may not be started."""
    if not journey.needs_its_own:
        return _portal(order.url, json.dumps(order.citizens), order.jobs)
    return _started(json.dumps([journey.settings, journey.beside])) if order.own else None


@cache
def _started(settings: str) -> Portal:
    folder = _OPEN.enter_context(TemporaryDirectory())
    return _OPEN.enter_context(with_settings(Path(folder), *json.loads(settings)))


@cache
def _engines() -> list[Engine]:
    """The engines of this process, proven alive. Raises CannotStart."""
    return _OPEN.enter_context(running(the_browser()))


def judge(order: Order, folder: Path, capture: Capture, is_first: bool = True) -> None:
    """Let every rule that takes part and every engine judge a page; remember the page for the rules of the site.

    `is_first`: no page that was recorded before has the same frame. Of one that differs from another in its words
    alone, only what words can change is judged. A page that cannot be opened is told of like a rule that broke.
    """
    asked = _asked_in(order, is_first)
    rules = [rule for rule in all_rules().values() if order.wants(rule) and (is_first or _is_worded(order, rule))]
    worlds = LIGHT if not is_first else QUICK_WORLDS if order.quick else tuple(WORLDS)
    try:
        results = _judged(_engines() if asked else [], asked, rules, worlds, folder, capture)
    except Error as error:
        results = [Result("own-page-can-be-opened", capture.id, "light", (), broke=repr(error))]
    Results(folder).save(capture.id, results)


def _asked_in(order: Order, is_first: bool) -> tuple[str, ...]:
    """The worlds in which the engines are asked."""
    if not order.engines or (order.quick and not is_first):
        return ()
    return LIGHT if order.quick or not is_first else ASKED_IN


def _is_worded(order: Order, rule: Rule) -> bool:
    return not rule.acts or (rule.worded and not order.quick)


def _judged(
    engines: list[Engine],
    asked: tuple[str, ...],
    rules: list[Rule],
    worlds: tuple[str, ...],
    folder: Path,
    capture: Capture,
) -> list[Result]:
    said, broke = {}, []
    with patient(the_browser(), MOST_SECONDS), opened(the_browser(), Library(folder), capture) as subject:

        def first(world: str) -> None:
            if world in LIGHT:
                _remember(folder, facts_of(subject, capture.id))
                keep(folder, capture.id, read(subject.snapshot, capture.language))
            if world in asked:
                said[world], broken = ask(engines, subject, capture.id)
                broke.extend(broken)

        judgements = judging.judge(subject, rules, worlds, goes_on=True, first=first)
    results = [
        Result(one.rule.id, capture.id, one.world, one.rule.criteria, one.findings, one.broke) for one in judgements
    ]
    return [*results, *together(said, judgements, engines, capture.id), *broke]


def _remember(folder: Path, facts: Facts) -> None:
    path = facts_path(folder, facts.capture)
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(facts.as_json(), ensure_ascii=False), encoding="utf-8")


def facts_path(folder: Path, page: str) -> Path:
    """Where it is kept what is remembered of a page (a capture's id)."""
    return folder / "facts" / f"{page}.json"


def facts_of_page(folder: Path, page: str) -> Facts:
    """What is remembered of a page (a capture's id) that was judged into a folder."""
    return Facts.from_json(json.loads(facts_path(folder, page).read_text(encoding="utf-8")))


def act(order: Order, folder: Path, rule: str, language: str) -> None:
    """Let a rule act on the deployment in one language."""
    # The last citizens first: the journeys have taken theirs from the beginning, and the personas.
    portal = _portal(order.url, json.dumps(order.citizens[::-1]), order.jobs, 1)
    acting, seats = live_rules()[rule], Seats(portal, the_browser(), language)
    found, broke = [], ""
    try:
        for one in acting.check(seats):
            found.append(with_picture(one, seats.tabs[-1].page, folder, f"{rule}-{language}-{len(found)}"))
    except Exception as error:  # it is told, and everything else is still judged
        broke = repr(error)
    finally:
        seats.leave()
    Results(folder).save(f"live-{rule}-{language}", [Result(rule, "", language, acting.criteria, found, broke)])
