"""The reports of an evaluation: that they say what was found, in the formats that auditors' tools take."""

import csv
import io
import json
import os
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from a11y_tests import command as auditing
from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.walking import Walk
from a11y_tests.reports import __main__ as command
from a11y_tests.reports import openacr, ordered, statement
from a11y_tests.reports.coverage import ON_PAPER, coverage_of
from a11y_tests.reports.criteria import criteria
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.reports.tally import Outcome
from a11y_tests.reports.writing import REPORTS, write_all
from a11y_tests.reviews.answers import Answer, Answers
from a11y_tests.small_evaluation import HOME, ORDER, TITLE, WALKS, folder_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return folder_of(tmp_path_factory.mktemp("audit"))


@pytest.fixture(scope="module")
def written(folder: Path) -> Evaluated:
    return write_all(folder, ORDER, WALKS, Answers(folder / "answers.json"))


def read(folder: Path, name: str) -> str:
    return (folder / "reports" / name).read_text(encoding="utf-8")


def test_every_report_is_written_and_no_secret_is_kept(folder: Path, written: Evaluated) -> None:
    assert {path.name for path in (folder / "reports").iterdir() if path.is_file()} == set(REPORTS)
    assert "secret" not in (folder / ordered.ORDER).read_text()
    assert set(ordered.names(ordered.kept(folder))) == {"Mette", "Holm"}
    assert ordered.kept(folder).own


def test_what_people_must_look_at_is_open_and_not_passed(written: Evaluated) -> None:
    assert written.tally.of("2.4.2") is Outcome.PASSED
    assert written.tally.of("1.4.3") is Outcome.FAILED
    assert written.tally.of("2.4.6") is Outcome.CANT_TELL
    assert written.tally.of("1.1.1") is Outcome.CANT_TELL
    assert written.tally.of("2.1.1") is Outcome.UNTESTED


def test_a_broken_journey_and_a_page_never_visited_are_failures(written: Evaluated) -> None:
    assert "Broke: log-on, da: TimeoutError: no button" in written.failures
    assert "Never visited: crossing, da" in written.failures
    assert not any("Never visited: home" in line for line in written.failures)


def test_a_journey_that_was_left_out_is_told_and_no_failure(folder: Path, written: Evaluated) -> None:
    told = "maintenance: left out, for this deployment would have to be started anew"
    assert told in read(folder, "coverage.html")
    assert not any("maintenance" in line for line in written.failures)


def test_only_in_a_whole_evaluation_of_our_own_demo_must_every_page_be_visited(written: Evaluated) -> None:
    named = coverage_of(replace(written.order, own=False), [], [])
    assert "crossing, da" in named.never
    assert not named.failures
    assert not coverage_of(replace(written.order, quick=True), [], []).failures
    assert "crossing, da" in coverage_of(written.order, [], []).failures


def test_the_coverage_tells_worlds_and_whether_a_page_was_seen_on_paper(folder: Path) -> None:
    captures, seen = list(Library(folder).captures()), Finding(Verdict.PASSED, "On paper the content is whole.")
    results = [Result(ON_PAPER, "one", "light", (), [seen]), Result(ON_PAPER, "two", "more contrast", ())]
    pages = {page.name: page for page in coverage_of(ORDER, captures, results).pages}
    assert (pages["home"].on_paper, pages["logon"].on_paper) == (True, False)
    assert pages["logon"].worlds == {"more contrast"}
    assert ("crossing", "da") in coverage_of(ORDER, captures, results).missing
    assert coverage_of(ORDER, captures, results).seen == 2


def test_the_html_tells_it_in_words_and_escapes_what_pages_say(folder: Path, written: Evaluated) -> None:
    html = read(folder, "index.html")
    for words in (
        "✗ Failed",
        "TimeoutError: no button",
        "da: Refused to load a picture",
        "5 rules looked",
        'src="../a.png"',
        "main &gt; p",
        "open pages",
    ):
        assert words in html, words
    assert "<script" not in html
    assert html.count('scope="row"><a href="#c') == len(criteria()) == 86


def test_the_csv_holds_no_formula(folder: Path, written: Evaluated) -> None:
    lines = list(csv.DictReader(io.StringIO(read(folder, "findings.csv"))))
    assert [line["verdict"] for line in lines] == ["failed", "cantTell"]
    assert (lines[0]["page"], lines[0]["world"], lines[0]["url"]) == ("home", "dark", f"{HOME}/home")
    assert [line["picture"] for line in lines] == ["a.png", ""]
    assert not any(cell.startswith(("=", "+", "-", "@")) for line in lines for cell in line.values())


def test_junit_counts_failures_skips_and_errors(folder: Path, written: Evaluated) -> None:
    root = ElementTree.fromstring(read(folder, "junit.xml"))
    assert [case.get("name") for case in root.iter("testcase") if case.find("failure") is not None] == ["axe"]
    assert [case.get("name") for case in root.iter("testcase") if case.find("skipped") is not None] == ["act-de46e4"]
    assert len(list(root.iter("error"))) == len(written.failures)


