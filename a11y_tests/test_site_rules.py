"""The rules about pages beside each other tell a site that is consistent from one that is not."""

from dataclasses import replace

import pytest

from a11y_tests.evaluation.facts import Facts, Field, Link
from a11y_tests.evaluation.outcome import Verdict, overall
from a11y_tests.evaluation.rule import site_rules

LINKS = [
    Link("Forside", "/", "banner"),
    Link("Læs om koden", "/kode", "main"),
    Link("72 00 00 00", "tel:+4572000000", "contentinfo"),
    Link("Privatliv", "/privatliv", "contentinfo"),
    Link("Sikkerhed", "/sikkerhed", "contentinfo"),
]
PAGE = Facts(
    capture="0",
    url="https://localhost/",
    page="trip_0",
    state="",
    language="da",
    status=200,
    title="Trin 0 af 9: Side 0",
    declared="da",
    headings=["Trin 0 af 9: Side 0"],
    landmarks=[],
    links=LINKS,
    fields=[Field("kode", "Kode", "text", "", "")],
    buttons=[],
    images=[],
    text="",
)


def pages(**last: object) -> list[Facts]:
    """Ten pages that are alike, the last with something of its own."""
    listed = [
        replace(PAGE, capture=str(n), page=f"trip_{n}", title=f"Trin {n} af 9: Side {n}", headings=[f"Trin {n} af 9"])
        for n in range(10)
    ]
    return [*listed[:-1], replace(listed[-1], **last)]


def without(*names: str) -> list[Link]:
    return [one for one in LINKS if one.name not in names]


WRONG = {
    "own-titles-differ": {"title": "Trin 1 af 9: Side 1", "page": "other"},
    "own-navigation-is-consistent": {"links": [*LINKS[:3], LINKS[4], LINKS[3]]},
    "own-names-are-consistent": {"links": [*without("Privatliv"), Link("Cookies", "/privatliv", "contentinfo")]},
    "own-help-is-consistent": {"links": without("72 00 00 00")},
    "own-steps-are-told": {"title": "Side", "headings": ["Side"]},
    "own-links-lead-where-they-say": {
        "url": "https://localhost/privatliv",
        "headings": ["Privatliv"],
        "links": [*LINKS, Link("Trin 1 af 9", "/privatliv", "main")],
    },
    "own-namesakes-lead-to-one-place": {
        "url": "https://localhost/privatliv",
        "headings": ["Privatliv"],
        "links": [*LINKS, Link("Skift", "/", "main"), Link("Skift", "/privatliv", "main")],
    },
}


def test_every_rule_of_the_site_is_tried_here():
    assert set(WRONG) == set(site_rules())


@pytest.mark.parametrize("name", WRONG)
def test_a_site_that_is_consistent_passes(name):
    assert overall(list(site_rules()[name].check(pages()))) is Verdict.PASSED


@pytest.mark.parametrize("name", WRONG)
def test_the_page_that_differs_is_found(name):
    if name == "own-titles-differ":
        listed = [
            *pages(),
            *[replace(PAGE, capture=f"x{n}", page=f"x{n}", title="Trin 1 af 9: Side 1") for n in (1, 2)],
        ]
        found = list(site_rules()[name].check(listed))
        assert {one.evidence["page"] for one in found if one.verdict is Verdict.FAILED} == {"1", "x1", "x2"}
        return
    found = list(site_rules()[name].check(pages(**WRONG[name])))
    assert {one.evidence["page"] for one in found if one.verdict is Verdict.FAILED} == {"9"}


@pytest.mark.parametrize(("heading", "fails"), [("Find koden", False), ("", True)], ids=["the same", "of its own"])
def test_a_question_that_is_asked_in_three_places_may_share_its_title_where_its_heading_is_the_same(heading, fails):
    asked = [
        replace(PAGE, capture=f"x{n}", page=f"x{n}", title="Find koden", headings=[heading or f"Side {n}"])
        for n in (1, 2, 3)
    ]
    found = list(site_rules()["own-titles-differ"].check([*pages(), *asked]))
    assert any(one.verdict is Verdict.FAILED for one in found) is fails


def test_a_region_that_every_page_has_is_called_the_same():
    links = [*LINKS, Link("Find hjælp", "/hjaelp", "region")]
    listed = [replace(one, links=links, landmarks=["main", "region Hjælp"]) for one in pages()]
    listed[-1] = replace(listed[-1], landmarks=["main", "region Support"])
    found = list(site_rules()["own-names-are-consistent"].check(listed))
    assert [one.evidence["page"] for one in found if one.verdict is Verdict.FAILED] == ["9"]
