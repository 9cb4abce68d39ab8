"""What engines and own rules say together: each thing once, with who agrees, who does not, and what is known."""

import dataclasses

import pytest

from a11y_tests.engines.engine import EngineFinding
from a11y_tests.engines.merge import Kind, merge, own_findings
from a11y_tests.engines.reviewed import Alarm, known_alarms
from a11y_tests.evaluation.judging import Judgement
from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.rule import Rule

LOOKS = {name: frozenset({"1.1.1", "4.1.2"}) for name in ("axe-core", "Alfa", "IBM")} | {"Nu": frozenset()}
FAILED, PASSED, UNSURE = Verdict.FAILED, Verdict.PASSED, Verdict.CANT_TELL


def said(engine: str, verdict: Verdict = FAILED, criteria: tuple[str, ...] = ("1.1.1",), **more: str) -> EngineFinding:
    return EngineFinding(engine, f"rule-of-{engine}", criteria, verdict, "#picture", "<img>", **more)


def test_one_fault_that_many_find_is_shown_once_with_who_said_nothing():
    (one,) = merge([said("axe-core"), said("Alfa"), said("axe-core")], LOOKS, [])
    assert (one.criterion, one.selector, one.kind, one.verdict) == ("1.1.1", "#picture", Kind.AGREED, FAILED)
    assert one.faulted_by == ("axe-core", "Alfa")
    assert one.silent == ("IBM",), "the Nu checker does not look at this criterion"


def test_each_criterion_of_a_finding_stands_by_itself():
    merged = merge([said("axe-core", criteria=("1.1.1", "4.1.2")), said("Alfa")], LOOKS, [])
    assert {one.criterion: one.kind for one in merged} == {"1.1.1": Kind.AGREED, "4.1.2": Kind.ALONE}


def test_without_a_criterion_each_rule_stands_by_itself():
    merged = merge([said("axe-core", criteria=()), said("Nu", criteria=())], LOOKS, [])
    assert [one.kind for one in merged] == [Kind.ALONE, Kind.ALONE]


@pytest.mark.parametrize(
    ("findings", "kind", "verdict"),
    [
        ([said("axe-core")], Kind.ALONE, FAILED),
        ([said("axe-core"), said("IBM", PASSED)], Kind.DISPUTED, UNSURE),
        ([said("axe-core"), said("axe-core", PASSED)], Kind.ALONE, FAILED),
        ([said("axe-core", UNSURE), said("IBM", PASSED)], Kind.UNSURE, UNSURE),
        ([said("own rules"), said("IBM", PASSED)], Kind.ALONE, FAILED),
    ],
    ids=["one alone", "against another", "by another rule of its own", "not sure", "our own word"],
)
def test_disagreement_is_shown(findings, kind, verdict):
    (one,) = merge(findings, LOOKS, [])
    assert (one.kind, one.verdict) == (kind, verdict)
    assert all(other in str(one) for other in one.passed + one.silent)


def test_what_all_passed_is_left_out():
    assert merge([said("axe-core", PASSED), said("IBM", PASSED)], LOOKS, []) == []


def test_a_known_false_alarm_stays_to_be_seen_with_its_reason():
    alarm = Alarm("axe-core", "rule-of-axe-core", "It mistakes an icon.", message="icon")
    (known,) = merge([said("axe-core", message="an icon")], LOOKS, [alarm])
    assert (known.kind, known.verdict) == (Kind.KNOWN, PASSED)
    assert "It mistakes an icon." in str(known)
    (other,) = merge([said("axe-core", message="a photo")], LOOKS, [alarm])
    assert other.kind is Kind.ALONE


@pytest.mark.parametrize("entry", [{"reason": "Noise."}, {"reason": "", "html": "<img"}])
def test_no_rule_is_silenced_as_a_whole_or_without_a_reason(entry):
    with pytest.raises(ValueError, match="condition and a reason"):
        Alarm("axe-core", "image-alt", **entry)


def test_a_doubt_is_answered_where_the_rule_that_looks_at_the_very_thing_has_passed_the_element():
    alarm = Alarm("axe-core", "rule-of-axe-core", "It is measured.", answered_by="rule-of-own rules")
    own, elsewhere = said("own rules", PASSED), dataclasses.replace(said("own rules", PASSED), selector="#other")
    kinds = {
        "answered": merge([said("axe-core", UNSURE), own], LOOKS, [alarm])[0].kind,
        "of another element": merge([said("axe-core", UNSURE), elsewhere], LOOKS, [alarm])[0].kind,
        "no doubt but a fault": merge([said("axe-core"), own], LOOKS, [alarm])[0].kind,
    }
    assert kinds == {"answered": Kind.KNOWN, "of another element": Kind.UNSURE, "no doubt but a fault": Kind.DISPUTED}


def test_the_reviewed_list_can_be_read():
    assert all(alarm.reason.endswith(".") for alarm in known_alarms())


IBM, SNIFFER = "IBM Equal Access", "HTML_CodeSniffer"
NO_BUTTON = "Principle3.Guideline3_2.3_2_2.H32.2"


@pytest.mark.parametrize(
    ("engine", "rule", "meant", "not_meant"),
    [
        (IBM, "aria_form_label_unique", '<form id="a" method="get">', '<form aria-label="Find">'),
        (
            IBM,
            "element_tabbable_role_valid",
            '<div aria-label="Card" role="region" tabindex="0">',
            '<div tabindex="0">',
        ),
        (IBM, "list_structure_proper", '<dl class="a">', "<ul>"),
        (SNIFFER, NO_BUTTON, '<form hidden="">', '<form><input type="hidden">'),
        ("axe-core", "hidden-content", '<dialog id="a">', '<div style="display: none">'),
    ],
)
def test_a_reviewed_alarm_lets_through_what_is_not_meant(engine, rule, meant, not_meant):
    def kind(html):
        (one,) = merge([EngineFinding(engine, rule, (), FAILED, "#a", html)], {})
        return one.kind

    assert (kind(meant), kind(not_meant)) == (Kind.KNOWN, Kind.ALONE)


def test_own_rules_are_weighed_with_the_engines():
    rule = Rule(
        id="own-picture",
        name="Pictures have text",
        criteria=("1.1.1",),
        applicability="Each picture.",
        expectation="It has text.",
        check=lambda subject: [],
    )
    judged = own_findings([Judgement(rule, "light", [Finding(FAILED, "No text.", "#picture", "<img>")])])
    (one,) = merge([*judged, said("axe-core")], LOOKS, [])
    assert (one.kind, one.faulted_by) == (Kind.AGREED, ("own rules", "axe-core"))
