"""The engines: each is alive, faults what is bad, is silent about what is good; together they say a thing once."""

import shutil

import pytest

from a11y_tests.engines import starting
from a11y_tests.engines.alfa import Alfa
from a11y_tests.engines.axe import Axe
from a11y_tests.engines.canvas import judge_all
from a11y_tests.engines.codesniffer import CodeSniffer
from a11y_tests.engines.engine import CannotJudge, CannotStart, prove, subject_of
from a11y_tests.engines.equal_access import EqualAccess
from a11y_tests.engines.html_validate import HtmlValidate
from a11y_tests.engines.nu import Nu
from a11y_tests.engines.places import Source
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.subject import Subject

pytestmark = pytest.mark.browser

SITE = "http://engines.test/"
# Nothing of the page's own may run or be styled: no engine may depend on the page's leave.
STRICT = "default-src 'none'; require-trusted-types-for 'script'"
BAD = """<!DOCTYPE html><html lang="en"><head><title>Bad page</title></head><body><main><h1>Bad page</h1>
<img src="data:,">
<div><template shadowrootmode="open"><section><img src="data:,"></section></template></div>
<iframe title="Frame" srcdoc="<!DOCTYPE html><html lang=en><title>In</title><p><img src='data:,'></p></html>"></iframe>
</main></body></html>"""
GOOD = """<!DOCTYPE html><html lang="en"><head><title>Good page</title></head><body>
<main><h1>Good page</h1><p>All is well.</p>
<form action="/find" method="get"><p><label for="name">Name</label> <input id="name" name="name" type="text"
autocomplete="name"></p><p><button type="submit">Find</button></p></form></main></body></html>"""
IMAGE = "html > body > main > img"
INNER = ("html > body > main > div >>> section > img", "html > body > main > iframe >>> html > body > p > img")
# Where each must fault BAD: those that look into trees, in the shadow tree and in the frame too.
SEEN = {
    Nu: {IMAGE},
    Axe: {IMAGE, *INNER},
    EqualAccess: {IMAGE, *INNER},
    Alfa: {IMAGE, *INNER},
    CodeSniffer: {IMAGE},
    HtmlValidate: {IMAGE},
}


@pytest.fixture(scope="module")
def engines(browser):
    """All engines, started together and proven alive: {class: engine}."""
    wanted = [make for make in starting.ENGINES if make is not Nu or shutil.which("java")]
    with starting.running(browser, wanted) as started:
        yield {type(engine): engine for engine in started}


@pytest.fixture(scope="module")
def subjects(browser):
    """Pages by their source, opened once, with scripts off where that is asked for."""
    contexts = {}

    def opened(html, javascript=True):
        if (html, javascript) not in contexts:
            context = contexts[html, javascript] = browser.new_context(java_script_enabled=javascript)
            headers = {"Content-Type": "text/html", "Content-Security-Policy": STRICT}
            context.route(SITE, lambda route: route.fulfill(body=html, headers=headers))
            context.new_page().goto(SITE)
        return subject_of(contexts[html, javascript].pages[0], html)

    yield opened
    for context in contexts.values():
        context.close()


BARE = """<!DOCTYPE html><html lang="en"><head><title>Bare page</title><meta name="color-scheme" content="light dark">
</head><body><main><h1>Bare page</h1><p>See <a href="/more">what a dark browser makes of a link</a> in a text.</p>
<p style="background: #fff; color: #bbb">This is pale for everybody.</p></main></body></html>"""
LINK = "html > body > main > p:nth-of-type(1) > a"
PALE = "html > body > main > p:nth-of-type(2)"


def faults(engine, subject: Subject) -> list:
    return [one for one in engine.judge(subject) if one.verdict is Verdict.FAILED]


