"""The accessibility statement that the Danish law asks for, written from the results of an evaluation.

    python -m a11y_tests.reports.statement FOLDER [FILE]   put what FOLDER found where the portal's own page reads it

The law is webtilgængelighedsloven (692 of 2018), the form bekendtgørelse 904 of 2019 after (EU) 2018/1523. The
statement itself is made in the state's WAS-Tool; this gives its text in both languages, and says what is failed,
what was not tested and what is left to people.
"""

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from a11y_tests.reports.coverage import USUAL_WIDTH
from a11y_tests.reports.criteria import criteria
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.reports.openacr import contact
from a11y_tests.reports.tally import Outcome

HERE = Path(__file__).parent
PORTALS_OWN = Path(__file__).parents[2] / "app" / "web" / "statement.json"
LEVELS = ("A", "AA")
# In full: nothing failed, nothing open. Not: half of the criteria or more fail. Otherwise in part.
FULL, PART, NOT = "full", "part", "not"
LOCALES = {"da": "da_DK", "en": "en_GB"}
LANGUAGES = ("en", "da")


@cache
def plain() -> dict[str, list[str]]:
    """What each criterion asks for, in plain English and Danish."""
    said: dict[str, list[str]] = json.loads((HERE / "plain.json").read_text(encoding="utf-8"))
    return said


def found(evaluation: Evaluated) -> dict[str, Any]:
    """What the statement tells of an evaluation, as plain data.

    The law asks for the levels A and AA; what is left to people is told of AAA too, for nobody has said that it fails.
    """
    failed = evaluation.with_outcome(Outcome.FAILED, levels=LEVELS)
    left = evaluation.with_outcome(Outcome.CANT_TELL, levels=LEVELS)
    more = evaluation.with_outcome(Outcome.CANT_TELL, levels=("AAA",))
    untested = evaluation.with_outcome(Outcome.UNTESTED, levels=LEVELS)
    broken, unvisited = len(evaluation.tally.broken), len(evaluation.coverage.never)
    return {
        "evaluated": evaluation.when.date().isoformat(),
        "status": status(len(failed), len(left) + len(untested) + broken + unvisited),
        "pages": len({one.name for one in evaluation.tally.captures.values()}),
        "rules": evaluation.rules,
        "languages": list(evaluation.order.languages),
        "ways": _ways(evaluation),
        "broken": broken,
        "unvisited": unvisited,
        "failed": _said(failed),
        "left": _said(left + more),
        "untested": _said(untested),
    }


def _ways(evaluation: Evaluated) -> list[str]:
    """How pages were really looked at: nothing is claimed that this evaluation did not do."""
    captures, journeys = evaluation.tally.captures.values(), evaluation.tally.journeys
    done = {
        "colours": any(one.world != "light" for one in evaluation.tally.results),
        "keyboard": any("keyboard" in name for name in journeys),
        "without JavaScript": any(not one.javascript for one in captures),
        "small screen": any(one.width < USUAL_WIDTH for one in captures),
        "people": any("review" in found.evidence for one in evaluation.tally.results for found in one.findings),
    }
    return [way for way, was_done in done.items() if was_done]


def status(failed: int, open_: int) -> str:
    """Full, part or not, from how many criteria fail, and how many things are open."""
    if 2 * failed >= sum(one.level in LEVELS for one in criteria()):
        return NOT
    return PART if failed or open_ else FULL


def _said(numbers: list[str]) -> list[dict[str, str]]:
    return [{"number": one, **dict(zip(LANGUAGES, plain()[one], strict=True))} for one in numbers]


def data(evaluation: Evaluated) -> str:
    """The same as JSON."""
    return json.dumps(found(evaluation), ensure_ascii=False, indent=1) + "\n"


def text(evaluation: Evaluated, language: str) -> str:
    """The statement's text as Markdown, in "da" or "en"."""
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(f"statement.{language}.md").render(
        found(evaluation),
        url=evaluation.order.url,
        lang=language,
        day=format_date(evaluation.when.date(), "long", locale=LOCALES[language]),
        email=contact(evaluation, "mailto:"),
        phone=contact(evaluation, "tel:"),
    )


def main(arguments: list[str]) -> int:
    """The command. Gives 2 where the folder holds no reports."""
    if not 1 <= len(arguments) <= 2:
        print(__doc__)
        return 2
    source = Path(arguments[0]) / "reports" / "statement.json"
    target = Path(arguments[1]) if len(arguments) > 1 else PORTALS_OWN
    if not source.exists():
        print(f"There is no {source}: evaluate first.")
        return 2
    target.write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    print(f"{target} says what the evaluation of {json.loads(target.read_text(encoding='utf-8'))['evaluated']} found.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
