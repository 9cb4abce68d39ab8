"""The evaluation file of W3C's WCAG-EM Report Tool (https://www.w3.org/WAI/eval/report-tool/), with its outcomes.

"Open evaluation" there fills in scope, sample and audit. The tool tells pages apart by their title, and finds a
criterion by what follows the last colon of "WCAG:reflow": with a prefix that its own context does not have, such as
WCAG22, it would drop every outcome.
"""

import json
from typing import Any
from urllib.parse import urlsplit

from a11y_tests.evaluation.results import Result
from a11y_tests.reports import links
from a11y_tests.reports.criteria import Criterion, criteria
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.reports.tally import Outcome

_EM, _EARL, _DC = "wcagem:", "earl:", "dcterms:"
CONTEXT: dict[str, Any] = {
    "wcagem": "http://www.w3.org/TR/WCAG-EM/#",
    "WCAG": links.WCAG,
    "WAI": "http://www.w3.org/WAI/",
    "earl": "http://www.w3.org/ns/earl#",
    "dcterms": "http://purl.org/dc/terms/",
    "Evaluation": f"{_EM}procedure",
    "defineScope": f"{_EM}step1",
    "scope": f"{_EM}step1a",
    "step1b": {"@id": f"{_EM}step1b", "@type": "@id"},
    "conformanceTarget": "step1b",
    "accessibilitySupportBaseline": f"{_EM}step1c",
    "additionalEvaluationRequirements": f"{_EM}step1d",
    "exploreTarget": f"{_EM}step2",
    "essentialFunctionality": f"{_EM}step2b",
    "pageTypeVariety": f"{_EM}step2c",
    "technologiesReliedUpon": f"{_EM}step2d",
    "selectSample": f"{_EM}step3",
    "structuredSample": f"{_EM}step3a",
    "randomSample": f"{_EM}step3b",
    "Website": f"{_EM}website",
    "Webpage": f"{_EM}webpage",
    "auditSample": f"{_EM}step4",
    "reportFindings": f"{_EM}step5",
    "documentSteps": f"{_EM}step5a",
    "commissioner": f"{_EM}commissioner",
    "evaluator": f"{_EM}evaluator",
    "evaluationSpecifics": f"{_EM}step5b",
    "wcagVersion": "WAI:standards-guidelines/wcag/#versions",
    "A": "WAI:WCAG2A-Conformance",
    "AA": "WAI:WCAG2AA-Conformance",
    "AAA": "WAI:WCAG2AAA-Conformance",
    **{name: f"{_EARL}{name}" for name in ("Assertion", "TestCriterion", "TestRequirement", "TestSubject")},
    **{name: f"{_EARL}{name}" for name in ("TestResult", "OutcomeValue", "Pass", "Fail", "CannotTell")},
    **{name: f"{_EARL}{name}" for name in ("NotApplicable", "NotTested", "assertedBy", "mode", "result")},
    **{name: f"{_EARL}{name}" for name in ("subject", "test", "outcome")},
    **{name: f"{_DC}{name}" for name in ("title", "description", "summary")},
    "date": {"@id": f"{_DC}date", "@type": "http://www.w3.org/TR/NOTE-datetime"},
    "id": "@id",
    "type": "@type",
}
KINDS = {
    Outcome.PASSED: "Pass",
    Outcome.FAILED: "Fail",
    Outcome.CANT_TELL: "CannotTell",
    Outcome.INAPPLICABLE: "NotApplicable",
    Outcome.UNTESTED: "NotTested",
}


def evaluation_file(evaluation: Evaluated) -> str:
    """The whole document."""
    steps = [{"@id": f"_:{name}"} for name in ("about", "defineScope", "exploreTarget", "selectSample")]
    document = {
        "@context": CONTEXT,
        "@type": "Evaluation",
        "@language": "en",
        "defineScope": _scope(evaluation),
        "exploreTarget": _target(evaluation),
        "selectSample": {"@id": "_:selectSample", "randomSample": [], "structuredSample": _sample(evaluation)},
        "auditSample": _audit(evaluation),
        "reportFindings": {"documentSteps": steps, **_findings(evaluation)},
    }
    return json.dumps(document, ensure_ascii=False, indent=1)


