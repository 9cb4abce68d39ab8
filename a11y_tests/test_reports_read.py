"""The reports that people read: what is heard in them, and that they pass their own evaluation."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from a11y_tests.axe import Judge
from a11y_tests.evaluation.judging import failures, judge
from a11y_tests.evaluation.rule import all_rules
from a11y_tests.evaluation.subject import Subject
from a11y_tests.reports.writing import write_all
from a11y_tests.reviews.answers import Answers
from a11y_tests.small_evaluation import ORDER, WALKS, folder_of


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The reports of an evaluation by a handful of criteria: built like all, and quickly judged."""
    folder = folder_of(tmp_path_factory.mktemp("few"))
    few = ("1.4.3", "2.4.2", "2.4.6", "3.1.2", "4.1.3")
    write_all(folder, replace(ORDER, only=few), WALKS, Answers(folder / "answers.json"))
    return folder / "reports"


@pytest.mark.browser
@pytest.mark.parametrize("name", ["index.html", "coverage.html", "heard.html"])
def test_the_report_passes_its_own_evaluation(browser: Browser, few: Path, name: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page, url = context.new_page(), (few / name).as_uri()
    page.goto(url)
    found = Judge().findings(page)
    html = (few / name).read_text(encoding="utf-8")
    subject = Subject(page, lambda: page.goto(url) and None, url, html, name, language="en")
    still = [rule for rule in all_rules().values() if not rule.acts and rule.criteria]
    found += failures(judge(subject, still))
    context.close()
    assert not found, "\n".join(found)


def test_what_is_heard_can_be_read_and_played_without_secrets(few: Path) -> None:
    html, text = ((few / name).read_text(encoding="utf-8") for name in ("heard.html", "heard.txt"))
    assert "Find nummer 0 0 0 0." in html
    assert "4 1 7 7" not in html + text
    assert '<li lang="en">Use another way link</li>' in html
    assert ">Overgang henvisning<" not in html, "what is the same on every page is left out"
    assert "What Orca said on home, da" in html
    assert "home, da: 1" in text
    assert '<th scope="row">open pages</th><td>da</td><td>0.' in html
    for program, made in (("espeak-ng", 'src="heard/'), ("lou_translate", "⠠⠇⠕⠛⠀⠏⠡")):
        assert (made in html) == bool(shutil.which(program)), program
    assert "heard.html" in (few / "index.html").read_text(encoding="utf-8")
