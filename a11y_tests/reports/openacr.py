"""OpenACR (https://github.com/GSA/openacr), catalogue 2.5-edition-wcag-2.2-508-eu-en: WCAG 2.2 and EN 301 549 v3.2.1.

A criterion is said to be supported only where rules passed and nothing was left to people. One that is not evaluated
says so at every level, though the template knows the word for AAA alone: any other word would be untrue.
"""

import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.reports import links
from a11y_tests.reports.criteria import criteria
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.reports.tally import Outcome

CATALOGUE = "2.5-edition-wcag-2.2-508-eu-en"
CHAPTERS = {level: f"success_criteria_level_{level.lower()}" for level in ("A", "AA", "AAA")}
SECTION_508 = ("functional_performance_criteria", "hardware", "software", "support_documentation_and_services")
OTHER_COMPONENTS = ("electronic-docs", "software", "authoring-tool")
# WCAG 2.2 took it away; the catalogue still has it.
PARSING = ("4.1.1", "supports", "Obsolete: no longer a criterion of WCAG 2.2.")
MOST = 0.5
LEVELS = {
    Outcome.PASSED: "supports",
    Outcome.INAPPLICABLE: "not-applicable",
    Outcome.CANT_TELL: "not-evaluated",
    Outcome.UNTESTED: "not-evaluated",
}
NO_CONTACT = "unknown@example.invalid"


def openacr(evaluation: Evaluated) -> str:
    """The whole document, as YAML."""
    day = evaluation.when.date().isoformat()
    document = {
        "title": f"{evaluation.order.url} Accessibility Conformance Report",
        "product": {"name": evaluation.order.url, "description": "A website, with all that its journeys show."},
        "author": {"name": links.TOOL, "email": contact(evaluation, "mailto:") or NO_CONTACT},
        "report_date": day,
        "last_modified_date": day,
        "version": 1,
        "catalog": CATALOGUE,
        "notes": "Written from the results of an evaluation. What is left to people counts as not evaluated.",
        "evaluation_methods_used": (
            f"{evaluation.rules} rules on {len(evaluation.tally.captures)} pages and states, "
            f"in {len(evaluation.tally.journeys)} journeys, in light, dark and forced colours."
        ),
        "chapters": _chapters(evaluation),
    }
    return "\n".join(_yaml(document)) + "\n"


def contact(evaluation: Evaluated, scheme: str) -> str:
    """The first address of a kind ("mailto:", "tel:") that the deployment's pages give; "" where none does."""
    pages = sorted(evaluation.facts, key=lambda one: one.page != "accessibility")
    targets = (link.target for page in pages for link in page.links)
    return next((target.removeprefix(scheme) for target in targets if target.startswith(scheme)), "")


def level_of(outcome: Outcome, results: Iterable[Result]) -> str:
    """The term of the template. Where more than half of the pages fail, the criterion is not supported at all."""
    if outcome is not Outcome.FAILED:
        return LEVELS[outcome]
    pages: dict[str, bool] = {}
    for one in (one for one in results if one.findings):
        pages[one.page] = pages.get(one.page, False) or one.verdict is Verdict.FAILED
    return "does-not-support" if sum(pages.values()) > MOST * len(pages) else "partially-supports"


def _chapters(evaluation: Evaluated) -> dict[str, Any]:
    chapters: dict[str, Any] = {chapter: {"criteria": []} for chapter in CHAPTERS.values()}
    for criterion in criteria():
        outcome, results = evaluation.tally.of(criterion.number), evaluation.tally.results_of(criterion.number)
        row = (criterion.number, level_of(outcome, results), _notes(outcome, results))
        chapters[CHAPTERS[criterion.level]]["criteria"].append(_web(*row))
    chapters[CHAPTERS["A"]]["criteria"].append(_web(*PARSING))
    for chapter in SECTION_508:
        chapters[chapter] = {"notes": "Section 508 was not evaluated.", "disabled": True}
    for chapter, rows in clauses().items():
        chapters[chapter] = {"criteria": [_plain(*row) for row in _rows(evaluation, rows)]}
    chapters["en_301_549_web"] = {"notes": "See the success criteria of WCAG: clause 9 has them with the same numbers."}
    return chapters


def _notes(outcome: Outcome, results: list[Result]) -> str:
    told = links.told(results)
    if outcome is Outcome.CANT_TELL:
        return f"No fault was found by machine; people must still look.\n{told}"
    if outcome is Outcome.UNTESTED:
        return "Not evaluated: no rule took part."
    return told or f"{len({one.rule for one in results})} rules, no fault."


@cache
def clauses() -> dict[str, list[dict[str, Any]]]:
    """EN 301 549's clauses beside chapter 9, as they apply to a website: en301549.json."""
    found: dict[str, list[dict[str, Any]]] = json.loads(
        Path(__file__).with_name("en301549.json").read_text(encoding="utf-8")
    )
    return found


def _rows(evaluation: Evaluated, groups: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    for group in groups:
        level, notes = _clause(evaluation, group["level"], group["notes"])
        yield from ((number, level, notes) for number in group["clauses"])


def _clause(evaluation: Evaluated, level: str, notes: str) -> tuple[str, str]:
    if level == "person":
        return "not-evaluated", notes
    if level == "video":
        outcome = evaluation.tally.of("1.2.2")
        silent = outcome in (Outcome.INAPPLICABLE, Outcome.PASSED)
        return ("not-applicable" if silent else "not-evaluated"), notes
    if level == "derived":
        return _performance(evaluation)
    return level, notes


def _performance(evaluation: Evaluated) -> tuple[str, str]:
    """Clause 4.2 is met by meeting the requirements of chapters 5 to 13 (clause 4.1), A and AA."""
    if failed := evaluation.with_outcome(Outcome.FAILED, levels=("A", "AA")):
        return "partially-supports", f"Fails with {', '.join(failed)}."
    if open_ := evaluation.with_outcome(Outcome.CANT_TELL, Outcome.UNTESTED, levels=("A", "AA")):
        return "not-evaluated", f"Still open: {', '.join(open_)}."
    return "supports", "Every criterion of the levels A and AA is met."


def _web(number: str, level: str, notes: str) -> dict[str, Any]:
    other = {"level": "not-applicable", "notes": ""}
    components = [{"name": "web", "adherence": {"level": level, "notes": notes}}]
    return {"num": number, "components": components + [{"name": one, "adherence": other} for one in OTHER_COMPONENTS]}


def _plain(number: str, level: str, notes: str) -> dict[str, Any]:
    return {"num": number, "components": [{"name": "none", "adherence": {"level": level, "notes": notes}}]}


def _yaml(value: Any, indent: str = "") -> Iterator[str]:
    """Block style YAML of what JSON can hold, with every text in double quotes: those are JSON's, and YAML's too."""
    items = value.items() if isinstance(value, dict) else ((None, one) for one in value)
    for key, one in items:
        start = f"{indent}- " if key is None else f"{indent}{key}:"
        if isinstance(one, dict | list) and one:
            lines = list(_yaml(one, indent + "  "))
            yield from [start + lines[0].lstrip(), *lines[1:]] if key is None else [start, *lines]
        else:
            yield f"{start}{'' if key is None else ' '}{json.dumps(one, ensure_ascii=False)}"
