"""EARL 1.0 as JSON-LD (https://www.w3.org/TR/EARL10-Schema/): an assertion for each rule, criterion and page.

W3C's WCAG-EM Report Tool imports it: there a page of the sample must have the address of an assertion's subject.
"""

import json
from typing import Any

from a11y_tests.evaluation.results import Result
from a11y_tests.reports import links
from a11y_tests.reports.criteria import Criterion
from a11y_tests.reports.evaluated import Evaluated

CONTEXT = {
    "@vocab": "http://www.w3.org/ns/earl#",
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "doap": "http://usefulinc.com/ns/doap#",
    "sch": "https://schema.org/",
    "title": "dct:title",
    "description": "dct:description",
    "date": "dct:date",
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
    "source": {"@id": "dct:source", "@type": "@id"},
    "assertedBy": {"@type": "@id"},
    "outcome": {"@type": "@id"},
    "mode": {"@type": "@id"},
}
ASSERTOR = f"urn:{links.TOOL}"


def earl(evaluation: Evaluated) -> str:
    """The whole document."""
    assertor = {"@id": ASSERTOR, "@type": ["Software", "Assertor"], "title": links.TOOL}
    graph = [assertor, *_people(evaluation)]
    for criterion, url, everything in links.judged(evaluation):
        results = evaluation.told(everything)
        for rule in dict.fromkeys(one.rule for one in results):
            graph.append(_assertion(evaluation, criterion, url, [one for one in results if one.rule == rule]))
    return json.dumps({"@context": CONTEXT, "@graph": graph}, ensure_ascii=False, indent=1)


def _people(evaluation: Evaluated) -> list[dict[str, Any]]:
    answers = [evaluation.answers.get(one.id) for one in evaluation.questions]
    names = sorted({one.by for one in answers if one})
    return [{"@id": _person(name), "@type": ["sch:Person", "Assertor"], "title": name} for name in names]


def _person(name: str) -> str:
    return "_:" + "".join(one if one.isascii() and one.isalnum() else "-" for one in name)


def _assertion(evaluation: Evaluated, criterion: Criterion, url: str, results: list[Result]) -> dict[str, Any]:
    rule = evaluation.tally.rules.get(results[0].rule)
    subject = url or evaluation.order.url
    kind = "sch:WebPage" if url else "sch:WebSite"
    return {
        "@type": "Assertion",
        "assertedBy": _asserted_by(results),
        "mode": links.mode_of(results),
        "subject": {"@id": subject, "@type": ["TestSubject", kind], "source": subject},
        "test": {
            # One test for each criterion: in one with several, W3C's tool would know none of them.
            "@id": f"{ASSERTOR}:{results[0].rule}#{criterion.slug}",
            "@type": "TestCase",
            "title": rule.name if rule else results[0].rule,
            "isPartOf": f"{links.WCAG}{criterion.slug}",
        },
        "result": {
            "@type": "TestResult",
            "outcome": f"earl:{links.outcome_of(results)}",
            "description": links.told(results),
            "date": evaluation.when.isoformat(),
        },
    }


def _asserted_by(results: list[Result]) -> str | list[str]:
    """The tool; where people have judged everything, they."""
    if links.mode_of(results) != links.MANUAL:
        return ASSERTOR
    names = {str(finding.evidence["reviewer"]) for result in results for finding in result.findings}
    people = sorted(_person(name) for name in names)
    return people[0] if len(people) == 1 else people