def test_earl_is_what_the_report_tool_imports(folder: Path, written: Evaluated) -> None:
    graph = json.loads(read(folder, "earl.jsonld"))["@graph"]
    assertions = [one for one in graph if one["@type"] == "Assertion"]
    failed = next(one for one in assertions if one["result"]["outcome"] == "earl:failed")
    assert failed["test"]["isPartOf"] == "http://www.w3.org/TR/WCAG/#contrast-minimum"
    assert failed["subject"]["@id"] == f"{HOME}/home"
    tests = {one["test"]["@id"]: one["test"]["isPartOf"] for one in assertions}
    assert all(tests[one["test"]["@id"]] == one["test"]["isPartOf"] for one in assertions)
    assert failed["mode"] == "earl:automatic"
    assert {one["assertedBy"] for one in assertions} <= {one["@id"] for one in graph if "Assertor" in one["@type"]}


def test_the_evaluation_file_opens_with_outcomes(folder: Path, written: Evaluated) -> None:
    document = json.loads(read(folder, "wcag-em.json"))
    context, sample = document["@context"], document["selectSample"]["structuredSample"]
    assert "WCAG22" not in context
    assert len({one["title"] for one in sample}) == len({one["id"] for one in sample}) == len(sample) == 2
    by_test: dict[str, dict[str, str]] = {}
    for one in document["auditSample"]:
        prefix, _, slug = one["test"]["id"].partition(":")
        assert prefix in context
        by_test.setdefault(slug, {})[one["subject"].get("id", "website")] = one["result"]["outcome"]["id"]
    assert set(by_test) == {one.slug for one in criteria()}
    assert by_test["contrast-minimum"] == {"website": "earl:failed", f"{HOME}/home": "earl:failed"}
    assert by_test["keyboard"] == {"website": "earl:untested"}


def test_openacr_has_every_row_of_the_catalogue(folder: Path, written: Evaluated) -> None:
    document = pytest.importorskip("yaml").safe_load(read(folder, "openacr.yaml"))
    assert isinstance(document["title"], str)
    assert isinstance(document["version"], int)
    assert document["product"]["name"]
    assert document["author"]["email"] == "hjaelp@example.dk"
    rows = {key: chapter.get("criteria", []) for key, chapter in document["chapters"].items()}
    assert sum(len(some) for key, some in rows.items() if key.startswith("success")) == 86 + len(["4.1.1"])
    assert sum(len(some) for key, some in rows.items() if key.startswith("en_301_549")) == 162
    terms = {"supports", "partially-supports", "does-not-support", "not-applicable", "not-evaluated"}
    for row in (row for some in rows.values() for row in some):
        assert isinstance(row["num"], str)
        assert {one["adherence"]["level"] for one in row["components"]} <= terms
    levels = {row["num"]: row["components"][0]["adherence"]["level"] for some in rows.values() for row in some}
    assert (levels["1.4.3"], levels["2.4.2"], levels["2.1.1"]) == ("does-not-support", "supports", "not-evaluated")
    assert (levels["4.2.1"], levels["8.1.3"], levels["12.1.2"]) == (
        "partially-supports",
        "not-applicable",
        "not-evaluated",
    )


def test_yaml_of_nested_lists_and_hard_texts() -> None:
    yaml = pytest.importorskip("yaml")
    value = {"a": [{"b": "no", "c": []}, "yes: #"], "d": {"e": 'æ\n"\\'}, "f": True, "g": "1.10"}
    assert yaml.safe_load("\n".join(openacr._yaml(value))) == value


def test_the_statement_says_what_fails_and_what_is_open(folder: Path, written: Evaluated) -> None:
    danish, english = read(folder, "statement.da.md"), read(folder, "statement.en.md")
    assert "følger loven delvist" in danish
    assert "Tekst står tydeligt på sin baggrund. (WCAG 1.4.3)" in danish
    assert "1 forløb kunne ikke gøres færdige" in danish
    for words in (
        "Skriv ikke dit CPR-nummer",
        "Digitaliseringsstyrelsen",
        "mindst en gang om året",
        "hjaelp@example.dk",
    ):
        assert words in danish, words
    assert "Headings and labels say what comes. (WCAG 2.4.6)" in english
    assert "Unusual words are explained. (WCAG 3.1.3)" in english, "what is open at level AAA"
    assert "found no fault.\n" not in english
    assert "without JavaScript" not in english, "nothing is claimed that was not done"


def test_the_status_is_full_only_where_nothing_is_open() -> None:
    assert statement.status(0, 0) == statement.FULL
    assert statement.status(0, 1) == statement.status(1, 0) == statement.PART
    assert statement.status(28, 0) == statement.NOT
    assert list(statement.plain()) == [one.number for one in criteria()]


