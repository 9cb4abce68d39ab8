"""What every engine is: started once, proven alive, asked about one page after another, stopped."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from playwright.sync_api import Browser, Page

from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.subject import Subject

MODULES = Path(__file__).parents[2] / "node_modules"
# WCAG 2.2 took it out: what only it asked for is no failure of WCAG any more.
OBSOLETE = frozenset({"4.1.1"})
# An image without a text alternative: every engine that is alive says so.
KNOWN_BAD = '<!DOCTYPE html><html lang="en"><head><title>Bad</title></head><body><img src="data:,"></body></html>'


class CannotStart(Exception):
    """An engine did not start, or did not see what no engine can miss. It is a failure, never a silent zero."""


class CannotJudge(Exception):
    """An engine gave no answer about a page: silence is never taken for praise."""


@dataclass(frozen=True)
class EngineFinding:
    """What one engine says of one element.

    engine: its name. rule: its own id of the rule. criteria: of WCAG 2.2, such as ("1.4.3",), by the engine's own
    metadata; empty for a best practice or for HTML that does not conform. verdict: failed, cantTell (a person must
    look), or passed (which says that the engine did look at this element). selector: as Element.selector has it;
    "" for the page as a whole. message: why, in the engine's words ("" where it passed).
    """

    engine: str
    rule: str
    criteria: tuple[str, ...]
    verdict: Verdict
    selector: str = ""
    html: str = ""
    message: str = ""


class Engine(Protocol):
    """An engine that runs. `criteria`: those of WCAG 2.2 that it looks at, by its own metadata.

    worlds: the worlds of colour in which its word counts; light alone where it judges the source.
    """

    name: str
    version: str
    criteria: frozenset[str]
    worlds: tuple[str, ...]
    proof: str  # the rule that KNOWN_BAD breaks

    def judge(self, subject: Subject) -> list[EngineFinding]:
        """What it says of the page as it is now. Raises CannotJudge."""
        ...

    def stop(self) -> None:
        """End what was started for it."""
        ...


def wcag22(numbers: Iterable[str]) -> tuple[str, ...]:
    """The numbers that are criteria of WCAG 2.2, each once, in order."""
    kept = {number for number in numbers if re.fullmatch(r"[1-4]\.\d\.\d+", number)} - OBSOLETE
    return tuple(sorted(kept, key=lambda number: [int(part) for part in number.split(".")]))


def prove(engine: Engine, browser: Browser) -> None:
    """Raise CannotStart unless the engine faults what is bad: an engine that says nothing may be dead."""
    page = browser.new_page()
    try:
        page.set_content(KNOWN_BAD)
        found = engine.judge(subject_of(page, KNOWN_BAD))
    except CannotJudge as error:
        raise CannotStart(f"{engine.name} {engine.version}: {error}") from error
    finally:
        page.close()
    if not any(one.verdict is Verdict.FAILED and one.rule == engine.proof for one in found):
        raise CannotStart(f"{engine.name} {engine.version} does not fault an image without alt: {found}")


def subject_of(page: Page, html: str) -> Subject:
    """A page that was set, not served, as a subject."""
    return Subject(page, reopen=lambda: page.set_content(html), url=page.url, html=html)


def package(name: str) -> Path:
    """The folder of an npm package. Raises CannotStart where it is not installed."""
    folder = MODULES / name
    if not folder.is_dir():
        raise CannotStart(f"the npm package {name} is not installed: make test, or python -m tools.assets --for-tests")
    return folder


def version_of(package: Path) -> str:
    """The version of an npm package, from its folder."""
    return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])
