"""Pages are recorded, opened again offline, judged in their worlds, and compared; a defect that is sown is caught."""

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from playwright.sync_api import Error

from a11y_tests.browser import Tab, Window
from a11y_tests.engines.engine import CannotJudge
from a11y_tests.evaluation import working
from a11y_tests.evaluation.asking import ask
from a11y_tests.evaluation.capture import Library, firsts
from a11y_tests.evaluation.facts import facts_of
from a11y_tests.evaluation.judging import RuleBroke, judge
from a11y_tests.evaluation.outcome import Finding, Verdict, overall
from a11y_tests.evaluation.recording import Recorder
from a11y_tests.evaluation.replay import opened
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.rule import Rule, all_rules, failed, passed
from a11y_tests.evaluation.run import Order
from a11y_tests.evaluation.visiting import crawl, look_at_all
from a11y_tests.mutate.defect import swap
from a11y_tests.mutate.defects import all_defects
from a11y_tests.mutate.proxy import proxied
from a11y_tests.mutate.sowing import sow
from a11y_tests.screen_reader.pages import serve

PAGE = """<!doctype html><html lang="da"><meta charset="utf-8"><title>{title}</title>
<main><h1>{title}</h1>{body}</main></html>"""
SITE = {
    "/": PAGE.format(title="Forside", body='<a href="/kode">Kode</a> <a href="/film.mp4">Film</a>'),
    "/kode": PAGE.format(title="Kode", body='<form action="/sendt"><label>Kode <input name="kode"></label></form>'),
}


@pytest.fixture(scope="module")
def site():
    with serve(SITE) as address:
        yield address.rstrip("/")


@pytest.fixture
def library(tmp_path):
    return Library(tmp_path)


@pytest.fixture
def captures(site, library, browser):
    """Both pages, recorded."""
    walks = look_at_all(browser, library, (f"{site}/", f"{site}/kode"))
    assert not [walk.broke for walk in walks if walk.broke]
    return list(library.captures())


def rule(check, **more) -> Rule:
    return Rule(id="own-x", name="x", criteria=("1.1.1",), applicability="x", expectation="x", check=check, **more)


@pytest.mark.browser
def test_a_recorded_page_is_opened_again_without_the_site(browser, library, captures):
    with opened(browser, library, captures[1]) as subject:
        assert subject.snapshot.title == "Kode"
        assert subject.html == SITE["/kode"]
        assert facts_of(subject, "x").fields[0].label == "Kode"
        subject.page.get_by_label("Kode").press("Enter")
        assert subject.page.url.endswith("/kode"), "a form that is sent leads nowhere"


@pytest.mark.browser
def test_a_page_is_recorded_once_in_each_state(browser, site, library):
    recorder, tab = Recorder(library), Tab(browser, Window())
    tab.page.goto(f"{site}/kode")
    for state in ("", "", "empty: error"):
        recorder(tab, state)
    tab.close()
    assert [one.state for one in library.captures()] == ["", "empty: error"]


@pytest.mark.browser
def test_a_rule_looks_in_its_worlds_and_what_one_that_acts_has_changed_is_gone(browser, library, captures):
    def look(subject):
        yield passed(None, f"{subject.world} {subject.page.evaluate('document.body.dataset.x ?? 0')}")

    def act(subject):
        subject.page.evaluate("document.body.dataset.x = 1")
        yield from look(subject)

    with opened(browser, library, captures[0]) as subject:
        judgements = judge(subject, [rule(act, acts=True, worlds=("light", "dark")), rule(look, worlds=("dark",))])
    assert [one.findings[0].message for one in judgements] == ["dark 0", "dark 1", "light 1"]


@pytest.mark.browser
def test_a_page_is_opened_anew_only_after_it_was_changed(browser, library, captures):
    def tabs(subject):
        subject.page.keyboard.press("Tab")
        yield passed(None, str(subject.page.evaluate("window.opened ??= Math.random()")))

    def changes(subject):
        subject.page.evaluate("document.body.dataset.x = 1")
        yield from tabs(subject)

    with opened(browser, library, captures[0]) as subject:
        said = judge(subject, [rule(check, acts=True) for check in (tabs, tabs, changes, tabs)], ["light"])
    first, second, third, fourth = (one.findings[0].message for one in said)
    assert first == second == third, "a key that changes nothing"
    assert fourth != third, "a change"