@pytest.mark.parametrize("kind", SEEN, ids=lambda kind: kind.name)
def test_an_engine_faults_what_is_bad_where_it_is(kind, engines, subjects):
    if kind not in engines:
        pytest.skip("NO NU CHECKER HERE: no Java is installed (Debian: default-jre-headless)")
    found = faults(engines[kind], subjects(BAD))
    assert {one.selector for one in found if one.criteria == ("1.1.1",)} >= SEEN[kind]
    assert "1.1.1" in engines[kind].criteria


def test_engines_are_silent_about_what_is_good(engines, subjects):
    # 2.5.5, 1.4.8: unstyled text and buttons are small and close, and Alfa says so, rightly.
    found = [one for engine in engines.values() for one in faults(engine, subjects(GOOD))]
    assert [one for one in found if set(one.criteria) - {"1.4.8", "2.5.5"}] == []


@pytest.mark.parametrize("kind", [Axe, EqualAccess, CodeSniffer, Alfa], ids=lambda kind: kind.name)
def test_a_page_without_scripts_is_judged_too(kind, engines, subjects):
    found = faults(engines[kind], subjects(BAD, javascript=False))
    assert IMAGE in {one.selector for one in found}


def test_an_engine_is_not_believed_where_it_guesses_the_background(engines, browser):
    page = browser.new_page()
    page.set_content(BARE)
    subject = subject_of(page, BARE)
    subject.enter("dark")
    assert LINK in {one.selector for one in faults(engines[Axe], subject)}, "no more guessing?"
    failed = [one for one in judge_all(engines.values(), subject) if one.verdict is Verdict.FAILED]
    assert {one.selector for one in failed if {"1.4.3", "1.4.6"} & set(one.criteria)} == {PALE}


def test_alfa_is_not_asked_in_forced_colours(engines):
    assert "forced colours" not in engines[Alfa].worlds
    assert "forced colours" in engines[Axe].worlds


def test_an_engine_leaves_nothing_in_the_page(engines, subjects):
    subject = subjects(GOOD)
    before = subject.page.content()
    for engine in engines.values():
        engine.judge(subject)
    assert subject.page.content() == before
    assert subject.page.evaluate("[typeof axe, typeof ace, typeof HTMLCS, typeof readPage]") == ["undefined"] * 4


def test_an_engine_that_says_nothing_cannot_start(browser, engines, monkeypatch):
    monkeypatch.setattr(engines[CodeSniffer], "judge", lambda subject: [])
    with pytest.raises(CannotStart, match="does not fault"):
        prove(engines[CodeSniffer], browser)


def test_an_engine_that_breaks_down_cannot_judge(engines, subjects, monkeypatch):
    monkeypatch.setattr(engines[Axe], "_library", "throw new Error('broken')")
    with pytest.raises(CannotJudge, match="broken"):
        engines[Axe].judge(subject_of(subjects(GOOD).page.context.new_page(), GOOD))


def test_an_engine_that_has_ended_cannot_judge(subjects):
    engine = HtmlValidate()
    engine.stop()
    with pytest.raises((CannotJudge, ValueError)):
        engine.judge(subjects(GOOD))


def test_an_engine_that_is_not_installed_cannot_start(tmp_path, monkeypatch):
    monkeypatch.setattr("a11y_tests.engines.engine.MODULES", tmp_path)
    for make in starting.ENGINES:
        with pytest.raises(CannotStart, match="not installed"):
            make()


def test_no_nu_checker_without_java(monkeypatch):
    monkeypatch.setattr("a11y_tests.engines.nu.shutil.which", lambda program: None)
    with pytest.raises(CannotStart, match="Java"):
        Nu()


def test_a_place_in_the_source_is_an_element_of_the_page(subjects):
    html = '<!DOCTYPE html>\n<title>x</title>\n<p>one\n<p>two</p><ul><li>a<li id="b"\n class="c">b</ul>'
    source = Source(html, subjects(html).snapshot)
    assert source.at(4, 1).text_content == "two"
    assert source.at(5, 3) is source.at(4, 21)
    assert source.at(5, 3).selector == "#b"
    assert source.at(4, 5) is None, "in a text, not in a start tag"
