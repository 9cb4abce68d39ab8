"""A whole evaluation: walk and record, judge what was recorded, act on the deployment, compare the pages.

Everything is kept in one folder as it comes, so that a run that was stopped goes on where it was.
"""

import json
import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from a11y_tests.evaluation import working
from a11y_tests.evaluation.capture import Library, firsts
from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.rule import AnyRule, SiteRule, all_rules, live_rules, site_rules
from a11y_tests.evaluation.walking import Walk
from a11y_tests.journeys.plan import chosen, parted

# Called with what is being done, how many of it are done, and how many there are.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Order:
    """What is to be evaluated, and how.

    url: the deployment's address. citizens: its demo citizens, as `demo --json` lists them.
    pages: addresses to look at in place of the journeys. only: criteria ("2.4.7") or rule ids; all where empty.
    journeys: parts of names of journeys. jobs: how many processes.
    own: the deployment is a demo of this machine's own: journeys that need other settings get another one.
    """

    url: str
    citizens: list[dict[str, Any]] = field(default_factory=list)
    languages: tuple[str, ...] = ("da", "en")
    pages: tuple[str, ...] = ()
    only: tuple[str, ...] = ()
    journeys: tuple[str, ...] = ()
    quick: bool = False
    engines: bool = True
    jobs: int = 2
    own: bool = False

    def wants(self, rule: AnyRule) -> bool:
        """Whether a rule takes part."""
        if self.only:
            return rule.id in self.only or any(criterion in self.only for criterion in rule.criteria)
        return rule.quick or not self.quick


def evaluate(order: Order, folder: Path, progress: Progress = lambda what, done, of: None) -> list[Walk]:
    """Do all of it into a folder. Gives how the journeys went; the verdicts are in Results(folder)."""
    walks = _walk(order, folder, progress)
    _judge(order, folder, progress)
    if not order.pages:
        _act(order, folder, progress)
    _compare(order, folder)
    return walks


def _walk(order: Order, folder: Path, progress: Progress) -> list[Walk]:
    path = folder / "walks.json"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "captures.jsonl").unlink(missing_ok=True)
        parts = [()] if order.pages else parted(chosen(quick=order.quick, names=order.journeys))
        tasks = [(order, folder, tuple(journey.name for journey in part)) for part in parts]
        walks = [walk for some in spread(order, working.walk, tasks, "walked", progress) for walk in some]
        path.write_text(json.dumps([asdict(walk) for walk in walks], ensure_ascii=False), encoding="utf-8")
    return [Walk(**raw) for raw in json.loads(path.read_text(encoding="utf-8"))]


def _judge(order: Order, folder: Path, progress: Progress) -> None:
    results = Results(folder)
    captures = list(Library(folder).captures())
    first = {one.id for one in captures} if order.pages else firsts(captures)
    left = [(order, folder, one, one.id in first) for one in captures if not results.is_done(one.id)]
    left.sort(key=lambda task: not task[3])  # what takes longest first, so that no process is left alone with it
    for _ in spread(order, working.judge, left, "judged", progress):
        pass


def _act(order: Order, folder: Path, progress: Progress) -> None:
    results = Results(folder)
    wanted = [rule.id for rule in live_rules().values() if order.wants(rule)]
    languages = order.languages[:1] if order.quick else order.languages  # what is done is the same in all
    tasks = [(order, folder, rule, language) for rule in wanted for language in languages]
    left = [task for task in tasks if not results.is_done(f"live-{task[2]}-{task[3]}")]
    # One after the other: who has crossed is there once, and two at once would answer each other's questions.
    for _ in spread(replace(order, jobs=1), working.act, left, "acted", progress):
        pass


def _compare(order: Order, folder: Path) -> None:
    facts = list(facts_in(folder))
    Results(folder).save("", [_compared(rule, facts) for rule in site_rules().values() if order.wants(rule)])


def _compared(rule: SiteRule, facts: list[Facts]) -> Result:
    try:
        return Result(rule.id, "", "light", rule.criteria, list(rule.check(facts)))
    except Exception as error:  # it is told, and the other rules still compare
        return Result(rule.id, "", "light", rule.criteria, broke=repr(error))


def facts_in(folder: Path) -> Iterator[Facts]:
    """What is remembered of each page of an evaluation, in the order in which the pages were recorded."""
    for capture in Library(folder).captures():
        if working.facts_path(folder, capture.id).exists():
            yield working.facts_of_page(folder, capture.id)


def rules_of(order: Order) -> list[AnyRule]:
    """Every rule that takes part in an evaluation."""
    every: Iterable[AnyRule] = [*all_rules().values(), *site_rules().values(), *live_rules().values()]
    return [rule for rule in every if order.wants(rule)]


def spread(
    order: Order, work: Callable[..., Any], tasks: list[tuple[Any, ...]], what: str, progress: Progress
) -> Iterator[Any]:
    """Do the tasks in several processes; each result as it comes. An error in one ends the evaluation."""
    if not tasks:
        return
    # Playwright's processes must not be inherited: each worker starts from nothing.
    context = multiprocessing.get_context("spawn")
    numbers = context.Value("i", 0)
    with ProcessPoolExecutor(order.jobs, context, working.begin, (numbers,)) as pool:
        waiting = [pool.submit(work, *task) for task in tasks]
        for done, one in enumerate(as_completed(waiting), start=1):
            progress(what, done, len(tasks))
            yield one.result()