@pytest.mark.browser
def test_what_differs_in_words_alone_is_not_judged_whole_again(captures):
    danish, english = captures[0], replace(captures[0], id="other", language="en")
    assert firsts([danish, english]) == {danish.id}
    assert firsts([danish, replace(english, frame="built otherwise")]) == {danish.id, "other"}
    assert firsts([danish, replace(english, width=320)]) == {danish.id, "other"}


@pytest.mark.browser
def test_a_rule_that_breaks_is_no_verdict(browser, library, captures):
    def check(subject):
        raise KeyError("x")
        yield

    with opened(browser, library, captures[0]) as subject, pytest.raises(RuleBroke, match=r"own-x on .*KeyError"):
        judge(subject, [rule(check)])
    with opened(browser, library, captures[0]) as subject:
        broken, other = judge(
            subject, [rule(check), rule(lambda subject: [passed(None, "x")])], ["light"], goes_on=True
        )
    assert broken.broke == "KeyError('x')"
    assert not broken.findings
    assert overall(other.findings) is Verdict.PASSED, "the other rules still judge"


def test_an_engine_that_cannot_judge_a_page_is_told_of_and_the_others_are_asked():
    class Dumb:
        name, worlds = "dumb", ("light",)

        def judge(self, subject):
            raise CannotJudge("nothing")

    class Sound(Dumb):
        def judge(self, subject):
            return ["said"]

    subject = SimpleNamespace(world="light", enter=lambda world: None, snapshot=None)
    subject.snapshot = SimpleNamespace(root=SimpleNamespace(style={}), own=[])
    said, broke = ask([Dumb(), Sound()], subject, "one")
    assert said == ["said"]
    assert [(one.rule, one.page, one.broke) for one in broke] == [("dumb", "one", "nothing")]


def test_a_page_that_cannot_be_opened_is_told_of(tmp_path, monkeypatch):
    def not_judged(*arguments):
        raise Error("no such page")

    monkeypatch.setattr(working, "_judged", not_judged)
    working.judge(Order("", engines=False), tmp_path, SimpleNamespace(id="one"))
    (result,) = Results(tmp_path).all()
    assert result.verdict is Verdict.CANT_TELL
    assert "no such page" in result.broke


@pytest.mark.browser
def test_links_are_followed_to_pages_and_not_to_films(browser, site):
    assert crawl(browser, f"{site}/") == [f"{site}/", f"{site}/kode"]


@pytest.mark.browser
def test_a_defect_is_sown_into_a_recorded_page_and_caught(browser, library, captures, tmp_path):
    defect = next(one for one in all_defects() if one.id == "title-same")
    into = Library(tmp_path / "sown")
    sown = sow(defect, captures[1], library, into)
    with opened(browser, into, sown) as subject:
        judgements = judge(subject, [all_rules()["own-title-tells-heading"]])
    assert [overall(one.findings) for one in judgements] == [Verdict.FAILED]


@pytest.mark.browser
def test_a_defect_that_changes_nothing_is_not_sown(library, captures, tmp_path):
    defect = next(one for one in all_defects() if one.id == "focus-none")
    assert sow(defect, captures[1], library, Library(tmp_path / "sown")) is None


@pytest.mark.browser
def test_the_proxy_lets_answers_pass_with_one_defect_in_them(browser, site):
    tab = Tab(browser, Window())
    with proxied(site, next(one for one in all_defects() if one.id == "lang-wrong")) as address:
        tab.page.goto(f"{address}/kode")
        assert tab.page.locator("html").get_attribute("lang") == "sv"
        assert tab.page.title() == "Kode"
    tab.close()


def test_every_defect_has_a_sentence_and_an_id_of_its_own():
    assert len(all_defects()) >= 80
    assert all(one.says.endswith(".") for one in all_defects())
    assert callable(swap("a", "b"))


def test_results_are_kept_a_page_at_a_time(tmp_path: Path):
    results = Results(tmp_path)
    kept = Result("own-x", "p", "light", ("1.1.1",), [Finding(Verdict.FAILED, "No.", "#a", "<a>", {"n": 1})])
    results.save("p", [kept])
    assert results.is_done("p")
    assert not results.is_done("q")
    assert list(Results(tmp_path).all()) == [kept]


def test_the_gravest_finding_stands_for_all():
    assert overall([passed(None, "x"), failed(None, "x")]) is Verdict.FAILED
    assert overall([]) is Verdict.INAPPLICABLE
