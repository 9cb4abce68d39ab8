"""Writing every report of an evaluation into FOLDER/reports/."""

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from a11y_tests.evaluation.run import Order
from a11y_tests.evaluation.walking import Walk
from a11y_tests.reports import earl, heard, html, openacr, ordered, statement, tables, wcag_em
from a11y_tests.reports.evaluated import Evaluated, evaluated
from a11y_tests.reviews.answers import Answers

Writer = Callable[[Evaluated], str]


def _questions(evaluation: Evaluated) -> str:
    return json.dumps([asdict(one) for one in evaluation.questions], ensure_ascii=False, indent=1)


REPORTS: dict[str, Writer] = {
    "index.html": html.report,
    "coverage.html": html.coverage,
    "heard.html": heard.page,
    "heard.txt": heard.transcripts,
    "earl.jsonld": earl.earl,
    "wcag-em.json": wcag_em.evaluation_file,
    "openacr.yaml": openacr.openacr,
    "junit.xml": tables.junit,
    "findings.csv": tables.findings,
    "questions.json": _questions,
    "statement.json": statement.data,
    "statement.da.md": lambda evaluation: statement.text(evaluation, "da"),
    "statement.en.md": lambda evaluation: statement.text(evaluation, "en"),
}


def write_all(folder: Path, order: Order, walks: list[Walk], answers: Answers | None = None) -> Evaluated:
    """Write every report. Gives what they tell of; people's answers are those kept with the code unless given."""
    ordered.keep(folder, order)
    evaluation = evaluated(folder, order, walks, answers or Answers())
    home = folder / "reports"
    home.mkdir(exist_ok=True)
    for name, write in REPORTS.items():
        (home / name).write_text(write(evaluation), encoding="utf-8")
    return evaluation
