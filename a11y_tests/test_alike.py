"""Runs of the same deployment are compared verdict by verdict."""

from pathlib import Path

import pytest

from a11y_tests.evaluation.results import Result, Results
from a11y_tests.reports import alike
from a11y_tests.small_evaluation import folder_of


@pytest.fixture
def runs(tmp_path: Path) -> list[str]:
    """The folders of three runs that say the same."""
    return [str(folder_of(tmp_path / name)) for name in ("first", "second", "third")]


def test_runs_that_say_the_same_are_alike(runs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert alike.main(runs) == 0
    said = capsys.readouterr().out
    assert said.startswith("3 runs, ")
    assert said.endswith(" verdicts, 0 differ.\n")


def test_what_only_one_run_says_is_told(runs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    results = Results(Path(runs[1]))
    first = next(one for one in results.all() if one.page == "one" and one.findings)
    results.save("one", [one for one in results.all() if one.page == "one" and one.rule != first.rule])
    assert alike.main(runs) == 1
    assert f"{first.rule} [" in capsys.readouterr().out


def test_a_rule_that_broke_in_one_run_is_told(runs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    results = Results(Path(runs[2]))
    kept = [one for one in results.all() if one.page == "one"]
    results.save("one", [*kept, Result("own-x", "one", "light", (), broke="KeyError('x')")])
    assert alike.main(runs) == 1
    assert "broke: 0, 0, 1" in capsys.readouterr().out


def test_a_run_that_was_stopped_is_not_compared(runs: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (Path(runs[0]) / "results" / "site.json").unlink()
    assert alike.main(runs) == 2
    assert "come to its end" in capsys.readouterr().out