def test_the_portals_page_is_given_what_was_found(
    folder: Path, written: Evaluated, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert statement.main([str(folder), str(tmp_path / "statement.json")]) == 0
    assert json.loads((tmp_path / "statement.json").read_text())["failed"][0]["number"] == "1.4.3"
    assert statement.main([str(tmp_path)]) == 2


def test_reports_are_written_anew_with_peoples_answers(
    folder: Path, written: Evaluated, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Answers(folder / "later.json")
    question = next(one for one in written.questions if one.rule == "act-de46e4")
    answers.give(question.id, Answer(Verdict.PASSED, "Det er dansk.", "Mette Holm", "2026-11-24", question.what))
    monkeypatch.setattr("a11y_tests.reports.writing.Answers", lambda: answers)
    assert command.main([str(folder)]) == 0
    graph = json.loads(read(folder, "earl.jsonld"))["@graph"]
    mine = next(one for one in graph if one["@type"] == "Assertion" and one["mode"] == "earl:manual")
    assert (mine["result"]["outcome"], mine["assertedBy"]) == ("earl:passed", "_:Mette-Holm")
    assert "Det er dansk." in mine["result"]["description"]
    assert command.main([str(folder / "nothing")]) == 2


def test_the_command_writes_the_reports_and_fails_for_what_they_tell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "_must_answer", lambda url: None)
    monkeypatch.setattr(auditing, "evaluate", lambda order, out, progress: folder_of(out) and WALKS)
    monkeypatch.setattr(auditing, "take_pictures", lambda *arguments: None)
    (tmp_path / "demo.json").write_text('{"citizens": [{"name": "Mette Holm"}]}')
    out = tmp_path / "audit"
    out.mkdir()
    ran = CliRunner().invoke(auditing.app, [HOME, "--demo", str(tmp_path / "demo.json"), "--out", str(out)])
    assert ran.exit_code == auditing.FAILED
    assert "FAILED axe [one; dark] main > p: The contrast" in ran.output
    assert "Never visited" not in ran.output
    assert (out / "reports" / "index.html").exists()


def test_what_could_not_be_judged_is_told_and_fails_the_run_in_the_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def evaluate(order: object, out: Path, progress: object) -> list[Walk]:
        folder_of(out)
        Results(out).save("two", [Result(TITLE, "two", "light", ("2.4.2",), broke="KeyError('x')")])
        return WALKS

    monkeypatch.setattr(auditing, "_must_answer", lambda url: None)
    monkeypatch.setattr(auditing, "evaluate", evaluate)
    monkeypatch.setattr(auditing, "take_pictures", lambda *arguments: None)
    ran = CliRunner().invoke(auditing.app, [HOME, "--crawl", "--pages", os.devnull, "--out", str(tmp_path)])
    assert ran.exit_code == auditing.NOT_EVALUATED, "without citizens the journeys cannot be gone"
    (tmp_path / "pages.txt").write_text(f"{HOME}/home\n")
    ran = CliRunner().invoke(auditing.app, [HOME, "--pages", str(tmp_path / "pages.txt"), "--out", str(tmp_path)])
    assert ran.exit_code == auditing.NOT_EVALUATED
    line = f"{TITLE} on logon (error), da, light: KeyError('x')"
    assert f"NOT JUDGED {line}" in ran.output
    html = read(tmp_path, "index.html")
    assert "What could not be judged" in html
    assert "own-typed-is-kept</code>, 3.3.7, 3.3.4): does not apply" in html
    assert line in {case.get("name") for case in ElementTree.fromstring(read(tmp_path, "junit.xml")).iter("testcase")}


def test_an_error_of_the_tool_is_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(auditing, "_evaluated", lambda *arguments: {}["x"])
    assert CliRunner().invoke(auditing.app, [HOME]).exit_code == auditing.NOT_EVALUATED


def test_the_trend_tells_new_mended_and_still_there(tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    answers = Answers(tmp_path / "answers.json")
    os.utime(folder / "walks.json", (1000, 1000))
    assert write_all(folder, ORDER, [], answers).trend.before == ""
    again = Finding(Verdict.FAILED, "A new fault", "h1", "<h1>12</h1>")
    os.utime(folder / "walks.json", (2000, 2000))
    Results(folder).save("two", [Result(TITLE, "two", "light", ("2.4.2",), [again])])
    trend = write_all(folder, ORDER, WALKS, answers).trend
    assert any("A new fault" in line for line in trend.new)
    assert any("The contrast is 2.1" in line for line in trend.still)
    Results(folder).save("one", [])
    os.utime(folder / "walks.json", (3000, 3000))
    third = write_all(folder, ORDER, WALKS, answers).trend
    assert [line for line in third.mended if "contrast" in line]
    assert third == write_all(folder, ORDER, WALKS, answers).trend, "written again, it is not its own forerunner"
    assert write_all(folder, replace(ORDER, quick=True), WALKS, answers).trend.before == "", "another order"
