"""People's answers: asked once, kept by what was judged, asked again when that has changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from a11y_tests.evaluation.capture import Answer as PageAnswer
from a11y_tests.evaluation.capture import Capture
from a11y_tests.evaluation.facts import Facts, Field, Link
from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.results import Result
from a11y_tests.reviews.__main__ import app
from a11y_tests.reviews.answers import KEPT, Answer, Answers
from a11y_tests.reviews.applying import answered, is_open_look, results_of_looks
from a11y_tests.reviews.judged import mark, normal
from a11y_tests.reviews.looking import Taken, looks_at
from a11y_tests.reviews.looks import LOOKS
from a11y_tests.reviews.question import questions_of_rules

CSS = {"content-type": "text/css"}
# Class F (one look for each text), S (an answer) and M (by hand alone) of the techniques for WCAG 2.2.
FOR_PEOPLE = (
    "1.1.1 1.3.1 1.3.2 1.3.3 1.3.6 1.4.1 1.4.11 2.2.3 2.2.4 2.4.3 2.4.4 2.4.6 2.4.9 2.4.10 "
    "3.1.2 3.1.3 3.1.4 3.1.5 3.1.6 3.3.2 3.3.3"
)


def capture(id: str, name: str, language: str = "da", body: str = "ab12") -> Capture:
    files = {"/portal.css": PageAnswer(200, CSS, body)}
    url = f"https://portal.example/{name}"
    return Capture(id, url, name, "", language, "j", True, 1280, 900, 0.0, "", answers=files)


def facts(id: str, page: str, language: str = "da", heading: str = "Hej Mette") -> Facts:
    links, fields = [Link("Hjælp", "/hjaelp", "main")], [Field("code", "Kode", "text", "", "Seks cifre")]
    texts = ("Titel", language, [heading], ["main"], links, fields, ["Videre"], [("a.svg", "Logo")], "Tekst")
    return Facts(id, f"https://portal.example/{page}", page, "", language, 200, *texts)


def open_result(html: str = "<p>Hej</p>", page: str = "one") -> Result:
    return Result("r", page, "light", ("3.1.2",), [Finding(Verdict.CANT_TELL, "Which language is this?", "p", html)])


@pytest.fixture
def answers(tmp_path: Path) -> Answers:
    return Answers(tmp_path / "answers.json")


def given(verdict: Verdict, *criteria: str) -> Answer:
    return Answer(verdict, "Set efter.", "Anne", "2026-11-24", "about", criteria)


def looks(some: list[Facts], body: str = "ab12") -> dict[str, Taken]:
    captures = {one.capture: capture(one.capture, one.page, one.language, body) for one in some}
    return {one.question.what: one for one in looks_at(captures, some, ["Mette", "Ole"])}


def test_a_mark_forgets_what_differs_from_run_to_run() -> None:
    token = '<input value="Zk3l9vQ8-sT0aWcXyz12">'
    assert normal(token) == normal(token.replace("3", "7"))
    assert normal('<input id="a" name="n">') == normal('<input id="b" for="c" name="n">') != normal("<input>")
    assert normal("Hej Mette,  klokken 14.35", ["Mette"]) == normal("Hej Ole, klokken 9.05", ["Ole"]) != ""
    assert mark("r", ["Log på"]) != mark("r", ["Log af"]) != mark("s", ["Log af"])


def test_the_same_thing_is_asked_once_wherever_it_stands() -> None:
    results = [open_result(), open_result(page="two"), open_result("<p>Farvel</p>")]
    asked = questions_of_rules(results, {"one": capture("one", "home"), "two": capture("two", "help")}, {}, [])
    assert [one.html for one in asked] == ["<p>Hej</p>", "<p>Farvel</p>"]
    assert [place.split(":")[0] for place in asked[0].places] == ["home, da", "help, da"]


def test_an_answer_takes_the_place_of_cannot_tell_until_the_thing_changes(answers: Answers) -> None:
    question = questions_of_rules([open_result()], {}, {}, [])[0]
    answers.give(question.id, given(Verdict.PASSED))
    (same,), (other,) = answered([open_result()], answers, []), answered([open_result("<p>Hallo</p>")], answers, [])
    assert same.verdict is Verdict.PASSED
    assert same.findings[0].evidence["review"] == "Anne, 2026-11-24: Set efter."
    assert other.verdict is Verdict.CANT_TELL


def test_an_answer_never_hides_what_a_rule_found(answers: Answers) -> None:
    failed = replace(open_result(), findings=[replace(open_result().findings[0], verdict=Verdict.FAILED)])
    answers.give(questions_of_rules([open_result()], {}, {}, [])[0].id, given(Verdict.PASSED))
    assert answered([failed], answers, []) == [failed]


def test_looks_are_for_the_criteria_that_need_people() -> None:
    assert sorted(one for look in LOOKS.values() for one in look.criteria) == sorted(FOR_PEOPLE.split())


def test_words_are_looked_at_in_each_language_and_the_order_once() -> None:
    asked = looks([facts("1", "home"), facts("2", "home", "en"), facts("3", "help")])
    assert [what for what in asked if what.startswith("The words")] == [
        f"The words of the page: {page}" for page in ("home, da", "home, en", "help, da")
    ]
    assert len([what for what in asked if what.startswith("The order")]) == 2
    assert asked["The order and structure of the page: home"].captures == ("1", "2")


def test_a_look_is_asked_again_only_when_its_subject_changed() -> None:
    before, words, order = looks([facts("1", "home")]), "The words of the page: home, da", "The order and structure of"
    same = looks([facts("9", "home", heading="Hej Ole")])
    other = looks([facts("1", "home", heading="Farvel")], body="ff00")
    assert {what: one.question.id for what, one in same.items()} == {k: v.question.id for k, v in before.items()}
    changed = {what for what in before if before[what].question.id != other[what].question.id}
    assert words in changed
    assert any("colour" in what for what in changed)
    assert not any(what.startswith(order) for what in changed)


def test_a_look_is_open_until_taken_and_may_fail_for_one_criterion(answers: Answers) -> None:
    taken = looks([facts("1", "home")])["The words of the page: home, da"]
    assert all(is_open_look(one) for one in results_of_looks([taken], answers))
    answers.give(taken.question.id, given(Verdict.FAILED, "2.4.6"))
    verdicts = {one.criteria[0]: one.verdict for one in results_of_looks([taken], answers)}
    assert verdicts.pop("2.4.6") is Verdict.FAILED
    assert set(verdicts.values()) == {Verdict.PASSED}


@pytest.mark.parametrize(
    "wrong",
    [{"by": " "}, {"verdict": Verdict.CANT_TELL}, {"verdict": Verdict.FAILED, "note": ""}, {"when": "yesterday"}],
)
def test_an_answer_says_who_when_and_why(answers: Answers, wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError, match=r"say|passed or failed|Invalid isoformat"):
        answers.give("x", replace(given(Verdict.PASSED), **wrong))


def test_the_kept_answers_can_be_read_and_name_people() -> None:
    kept = json.loads(KEPT.read_text(encoding="utf-8"))
    assert all(Answers().get(id) for id in kept)


def test_the_command_lists_and_answers(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    file = tmp_path / "answers.json"
    question = questions_of_rules([open_result()], {}, {}, [])[0]
    (tmp_path / "reports" / "questions.json").write_text(json.dumps([vars(question)]), encoding="utf-8")

    def run(*arguments: str) -> str:
        return CliRunner().invoke(app, [str(tmp_path), "--file", str(file), *arguments]).output

    listed = run("--only", "3.1.2")
    assert "Which language is this?" in listed
    assert "1 of 1 questions are open" in listed
    assert "0 of 1" in run("--only", "9.9.9")
    assert "no question" in run("--answer", "nothing", "passed", "", "--by", "Anne")
    assert "who" in run("--answer", question.id, "passed", "")
    assert "kept" in run("--answer", question.id, "passed", "Dansk", "--by", "Anne")
    assert "0 of 1 questions are open" in run()
    answer = Answers(file).get(question.id)
    assert answer is not None
    assert (answer.by, answer.verdict) == ("Anne", Verdict.PASSED)
