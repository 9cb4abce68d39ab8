"""The accessibility statement at /was says what the last evaluation found, and nothing better."""

import json
from pathlib import Path

import pytest

from app.ui.i18n import translate
from app.web import help, statement

PLAIN = Path(__file__).parents[2] / "a11y_tests" / "reports" / "plain.json"
CLEAN = {
    "status": "part",
    "pages": 70,
    "rules": 150,
    "broken": 0,
    "unvisited": 0,
    "failed": [],
    "left": [],
    "untested": [],
}


@pytest.fixture
def told(tmp_path, monkeypatch, visitor):
    """Gives the page's text after an evaluation that found this."""

    def tell(path="/was", **found):
        file = tmp_path / "statement.json"
        file.write_text(json.dumps(CLEAN | {"evaluated": "2026-11-24"} | found))
        monkeypatch.setattr(help, "FOUND", statement.found(file))
        return visitor.get(path).text

    return tell


def criteria(*numbers):
    return [{"number": number} for number in numbers]


def test_a_clean_evaluation_is_told_with_its_day(told):
    text = told()
    assert "24. november 2026. Vi prøvede 150 regler på 70 sider" in text
    assert "finder ingen fejl" in text
    assert "Regler, som portalen bryder" not in text


def test_what_fails_is_told_in_plain_words_and_no_fault_is_denied(told):
    text = told(failed=criteria("1.4.3"), broken=2, unvisited=3)
    assert "finder ingen fejl" not in text
    assert "overholder loven delvist. Denne side fortæller" in text
    assert "Tekst står tydeligt på sin baggrund. (WCAG 1.4.3)" in text
    assert "2 af sine forløb" in text
    assert "Der mangler 3" in text


def test_what_is_open_and_untested_is_told_too(told):
    text = told("/en/accessibility", left=criteria("2.4.6"), untested=criteria("2.1.1"))
    assert "Headings and labels say what comes. (WCAG 2.4.6)" in text.partition("What is not tested")[0]
    assert "Everything can be done from the keyboard. (WCAG 2.1.1)" in text.partition("What is not tested")[2]


def test_a_portal_that_fails_half_of_it_does_not_follow_the_law(told):
    assert "overholder ikke loven endnu" in told(status="not", failed=criteria(*list(statement.ASKED)[:30]))


def test_without_an_evaluation_none_is_claimed(told):
    assert "står her ikke endnu" in told(evaluated="")


def test_the_file_that_is_kept_can_be_told(visitor):
    assert isinstance(statement.found(), statement.Found)
    assert visitor.get("/was").status == 200


def test_an_unknown_criterion_is_refused(told):
    with pytest.raises(KeyError):
        told(failed=criteria("9.9.9"))


def test_the_auditors_and_the_portals_words_are_the_same():
    plain = json.loads(PLAIN.read_text(encoding="utf-8"))
    assert {number: english for number, (english, _danish) in plain.items()} == statement.ASKED
    assert {number: translate("da", words) for number, words in statement.ASKED.items()} == {
        number: danish for number, (_english, danish) in plain.items()
    }