def _scope(evaluation: Evaluated) -> dict[str, Any]:
    return {
        "@id": "_:defineScope",
        "scope": _website(evaluation),
        "wcagVersion": "2.2",
        "conformanceTarget": "AA",
        "accessibilitySupportBaseline": "Chromium; Orca with Firefox; keyboard alone; no JavaScript; 320 px and 400 %.",
        "additionalEvaluationRequirements": "AAA where it applies; EN 301 549 v3.2.1.",
    }


def _target(evaluation: Evaluated) -> dict[str, Any]:
    names = dict.fromkeys(one.name for one in evaluation.tally.captures.values())
    return {
        "@id": "_:exploreTarget",
        "technologiesReliedUpon": [{"title": title} for title in ("HTML", "CSS")],
        "essentialFunctionality": "\n".join(evaluation.tally.journeys),
        "pageTypeVariety": ", ".join(names),
    }


def _website(evaluation: Evaluated) -> dict[str, Any]:
    """The website. It has no id, so that each assertion holds all of it: the tool knows it by its type alone."""
    name = urlsplit(evaluation.order.url).netloc
    return {"type": ["TestSubject", "Website"], "title": name, "description": f"All pages at {evaluation.order.url}"}


def _sample(evaluation: Evaluated) -> list[dict[str, Any]]:
    return [_page(url, title) for url, title in _titled(evaluation).items()]


def _titled(evaluation: Evaluated) -> dict[str, str]:
    """A title for each address that no other page has."""
    titled: dict[str, str] = {}
    for url, title in links.addresses(evaluation).items():
        titled[url] = f"{title} ({urlsplit(url).path})" if title in titled.values() else title
    return titled


def _page(url: str, title: str) -> dict[str, Any]:
    return {"id": url, "type": ["TestSubject", "Webpage"], "title": title, "description": url}


def _audit(evaluation: Evaluated) -> list[dict[str, Any]]:
    """What is said of the site for each criterion, and of each page where something was said."""
    titled = _titled(evaluation)
    everywhere = [
        _assertion(evaluation, one, _website(evaluation), evaluation.tally.results_of(one.number)) for one in criteria()
    ]
    pages = [
        _assertion(evaluation, criterion, _page(url, titled[url]), results)
        for criterion, url, results in links.judged(evaluation)
        if url
    ]
    return everywhere + pages


def _assertion(
    evaluation: Evaluated, criterion: Criterion, subject: dict[str, Any], results: list[Result]
) -> dict[str, Any]:
    outcome, when = links.outcome_of(results), evaluation.when.isoformat()
    value = {"id": f"earl:{outcome}", "type": ["OutcomeValue", KINDS[outcome]]}
    return {
        "type": "Assertion",
        "assertedBy": {"id": f"urn:{links.TOOL}", "title": links.TOOL},
        "mode": {"id": links.mode_of(results)},
        "subject": subject,
        "test": {
            "id": f"WCAG:{criterion.slug}",
            "type": ["TestCriterion", "TestRequirement"],
            "title": f"{criterion.number} {criterion.name}",
        },
        "result": {"type": "TestResult", "date": when, "outcome": value, "description": links.told(results)},
    }


def _findings(evaluation: Evaluated) -> dict[str, Any]:
    failed = evaluation.with_outcome(Outcome.FAILED)
    open_ = evaluation.with_outcome(Outcome.CANT_TELL)
    counted = f"{evaluation.rules} rules, {len(evaluation.tally.captures)} pages and states."
    return {
        "title": f"WCAG 2.2 evaluation of {evaluation.order.url}",
        "commissioner": "",
        "evaluator": links.TOOL,
        "date": evaluation.when.date().isoformat(),
        "summary": (
            f"Failed: {', '.join(failed) or 'none'}. Left to people: {', '.join(open_) or 'none'}. "
            f"{len(evaluation.tally.broken)} journeys broke."
        ),
        "evaluationSpecifics": counted,
    }
