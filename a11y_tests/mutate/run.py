"""A mutation run: what the clean deployment fails, and which of the sown defects are caught, by which rules."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from a11y_tests.evaluation import working
from a11y_tests.evaluation.capture import Capture, Library
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.rule import site_rules
from a11y_tests.evaluation.run import Order, facts_in
from a11y_tests.mutate.defects import all_defects
from a11y_tests.mutate.sowing import chosen


@dataclass(frozen=True)
class Caught:
    """What came of one defect. `by`: the rules that fail with it alone; `pages`: on how many pages it was sown."""

    defect: str
    pages: int
    by: list[str] = field(default_factory=list)
    doubted: list[str] = field(default_factory=list)  # rules that ask a person with it, and do not without it

    @property
    def is_sown(self) -> bool:
        """Whether it changed anything."""
        return self.pages > 0


def false_alarms(folder: Path) -> list[Result]:
    """What fails a criterion on the clean deployment, which was evaluated into a folder and is known to be good."""
    return [one for one in Results(folder).all() if one.criteria and one.verdict is Verdict.FAILED]


def mutate(order: Order, clean: Path, only: tuple[str, ...] = ()) -> Iterator[Caught]:
    """Sow each defect (or those whose ids hold one of `only`) into the pages of a clean evaluation, and judge them."""
    wanted = [one.id for one in all_defects() if not only or any(part in one.id for part in only)]
    with ProcessPoolExecutor(order.jobs, get_context("spawn")) as pool:
        for done in as_completed([pool.submit(catch, order, clean, one) for one in wanted]):
            yield done.result()


def catch(order: Order, clean: Path, name: str) -> Caught:
    """Sow one defect into one page after another until somebody notices, and tell who did there."""
    defect = next(one for one in all_defects() if one.id == name)
    library = Library(clean)
    clean_results = list(Results(clean).all())
    by: list[str] = []
    doubted: set[str] = set()
    with tempfile.TemporaryDirectory() as folder:
        into = Library(Path(folder))
        pages = chosen(defect, list(library.captures()), library, into)
        for number, page in enumerate(pages, start=1):
            working.judge(order, Path(folder), page)
            after = [*Results(Path(folder)).all(), *_compared(clean, Path(folder), pages[:number])]
            before = [one for one in clean_results if one.page in {page.id for page in pages} or not one.page]
            by = _new(Verdict.FAILED, before, after)
            doubted.update(_new(Verdict.CANT_TELL, before, after))
            if by:
                break
    return Caught(name, len(pages), by, sorted(doubted))


def _compared(clean: Path, folder: Path, pages: list[Capture]) -> list[Result]:
    """What the rules of the site say when these pages stand among the clean others."""
    changed = {page.id: working.facts_of_page(folder, page.id) for page in pages}
    facts = [changed.get(one.capture, one) for one in facts_in(clean)]
    return [Result(rule.id, "", "light", rule.criteria, list(rule.check(facts))) for rule in site_rules().values()]


def _new(verdict: Verdict, before: list[Result], after: list[Result]) -> list[str]:
    """The rules with more findings of a kind than before, on a page and in a world."""

    def count(results: list[Result]) -> dict[tuple[str, str, str], int]:
        return {(one.rule, one.page, one.world): sum(f.verdict is verdict for f in one.findings) for one in results}

    was, now = count(before), count(after)
    return sorted({rule for (rule, page, world), found in now.items() if found > was.get((rule, page, world), 0)})
