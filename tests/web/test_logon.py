"""Logging on with user id, password and a factor, without JavaScript."""

from tests.support.visitor import Visitor
from tests.support.world import PASSWORD, Person, card_code


def start(visitor: Visitor, person: Person, path: str = "/log-paa") -> Visitor:
    return visitor.get(path).submit(user_id=person.user_id, password=person.password)


def test_password_then_card_then_my_page(visitor, sqlite_core, kirsten):
    start(visitor, kirsten)
    assert visitor.path == "/log-paa/bekraeft"
    visitor.submit(code=card_code(sqlite_core, kirsten.credentials["code_card"]))
    assert visitor.path == "/min-side"
    assert "Kirsten Ørsted" in visitor.html


def test_return_address_is_kept_through_the_whole_way(visitor, sqlite_core, kirsten):
    visitor.get("/en/log-on?next=/en/help").submit(user_id=kirsten.user_id, password="wrong-password")
    assert visitor.errors
    visitor.submit(password=PASSWORD)
    visitor.submit(code=card_code(sqlite_core, kirsten.credentials["code_card"]))
    assert visitor.path == "/en/help"


def test_a_browser_that_knows_no_dialogs_shows_no_warning_that_is_not_due(visitor, kirsten):
    start(visitor, kirsten)
    assert visitor.find_id("session") is not None
    assert not visitor.all("dialog")
