"""The walks without sight would notice: a stop with no name, a name that is missing, a region that says nothing."""

import pytest

from a11y_tests.journeys.blind import tree
from a11y_tests.journeys.blind.citizen import Blind

pytestmark = pytest.mark.browser

PAGE = "<!DOCTYPE html><html lang=da><title>{title}</title><main><h1>{title}</h1>{body}</main>"
CARD = """<table><thead><tr><th>Linje</th><th>Nummer</th><th>Kode</th></tr></thead>
<tr><td>1</td><th scope=row>1 2 3 4</th><td>5 6 7 8 9 0</td></tr></table>"""


@pytest.fixture
def listener(new_tab):
    """Somebody who sees nothing, in a window of their own; `show` puts a page there."""
    tab = new_tab()
    me = Blind(tab)

    def show(body, title="Log på"):
        tab.page.goto("about:blank")
        tab.page.set_content(PAGE.format(title=title, body=body))
        me.arrived()
        return me

    return show


def test_a_stop_without_a_name_stops_the_walk(listener):
    me = listener("<button></button><button>Fortsæt</button>")
    with pytest.raises(AssertionError, match="no name"):
        me.find_named("button", "go_on")


@pytest.mark.parametrize("body", ["<button>Videre</button>", "<a href=/>Fortsæt</a>", "<div>Fortsæt</div>"])
def test_another_name_or_role_is_not_what_was_wanted(listener, body):
    with pytest.raises(AssertionError, match="is met by Tab"):
        listener(body).find_named("button", "go_on")


def test_a_password_that_is_read_out_is_noticed(listener):
    listener("<label>Adgangskode <input type=password></label>").write_password("password", "havkat")
    with pytest.raises(AssertionError, match="read out"):
        listener("<label>Adgangskode <input></label>").write_password("password", "havkat")


def test_only_live_regions_that_are_there_for_all_are_heard(listener):
    me = listener("<p id=a></p><p id=b role=status hidden></p><p id=c role=status></p><button id=d>Fortsæt</button>")
    me.page.evaluate("for (const id of 'abc') document.getElementById(id).textContent = `Hørt ${id}`")
    me.ears.wait_for("Hørt c")
    assert me.ears.heard == ["Hørt c"]


@pytest.mark.parametrize("told", ["title", "region"])
def test_a_secret_that_is_announced_is_noticed(listener, told):
    me = listener("<p id=c role=status></p>", title="Din kode er 123 456" if told == "title" else "Log på")
    if told == "region":
        me.page.evaluate("document.getElementById('c').textContent = 'Koden er 1 2 3 4 5 6'")
        me.ears.wait_for("Koden")
    me.keep_secret("123456")
    with pytest.raises(AssertionError, match="secret"):
        me.check_that_secrets_were_kept()


def test_a_card_is_noted_by_its_row_headers(listener):
    assert tree.by_row_header(listener(CARD).whole, "Kode") == {"1234": "567890"}
    assert tree.by_row_header(listener(CARD.replace("<th scope=row>", "<td>")).whole, "Kode") == {}
