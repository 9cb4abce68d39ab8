"""The auditor's command. Exit status 0: nothing failed; 1: something failed; 2: it could not be evaluated."""

import json
import os
import sys
import tempfile
import traceback
import urllib.error
import urllib.request
from collections.abc import Iterator
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import TaskID

from a11y_tests import profile
from a11y_tests.access import grant, granted
from a11y_tests.browser import NoBrowser, chromium
from a11y_tests.deployment import fresh
from a11y_tests.engines.engine import CannotStart
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.run import Order, evaluate, rules_of
from a11y_tests.evaluation.visiting import crawl
from a11y_tests.evaluation.walking import Walk
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.reports.pictures import take_pictures
from a11y_tests.reports.writing import write_all

FAILED, NOT_EVALUATED = 1, 2
ANSWER_SECONDS = 10
app = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
console = Console(stderr=True)


@app.command()
def audit(
    url: Annotated[
        str, typer.Argument(help="The deployment's address, or the page to begin at; else a demo here.")
    ] = "",
    demo: Annotated[
        Path | None,
        typer.Option(envvar="PORTAL_DEMO_JSON", help="Its test citizens: what `python -m app demo --json` prints."),
    ] = None,
    chosen: Annotated[
        Path | None, typer.Option("--profile", help="A TOML file of these settings; what is given here goes before it.")
    ] = None,
    out: Annotated[Path | None, typer.Option(help="The folder for everything that is found (audit).")] = None,
    pages: Annotated[Path | None, typer.Option(help="A file of addresses, one a line: look at these only.")] = None,
    crawling: Annotated[
        bool | None, typer.Option("--crawl", help="Look at all pages that links lead to from URL.")
    ] = None,
    only: Annotated[list[str] | None, typer.Option(help="A criterion (2.4.7) or a rule's id; may be repeated.")] = None,
    journey: Annotated[list[str] | None, typer.Option(help="A part of a journey's name; may be repeated.")] = None,
    language: Annotated[list[str] | None, typer.Option(help="da, en; may be repeated.")] = None,
    quick: Annotated[bool | None, typer.Option(help="The main pages and the quick rules: under five minutes.")] = None,
    engines: Annotated[bool | None, typer.Option(help="Ask the six engines too (the Nu checker needs Java).")] = None,
    jobs: Annotated[int | None, typer.Option(min=1, help="How many pages are judged at once (2).")] = None,
    again: Annotated[bool, typer.Option(help="Begin anew; else a run that was stopped goes on.")] = False,
) -> None:
    """Evaluate a deployment against WCAG 2.2 and write reports into a folder."""
    given = {
        "url": url, "demo": demo, "out": out, "crawl": crawling, "only": only, "journeys": journey,
        "languages": language, "quick": quick, "engines": engines, "jobs": jobs,
    }  # fmt: skip
    try:
        evaluation = _evaluated(Settings(profile.read(chosen), given), pages, again)
    except (NotEvaluated, NoBrowser, CannotStart, profile.BadProfile, BrokenProcessPool) as error:
        console.print(f"Not evaluated: {error}", markup=False)
        raise typer.Exit(NOT_EVALUATED) from error
    except Exception as error:  # an error of this tool is no verdict on the deployment
        traceback.print_exception(error)
        raise typer.Exit(NOT_EVALUATED) from error
    raise typer.Exit(_tell(evaluation))


@dataclass(frozen=True)
class Settings:
    """What the command line says goes before what the profile says, and that before what is usual."""

    kept: profile.Profile
    given: dict[str, Any]

    def get(self, name: str, usual: Any) -> Any:
        """What counts."""
        said = self.given[name]
        return said if said not in (None, "", []) else self.kept.get(name, usual)


def _evaluated(settings: Settings, pages: Path | None, again: bool) -> Evaluated:
    out = Path(settings.get("out", "audit"))
    if again or _is_complete(out):
        _clear(out)
    url = settings.get("url", "")
    if settings.kept.headers:
        grant(url, settings.kept.headers)
    with deployment_of(url, settings.get("demo", None)) as (address, citizens):
        listed = () if pages or settings.given["crawl"] else tuple(settings.kept.get("pages", ()))
        order = _order(settings, address, citizens, listed or _pages(address, pages, settings.get("crawl", False)))
        walks = _with_a_bar(order, out)
    return write_all(out, order, walks)


