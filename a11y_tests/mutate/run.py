"""A mutation run: what the clean deployment fails, and which of the sown defects are caught, by which rules."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field, replace
from multiprocessing import get_context
from pathlib import Path

from a11y_tests.evaluation import working
from a11y_tests.evaluation.capture import Capture, Library
from a11y_tests.evaluation.facts import Facts
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.rule import SiteRule, all_rules, live_rules, site_rules
from a11y_tests.evaluation.run import Order, facts_in
from a11y_tests.mutate import acting
from a11y_tests.mutate.defect import Defect
from a11y_tests.mutate.defects import all_defects
from a11y_tests.mutate.sowing import chosen


@dataclass(frozen=True)
class Caught:
    """What came of one defect. `by`: the rules that fail with it alone, of those that looked before somebody did.

    is_sown: whether it changed anything. doubted: rules that ask a person with it, and do not without it.
    """

    defect: str
    is_sown: bool = True
    by: list[str] = field(default_factory=list)
    doubted: list[str] = field(default_factory=list)

    @property
    def layer(self) -> str:
        """Who was the first to catch it."""
        first = self.by[0]
        if first in live_rules():
            return "rules that act on the deployment"
        if first in site_rules():
            return "rules of the site"
        return "rules of pages" if first in all_rules() else "engines"


def false_alarms(folder: Path) -> list[Result]:
    """What fails a criterion on the clean deployment, which was evaluated into a folder and is known to be good."""
    return [one for one in Results(folder).all() if one.criteria and one.verdict is Verdict.FAILED]


def mutate(order: Order, clean: Path, only: tuple[str, ...] = ()) -> Iterator[Caught]:
    """Sow each defect (or those whose ids hold one of `only`) into the pages of a clean evaluation, and judge them."""
    # Those that are acted on last longest: no process is then left alone with them.
    defects = sorted(all_defects(), key=lambda one: not one.live)
    wanted = [one.id for one in defects if not only or any(part in one.id for part in only)]
    with ProcessPoolExecutor(order.jobs, get_context("spawn")) as pool:
        for done in as_completed([pool.submit(catch, order, clean, one) for one in wanted]):
            yield done.result()


def catch(order: Order, clean: Path, name: str) -> Caught:
    """Sow one defect, and tell who notices. In one recorded page after another the rules of its criteria look, then all
    rules and engines; then, on a demo of our own, those that act on the deployment. Whoever notices ends it."""
    defect = next(one for one in all_defects() if one.id == name)
    if defect.live:
        return Caught(name, order.own, acting.noticed(defect) if order.own else [])
    with tempfile.TemporaryDirectory() as folder:
        sown = _Sown(order, clean, defect, Path(folder))
        by = sown.by_its_rules() or sown.by_all()
        if not by and sown.pages and order.own:
            by = acting.noticed(defect)
        return Caught(name, bool(sown.pages), by, sorted(sown.doubted))


class _Sown:
    """The pages of a clean evaluation with one defect in them."""

    def __init__(self, order: Order, clean: Path, defect: Defect, folder: Path) -> None:
        self.order, self.clean, self.defect, self.folder = order, clean, defect, folder
        self.library = Library(clean)
        self.originals = {one.id: one for one in self.library.captures()}
        self.pages = chosen(defect, list(self.originals.values()), self.library, Library(folder))
        self.doubted: set[str] = set()

    def by_its_rules(self) -> list[str]:
        """Who notices of the rules that look at its criteria, in each world of colour."""
        rules = [one for one in all_rules().values() if self.defect.is_sought_by(one.criteria)]
        of_site = [one for one in site_rules().values() if self.defect.is_sought_by(one.criteria)]
        only = tuple(one.id for one in rules) or ("none",)
        return self._by(replace(self.order, quick=False, engines=False, only=only), of_site)

    def by_all(self) -> list[str]:
        """Who notices of all that takes part in the evaluation, engines too."""
        return self._by(self.order, list(site_rules().values()))

    def _by(self, order: Order, of_site: list[SiteRule]) -> list[str]:
        """Who notices of those that an order asks, or of these rules of the site, on one page after another."""
        for number, page in enumerate(self.pages, start=1):
            working.judge(order, self.folder, page)
            after = [one for one in Results(self.folder).all() if one.page == page.id]
            by = self._new(self._before(order, page, after), after) or self._of_site(of_site, number)
            if by:
                return by
        return []

    def _before(self, order: Order, page: Capture, after: list[Result]) -> list[Result]:
        """What the rules that fail now, or ask a person, say of the page without the defect."""
        loud = tuple({one.rule for one in after if one.verdict in (Verdict.FAILED, Verdict.CANT_TELL)})
        if not loud:
            return []
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "bodies").symlink_to((self.clean / "bodies").resolve())
            engines = order.engines and not all_rules().keys() >= set(loud)
            working.judge(replace(order, only=loud, engines=engines), Path(folder), self.originals[page.id])
            return list(Results(Path(folder)).all())

    def _of_site(self, rules: Iterable[SiteRule], number: int) -> list[str]:
        """Which rules of the site notice, when the first few of these pages stand among the clean others."""
        changed = {page.id: working.facts_of_page(self.folder, page.id) for page in self.pages[:number]}
        before = list(facts_in(self.clean))
        now = [changed.get(one.capture, one) for one in before]
        return self._new(*([_compared(rule, facts) for rule in rules] for facts in (before, now)))

    def _new(self, before: list[Result], after: list[Result]) -> list[str]:
        self.doubted.update(_more(Verdict.CANT_TELL, before, after))
        return _more(Verdict.FAILED, before, after)


def _compared(rule: SiteRule, facts: list[Facts]) -> Result:
    return Result(rule.id, "", "light", rule.criteria, list(rule.check(facts)))


def _more(verdict: Verdict, before: list[Result], after: list[Result]) -> list[str]:
    """The rules with more findings of a kind than before, on a page and in a world."""

    def count(results: list[Result]) -> dict[tuple[str, str, str], int]:
        return {(one.rule, one.page, one.world): sum(f.verdict is verdict for f in one.findings) for one in results}

    was, now = count(before), count(after)
    return sorted({rule for (rule, page, world), found in now.items() if found > was.get((rule, page, world), 0)})
