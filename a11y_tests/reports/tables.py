"""The reports for other programs that are plain tables: CSV of findings, JUnit XML for build servers."""

import csv
import io
import re
from collections import defaultdict
from xml.etree import ElementTree

from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.reports.groups import groups_of
from a11y_tests.reports.shown import Shown

COLUMNS = (
    *("verdict", "rule", "criteria", "page", "state", "language", "journey", "world", "url"),
    *("selector", "message", "html", "judged by", "picture"),
)
# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def findings(evaluation: Evaluated) -> str:
    """CSV (RFC 4180): a line for everything that failed or that a rule left to people."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    told, shown = evaluation.told(evaluation.tally.results), Shown(evaluation.folder, evaluation.pictures)
    for group in groups_of(evaluation.tally, told, Verdict.FAILED, Verdict.CANT_TELL):
        for place in group.places:
            page = place.capture
            where = (page.name, page.state, page.language, page.journey) if page else ("", "", "", "")
            line = [group.verdict, group.rule, " ".join(group.criteria), *where, place.world, page.url if page else ""]
            line += [place.finding.selector, group.message, place.finding.html, place.review, shown.file_of(place)]
            writer.writerow([_safe(cell) for cell in line])
    return out.getvalue()


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def junit(evaluation: Evaluated) -> str:
    """JUnit XML: a test case for each rule that applied to a page. What is left to people counts as skipped."""
    by_page: dict[str, list[Result]] = defaultdict(list)
    for result in evaluation.told(evaluation.tally.results):
        if result.findings:
            by_page[result.page].append(result)
    root = ElementTree.Element("testsuites", name=f"WCAG 2.2: {evaluation.order.url}")
    for page, results in by_page.items():
        capture = evaluation.tally.captures.get(page)
        _suite(root, capture.title if capture else "the whole deployment", results)
    _beside(root, evaluation)
    return ElementTree.tostring(root, encoding="unicode", xml_declaration=True)


def _suite(root: ElementTree.Element, title: str, results: list[Result]) -> None:
    by_rule: dict[str, list[Result]] = defaultdict(list)
    for result in results:
        by_rule[result.rule].append(result)
    verdicts = {rule: {one.verdict for one in some} for rule, some in by_rule.items()}
    failures = sum(Verdict.FAILED in some for some in verdicts.values())
    skipped = sum(Verdict.CANT_TELL in some and Verdict.FAILED not in some for some in verdicts.values())
    counts = {"tests": len(by_rule), "failures": failures, "skipped": skipped}
    suite = ElementTree.SubElement(
        root, "testsuite", name=_legal(title), errors="0", **{key: str(value) for key, value in counts.items()}
    )
    for rule, some in by_rule.items():
        case = ElementTree.SubElement(suite, "testcase", classname=_legal(title), name=rule)
        _tell(case, some, Verdict.FAILED, "failure")
        if case.find("failure") is None:
            _tell(case, some, Verdict.CANT_TELL, "skipped")


def _tell(case: ElementTree.Element, results: list[Result], verdict: Verdict, tag: str) -> None:
    lines = [
        f"[{result.world}] {finding.selector or 'page'}: {finding.message}"
        for result in results
        for finding in result.findings
        if finding.verdict is verdict
    ]
    if lines:
        told = ElementTree.SubElement(case, tag, message=_legal(lines[0]))
        told.text = _legal("\n".join(lines))


def _beside(root: ElementTree.Element, evaluation: Evaluated) -> None:
    """Journeys and rules that broke, and pages that were never visited, are errors: nothing could be judged there."""
    lines = evaluation.failures + evaluation.unjudged
    count = str(len(lines))
    suite = ElementTree.SubElement(
        root, "testsuite", name="journeys and coverage", tests=count, failures="0", skipped="0", errors=count
    )
    for line in lines:
        case = ElementTree.SubElement(suite, "testcase", classname="journeys and coverage", name=_legal(line))
        ElementTree.SubElement(case, "error", message=_legal(line))


def _legal(text: str) -> str:
    """Without the characters that XML 1.0 cannot hold."""
    return _ILLEGAL.sub("", text)