def _order(settings: Settings, address: str, citizens: list[dict[str, Any]], pages: tuple[str, ...]) -> Order:
    only = tuple(settings.get("only", ()))
    return Order(
        url=address.rstrip("/"),
        citizens=citizens,
        languages=tuple(settings.get("languages", ("da", "en"))),
        pages=pages,
        only=only,
        journeys=tuple(settings.get("journeys", ())),
        quick=settings.get("quick", False),
        engines=settings.get("engines", True) and not only,
        jobs=settings.get("jobs", 2),
        own=not settings.get("url", ""),
    )


@contextmanager
def deployment_of(url: str, demo: Path | None) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The deployment that is named, with its citizens; without a name a demo country that is gone afterwards."""
    if url:
        _must_answer(url)
        yield url, citizens_of(demo)
        return
    with tempfile.TemporaryDirectory() as data, fresh(Path(data)) as started:
        yield started


class NotEvaluated(Exception):
    """The deployment does not answer, or what is needed to evaluate it is missing."""


def _must_answer(url: str) -> None:
    try:
        request = urllib.request.Request(url, headers=granted().headers_for(url))
        with urllib.request.urlopen(request, timeout=ANSWER_SECONDS):
            return
    except urllib.error.HTTPError:
        return
    except (OSError, ValueError) as error:
        raise NotEvaluated(f"{url} does not answer ({error}).") from error


def citizens_of(demo: Path | None) -> list[dict[str, Any]]:
    """The test citizens that a file lists (`python -m app demo --json`); none where there is no file."""
    if demo is None:
        return []
    citizens: list[dict[str, Any]] = json.loads(demo.read_text(encoding="utf-8"))["citizens"]
    return citizens


def _pages(url: str, pages: Path | None, crawling: bool) -> tuple[str, ...]:
    if pages is not None:
        lines = [line.strip() for line in pages.read_text(encoding="utf-8").splitlines()]
        return tuple(line for line in lines if line and not line.startswith("#"))
    if not crawling:
        return ()
    with chromium() as browser:
        return tuple(crawl(browser, url))


def _is_complete(out: Path) -> bool:
    return (out / "results" / "site.json").exists()


def _clear(out: Path) -> None:
    """Remove what an earlier run left: its captures, verdicts and pictures, never its reports."""
    for pattern in ("captures.jsonl", "walks.json", "pictures.json", "results/*", "facts/*", "heard/*", "pictures/*"):
        for path in out.glob(pattern):
            path.unlink()


def _with_a_bar(order: Order, out: Path) -> list[Walk]:
    """Evaluate, and take the pictures."""
    if not order.pages and not order.citizens:
        raise NotEvaluated("the journeys need test citizens: give --demo FILE, or --pages FILE, or --crawl.")
    tasks: dict[str, TaskID] = {}
    with Bar(console=console, disable=not sys.stderr.isatty() and "FORCE_BAR" not in os.environ) as bar:

        def progress(what: str, done: int, of: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(what, total=of)
            bar.update(tasks[what], completed=done)

        walks = evaluate(order, out, progress)
        take_pictures(order, out, progress)
    return walks


def _tell(evaluation: Evaluated) -> int:
    """Print what failed, and what could not be judged. Gives the exit status."""
    results = evaluation.tally.results
    failed = evaluation.tally.failed
    open_ = [one for one in evaluation.told(results) if one.verdict is Verdict.CANT_TELL]
    for line in evaluation.failures:
        print(line)
    for one in failed:
        for finding in (finding for finding in one.findings if finding.verdict is Verdict.FAILED):
            print(f"FAILED {one.rule} [{one.page or 'site'}; {one.world}] {finding.selector}: {finding.message}")
    for line in evaluation.unjudged:
        print(f"NOT JUDGED {line}")
    print(
        f"{len(rules_of(evaluation.order))} rules, {len({one.page for one in results})} pages and states, "
        f"{len(failed)} failed, {len(evaluation.tally.advice)} pieces of advice, "
        f"{len(open_)} left to people, {len(evaluation.left)} questions open, "
        f"{len(evaluation.tally.broken)} journeys broke. Read {evaluation.folder / 'reports' / 'index.html'}."
    )
    if evaluation.unjudged:
        return NOT_EVALUATED
    return FAILED if failed or evaluation.failures else 0


def main() -> None:
    """Run the command."""
    app()
