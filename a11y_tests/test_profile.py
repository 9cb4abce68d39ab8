"""A profile is read, what is wrong with it is said, and the command line goes before it."""

import http.server
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

from a11y_tests import access, command, profile
from a11y_tests.browser import Tab, Window
from a11y_tests.command import Settings, _order
from a11y_tests.small_evaluation import WALKS, folder_of

GOOD = """
url = "https://portal.example"
languages = ["da"]
demo = "demo.json"
only = ["2.4.7"]
jobs = 1

[access]
user = "A_USER"
password = "A_PASSWORD"

[access.headers]
X-Gate = "A_GATE"
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "profile.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_profile_says_what_to_evaluate_and_names_its_secrets(tmp_path, monkeypatch):
    for name, value in {"A_USER": "maja", "A_PASSWORD": "syv måger", "A_GATE": "open"}.items():
        monkeypatch.setenv(name, value)
    read = profile.read(written(tmp_path, GOOD))
    assert read.get("demo") == tmp_path / "demo.json"
    assert read.headers == {"X-Gate": "open", "Authorization": access.basic("maja", "syv måger")}
    given = dict.fromkeys(profile.KINDS) | {"url": "", "only": ["1.4.3"], "journeys": []}
    order = _order(Settings(read, given), "https://portal.example/", [], ())
    assert (order.url, order.languages, order.only, order.jobs) == ("https://portal.example", ("da",), ("1.4.3",), 1)


def test_the_command_takes_a_profile(tmp_path, monkeypatch):
    orders = []

    def evaluate(order, out, progress):
        orders.append(order)
        return folder_of(out) and WALKS

    monkeypatch.setattr(command, "_must_answer", lambda url: None)
    monkeypatch.setattr(command, "evaluate", evaluate)
    monkeypatch.setattr(command, "take_pictures", lambda *arguments: None)
    (tmp_path / "demo.json").write_text('{"citizens": [{"name": "Mette Holm"}]}', encoding="utf-8")
    out = tmp_path / "audit"
    out.mkdir()
    chosen = written(tmp_path, f'url = "https://portal.example"\ndemo = "demo.json"\nquick = true\nout = "{out}"')
    ran = CliRunner().invoke(command.app, ["--profile", str(chosen), "--journey", "log-on", "--no-quick"])
    assert ran.exit_code == command.FAILED, ran.output
    assert (orders[0].citizens, orders[0].journeys, orders[0].quick) == ([{"name": "Mette Holm"}], ("log-on",), False)
    assert (out / "reports" / "index.html").exists()
    chosen.write_text("nonsense", encoding="utf-8")
    assert CliRunner().invoke(command.app, ["--profile", str(chosen)]).exit_code == command.NOT_EVALUATED


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("nonsense", "profile.toml"),
        ('pasword = "x"', "nothing is called 'pasword'"),
        ('languages = "da"', "languages must be a list"),
        ("only = [3]", "a list of texts"),
        ('jobs = "2"', "jobs must be a int"),
        ('[access]\npasword = "x"', "nothing of access is called pasword"),
        ('[access]\nuser = "NOT_THERE"', "no variable 'NOT_THERE'"),
    ],
)
def test_what_is_wrong_with_a_profile_is_said(tmp_path, text, complaint):
    with pytest.raises(profile.BadProfile, match=complaint):
        profile.read(written(tmp_path, text))


@pytest.mark.browser
def test_what_a_deployment_asks_for_is_sent_to_it_and_to_nobody_else(browser, monkeypatch):
    seen: list[tuple[str, str | None]] = []

    class Gate(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append((self.headers["host"], self.headers["x-gate"]))
            self.send_response(200)
            self.send_header("content-type", "text/html")
            self.end_headers()
            self.wfile.write(f'<img src="http://127.0.0.1:{self.server.server_port}/other">'.encode())

        def log_message(self, *arguments):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Gate) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://localhost:{server.server_port}"
        monkeypatch.setenv(access.VARIABLE, "")
        access.grant(f"{home}/x", {"x-gate": "open"})
        tab = Tab(browser, Window())
        tab.page.goto(home)
        tab.close()
        server.shutdown()
    assert {(host.split(":")[0], gate) for host, gate in seen} == {("localhost", "open"), ("127.0.0.1", None)}
