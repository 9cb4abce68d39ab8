"""The command that judges W3C's cases: what it serves, what it counts, what it prints."""

import json
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from a11y_tests.act.cases import PREFIX, Case, read
from a11y_tests.act.serving import served
from a11y_tests.act.tally import count, totals
from a11y_tests.evaluation.outcome import Verdict

PAGE = '<!DOCTYPE html><html lang="en"><head><title>{}</title></head><body><p>A</p></body></html>'


def case(expected: str, rule: str = "2779a5", path: str = "a.html") -> Case:
    return Case(rule, "A rule", "An example", expected, path)


def fetch(address: str, **headers: str) -> tuple[int, str, bytes]:
    with urllib.request.urlopen(urllib.request.Request(address, headers=headers)) as answer:
        return answer.status, answer.headers["Content-Type"], answer.read()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.html").write_text(PAGE.format("Fees"), encoding="utf-8")
    (tmp_path / "bad.html").write_text(PAGE.format(""), encoding="utf-8")
    (tmp_path / "page.xhtml").write_text("<html xmlns='http://www.w3.org/1999/xhtml'/>", encoding="utf-8")
    listed = [
        {"ruleId": rule, "ruleName": "A rule", "testcaseTitle": path, "expected": expected, "relativePath": path}
        for rule, expected, path in (
            ("2779a5", "passed", "good.html"),
            ("2779a5", "failed", "bad.html"),
            ("nobody", "failed", "bad.html"),
        )
    ]
    (tmp_path / "testcases.json").write_text(json.dumps({"testcases": listed}), encoding="utf-8")
    return tmp_path


def test_files_are_served_where_the_cases_look_for_them(folder: Path) -> None:
    with served(folder, PREFIX) as home:
        assert fetch(f"{home}/good.html")[:2] == (200, "text/html; charset=utf-8")
        assert fetch(f"{home}/page.xhtml")[1] == "application/xhtml+xml; charset=utf-8"
        with pytest.raises(urllib.error.HTTPError, match="404"):
            fetch(f"{home.removesuffix(PREFIX)}/good.html")


def test_players_get_the_part_that_they_ask_for(folder: Path) -> None:
    with served(folder) as home:
        status, _, body = fetch(f"{home}/good.html", Range="bytes=0-8")
    assert (status, body) == (206, b"<!DOCTYPE")


def test_cases_are_read_by_rule(folder: Path) -> None:
    assert [(one.rule, one.expected) for one in read(folder)] == [
        ("2779a5", "failed"),
        ("2779a5", "passed"),
        ("nobody", "failed"),
    ]


@pytest.mark.parametrize(
    ("found", "state"),
    [
        ([("failed", Verdict.FAILED), ("passed", Verdict.CANT_TELL)], "complete"),
        ([("failed", Verdict.FAILED), ("passed", Verdict.FAILED)], "partial"),
        ([("failed", Verdict.FAILED), ("failed", Verdict.CANT_TELL)], "partial"),
        ([("failed", Verdict.FAILED), ("failed", Verdict.PASSED)], "partial"),
        ([("failed", Verdict.CANT_TELL), ("inapplicable", Verdict.INAPPLICABLE)], "untouched"),
    ],
)
def test_rule_is_complete_when_all_is_caught_and_nothing_else(found: list[tuple[str, Verdict]], state: str) -> None:
    (tally,) = count((case(expected), verdict) for expected, verdict in found)
    assert tally.state == state


def test_rules_without_cases_count_as_untouched() -> None:
    tallies = count([(case("failed"), Verdict.FAILED), (case("passed", rule="other"), Verdict.FAILED)])
    assert totals(tallies) == {"complete": 1, "partial": 0, "untouched": 86, "false alarms": 1, "cases": 2}


@pytest.mark.browser
def test_command_prints_rules_and_totals(folder: Path, tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    command = [sys.executable, "-m", "a11y_tests.act", str(folder), "--json", str(told)]
    run = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[1], check=True)
    lines = run.stdout.splitlines()
    assert lines[0].startswith("complete  2779a5  caught 1/1")
    assert "rules complete 1 of 87" in lines
    facts = json.loads(told.read_text(encoding="utf-8"))
    assert {rule["id"]: rule["state"] for rule in facts["rules"]} == {"2779a5": "complete", "nobody": "untouched"}
