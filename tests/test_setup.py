"""The set-up: what is locked, what is skipped the second time, what is said when something is missing."""

import os
import re
import subprocess
from pathlib import Path

import pytest
import sqlalchemy

from tests.support.postgres import NoPostgres, new_database, start_postgres
from tools import node, setup, system_packages

ROOT = Path(__file__).resolve().parent.parent


def pins(name: str) -> set[str]:
    """The `package==version` words of a requirements file."""
    return set(re.findall(r"^[\w.\[\]-]+==[^\s;\\]+", (ROOT / name).read_text(), re.MULTILINE))


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """A repository of two requirements files with an environment already made; pip's calls are listed."""
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").touch()
    for name in (setup.RUN, setup.TEST):
        (tmp_path / name).write_text(name)
    calls = []
    monkeypatch.setattr(setup, "ROOT", tmp_path)
    monkeypatch.setattr(setup, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(setup, "BUILD", tmp_path)
    monkeypatch.setattr(setup, "STAMP", tmp_path / ".venv" / "installed.json")
    monkeypatch.setattr(setup, "make_environment", lambda: None)
    monkeypatch.setattr(setup, "pip", lambda *arguments: calls.append(arguments[-1]))
    return calls


def test_what_is_tested_is_what_runs():
    assert pins(setup.RUN)
    assert pins(setup.RUN) <= pins(setup.TEST)


@pytest.mark.parametrize("name", [setup.RUN, setup.TEST, "package-lock.json"])
def test_a_lock_file_names_no_registry(name):
    addresses = re.findall(r'"resolved"|--index-url|--find-links', (ROOT / name).read_text())
    assert not addresses


@pytest.mark.parametrize("name", [setup.RUN, setup.TEST])
def test_every_locked_package_has_its_hash(name):
    entries = re.split(r"\n(?=\S)", (ROOT / name).read_text().strip())
    assert [entry for entry in entries if "--hash=sha256:" not in entry] == []


def test_a_second_set_up_installs_nothing(machine):
    setup.install(setup.RUN)
    setup.install(setup.RUN)
    assert machine == [setup.RUN]


def test_an_environment_for_tests_serves_for_running(machine):
    setup.install(setup.TEST)
    setup.install(setup.RUN)
    assert machine == [setup.TEST]


def test_changed_requirements_are_installed(machine):
    setup.install(setup.RUN)
    (setup.ROOT / setup.RUN).write_text("changed")
    setup.install(setup.RUN)
    assert machine == [setup.RUN, setup.RUN]


def test_a_set_up_broken_off_is_done_again(machine, monkeypatch):
    setup.install(setup.RUN)
    (setup.ROOT / setup.RUN).write_text("changed")
    with monkeypatch.context() as broken:
        broken.setattr(setup, "pip", lambda *_: (_ for _ in ()).throw(setup.SetupError("no network")))
        with pytest.raises(setup.SetupError):
            setup.install(setup.RUN)
    assert setup.installed() == {}


def test_catalogues_are_built_once_and_again_when_one_changes(machine, monkeypatch):
    tools = []
    monkeypatch.setattr(setup, "run_tool", lambda *tool: tools.append(tool))
    (setup.BUILD / "locales").mkdir()
    catalogue = setup.ROOT / "common.po"
    for text in ("first", None, "another text"):
        if text:
            catalogue.write_text(text)
        setup.once_changed("locales", [catalogue], "strings", "compile")
    assert tools == [("strings", "compile")] * 2


@pytest.mark.parametrize(("part", "options"), [("run", ()), ("test", ("--for-tests",))])
def test_only_tests_need_the_tools_that_check_pages(machine, monkeypatch, part, options):
    tools = []
    monkeypatch.setattr(setup, "run_tool", lambda *tool: tools.append(tool))
    monkeypatch.setattr(setup, "once_changed", lambda *_: None)
    assert setup.main([part]) == 0
    assert tools == [("assets", *options)]


def test_tools_that_check_pages_are_installed_once_and_serve_for_running(tmp_path, monkeypatch):
    calls = []
    (tmp_path / "package-lock.json").write_text("{}")
    (tmp_path / "node_modules").mkdir()
    monkeypatch.setattr(node, "npm_script", lambda: Path("npm"))
    monkeypatch.setattr(node, "run_node", lambda arguments, *_: calls.append("--omit=dev" in arguments))
    for for_tests in (False, False, True, True, False):
        node.install_packages(tmp_path, for_tests)
    assert calls == [True, False]


def test_an_old_python_is_told_what_to_do(monkeypatch, capsys):
    monkeypatch.setattr(setup, "OLDEST_PYTHON", (4, 0))
    assert setup.main(["run"]) == 1
    assert "Python 4.0 or newer is needed" in capsys.readouterr().err


def test_missing_packages_are_named_with_their_tests_and_the_remedy(monkeypatch, capsys):
    part = system_packages.Part("the telepathy tests", {"mind-reader": "no-such-program"})
    monkeypatch.setattr(system_packages, "PARTS", (part,))
    system_packages.report()
    said = capsys.readouterr().out
    assert "the telepathy tests will be SKIPPED: no mind-reader" in said
    assert "apt-get install --no-install-recommends mind-reader" in said


def test_nothing_is_installed_when_that_is_refused(monkeypatch):
    monkeypatch.setenv("SYSTEM_PACKAGES", "no")
    assert system_packages.become_root() is None


@pytest.mark.parametrize("known", [True, False])
def test_what_only_makes_the_tests_faster_is_installed_by_itself_where_apt_knows_it(monkeypatch, known):
    installed = []
    monkeypatch.setattr(
        system_packages, "PARTS", (system_packages.Part("any tests", {"mind-reader": "no-such-program"}),)
    )
    monkeypatch.setattr(system_packages, "FASTER", "no-such-shell")
    monkeypatch.setattr(system_packages, "quietly", lambda command, seconds: installed.append(command[-1]))
    answer = subprocess.CompletedProcess([], 0 if known else 100)
    monkeypatch.setattr(system_packages.subprocess, "run", lambda *args, **kwargs: answer)
    system_packages.install_all([])
    assert installed == ["update", "mind-reader", *(["no-such-shell"] if known else [])]


def test_make_without_a_target_prints_help():
    said = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target in ("run", "test", "bench", "lock", "check", "pictures"):
        assert f"make {target} " in said


def test_the_build_server_can_start_its_check():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


@pytest.mark.postgres
def test_a_throwaway_cluster_is_durable_and_gone_afterwards():
    try:
        with start_postgres() as url:
            home = Path(url.partition("?host=")[2])
            with new_database(url) as one, new_database(url) as other:
                for address in (one, other):
                    engine = sqlalchemy.create_engine(address)
                    with engine.begin() as connection:
                        connection.execute(sqlalchemy.text("CREATE TABLE citizens (name text)"))
                        assert connection.execute(sqlalchemy.text("SHOW fsync")).scalar() == "on"
                    engine.dispose()
    except NoPostgres as reason:
        pytest.skip(str(reason))
    assert not home.exists()
