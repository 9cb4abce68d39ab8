"""The recipe in docs/adding-a-factor.md: a fifth factor made from that page alone, and used on the generic pages."""

import re
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, FileSystemLoader
from starlette.testclient import TestClient

from app.core.factor import Registry, discover
from app.core.models import Credential
from app.main import build_app
from tests.support.account import log_on
from tests.support.visitor import Visitor, words
from tests.support.world import give_factor, make_citizen

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "adding-a-factor.md"
BLOCK = re.compile(r"^`(?P<path>(?:app|templates)/\S+)`\n```\w+\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
PACKAGE = "fifth_factor"
BASE = "http://localhost:8000"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The example's files: the code in a package of its own, the templates in a folder of their own."""
    for path, text in BLOCK.findall(PAGE.read_text()):
        place = tmp_path / path.replace("app/factors", PACKAGE)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text.replace("app.factors", PACKAGE))
    (tmp_path / PACKAGE / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    yield tmp_path
    for name in [name for name in sys.modules if name.partition(".")[0] == PACKAGE]:
        del sys.modules[name]


@pytest.fixture
def five(sqlite_core, folder):
    """A core that knows every factor and the example."""
    return replace(sqlite_core, factors=Registry([*sqlite_core.factors, *discover(PACKAGE)]))


@pytest.fixture
def visitor(five, folder):
    """A visitor of a portal with the fifth factor; nothing but the registry and its templates was added."""
    app = build_app(five)
    for templates in app.state.portal.templates.values():
        templates.loader = ChoiceLoader([templates.loader, FileSystemLoader(folder / "templates")])
    with TestClient(app, base_url=BASE, headers={"origin": BASE}) as client:
        yield Visitor(client)


@pytest.fixture
def citizen(five):
    person = make_citizen(five)
    give_factor(five, person, "code_card")
    return person


def test_the_page_shows_every_file_of_the_example():
    paths = {path for path, _text in BLOCK.findall(PAGE.read_text())}
    assert paths == {
        "app/factors/code_list/__init__.py",
        "app/factors/code_list/check.py",
        "app/factors/code_list/pages.py",
        "app/factors/code_list/rehearsal.py",
        "templates/factors/code_list/challenge.html",
        "templates/factors/code_list/rehearsal.html",
        "templates/factors/code_list/setup.html",
    }


def test_every_file_that_the_page_names_is_there():
    named = re.findall(r"`((?:app|templates|tests)/[\w./]+\.(?:py|html))`", PAGE.read_text())
    missing = [path for path in named if "code_list" not in path and not (ROOT / path).exists()]
    assert not missing


def test_the_registry_has_it_in_its_place(five):
    assert [factor.kind for factor in five.factors.offered()][-1] == "code_list"


def test_set_up_and_log_on_on_the_generic_pages(visitor, five, citizen):
    log_on(visitor, five, citizen)
    codes = set_up(visitor)
    visitor.get("/min-side/faktorer")
    assert "Code list" in visitor.text
    assert codes[0] not in visitor.text
    visitor.get("/log-af").submit("Log af her")

    visitor.get("/log-paa").submit(user_id=citizen.user_id, password=citizen.password)
    visitor.follow("Brug en anden måde").submit("Code list")
    assert "Write the code in line 3." in visitor.text
    assert codes[2] not in visitor.text
    visitor.submit(code="12345a")
    assert visitor.errors
    visitor.submit(code=wrong(codes[2]))
    assert "That is not the next code of your list." in visitor.errors[0]
    visitor.submit(code=codes[2])
    assert visitor.path == "/min-side"


def test_a_list_that_is_used_up_has_no_button(visitor, five):
    person = make_citizen(five)
    credential = give_factor(five, person, "code_list")
    with five.database.write() as db:
        db.get_one(Credential, credential).counter = 10
    visitor.get("/log-paa").submit(user_id=person.user_id, password=person.password)
    assert "All codes of the list are used." in visitor.text
    assert not list(visitor.by_id("form").iter("button"))


def test_it_stands_among_the_ways_to_choose(visitor):
    visitor.get("/hjaelp/vaelg?ask=1")
    assert "Code list" in visitor.html


def test_it_can_be_tried_first(visitor):
    visitor.get("/proev").follow("Code list")
    first, second = (words(item).replace(" ", "") for item in visitor.all("ol")[-1][:2])
    visitor.submit(code=second)
    assert "That is not the next code of your list." in visitor.errors[0]
    assert visitor.submit(code=first).path == "/proev"


def set_up(visitor):
    """Add a code list; gives its codes."""
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="code_list")
    assert visitor.h1 == "Write down your code list"
    codes = [words(item) for item in visitor.all("li") if re.fullmatch(r"(\d ){5}\d", words(item))]
    assert len(codes) == 10
    for code in codes[:2]:
        visitor.submit(code=code)
        assert not visitor.errors
    assert visitor.path.endswith("/klar")
    return codes


def wrong(code):
    return f"{(int(code.replace(' ', '')) + 1) % 10**6:06d}"
