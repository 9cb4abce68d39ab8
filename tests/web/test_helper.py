"""Helper mode: what a helper at the citizen's screen may see and do."""

import re

import pytest

from app.core.context import Core
from app.core.sealed import unseal
from app.main import make_portal
from app.ui.routing import Page
from tests.support.account import confirm, events_of, log_on
from tests.support.helper import (
    BANNER,
    LINK,
    LOG_ON,
    MASKED,
    MY_PAGE,
    PATHS,
    REFUSED,
    STOP,
    banner,
    session_of,
    stop,
    with_helper,
)
from tests.support.visitor import words
from tests.support.world import card_code, credential_of, give_factor

EMAIL, MOBILE, CPR = "kirsten@example.dk", "34 41 23 31", "6111800001"


def all_pages(core: Core) -> list[Page]:
    """Every page; not the mailbox of the demonstration, which stands for the citizen's own telephone."""
    pages = make_portal(core).addresses.pages.values()
    return [page for page in pages if not page.name.startswith("mailbox")]


def filled(page: Page, language: str, credential: str) -> str:
    values = {"credential": credential, "kind": "audio_code"}
    return re.sub(r"\{(\w+)\}", lambda found: values.get(found[1], "none"), page.path(language))


@pytest.mark.parametrize("language", ["da", "en"])
def test_it_is_started_from_any_page_told_on_every_page_and_stopped(visitor, sqlite_core, reachable, language):
    log_on(visitor, sqlite_core, reachable, LOG_ON[language])
    assert banner(visitor) is None
    visitor.follow(LINK[language])
    visitor.submit()
    assert len(visitor.errors) == 2, "a name and how they know each other are asked for; the time is chosen"
    visitor.submit(name="Maja", kind="relative", minutes="30")
    assert visitor.path == MY_PAGE[language], "back to where the citizen was"
    for path in (
        MY_PAGE[language],
        LOG_ON[language],
        PATHS[language],
        "/findes-ikke" if language == "da" else "/en/no",
    ):
        visitor.get(path)
        assert words(next(iter(banner(visitor).iter("p")))) == BANNER[language], path
        assert [words(button) for button in banner(visitor).iter("button")] == [STOP[language]]
    stop(visitor.get(MY_PAGE[language]))
    assert (visitor.path, banner(visitor)) == (MY_PAGE[language], None)


def test_the_banner_comes_before_the_page_and_interrupts_nobody(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable)
    with_helper(visitor)
    shown = banner(visitor)
    order = [element for element in visitor.root.iter() if element.tag in ("header", "main") or element is shown]
    assert [element.tag for element in order] == ["header", "section", "main"]
    for element in banner(visitor).iter():
        assert element.get("aria-live") is None
        assert element.get("role") not in ("status", "alert", "log")


@pytest.mark.parametrize("language", ["da", "en"])
def test_contact_details_are_to_be_recognised_only(visitor, sqlite_core, reachable, language):
    log_on(visitor, sqlite_core, reachable, LOG_ON[language])
    with_helper(visitor, language)
    for path in (MY_PAGE[language], {"da": "/min-side/kontakt", "en": "/en/my-page/contact"}[language]):
        visitor.get(path)
        assert all(text in visitor.text for text in MASKED[language])
        assert EMAIL not in visitor.html
        assert MOBILE not in visitor.html
    stop(visitor)
    assert EMAIL in visitor.html
    assert MOBILE in visitor.html


@pytest.mark.parametrize("language", ["da", "en"])
def test_no_page_shows_a_secret_and_what_is_closed_says_so(visitor, sqlite_core, reachable, language):
    card = reachable.credentials["code_card"]
    app = give_factor(sqlite_core, reachable, "authenticator_app")
    log_on(visitor, sqlite_core, reachable, LOG_ON[language])
    with_helper(visitor, language)
    with sqlite_core.database.read() as db:
        seed = unseal(db, credential_of(sqlite_core, app).secret, "credential.secret")
    secrets = [EMAIL, MOBILE, "34412331", CPR, seed, "data-show="]
    secrets += [card_code(sqlite_core, card, position) for position in range(0, 144, 7)]
    closed = set()
    for page in all_pages(sqlite_core):
        if "GET" not in page.methods or page.name == "logged_off":
            continue
        visitor.get(filled(page, language, card))
        found = [secret for secret in secrets if secret in visitor.response.text]
        assert not found, f"{page.name} shows {found}"
        if page.access == "fresh" or page.discloses:
            assert (visitor.status, visitor.h1) == (403, REFUSED[language]), page.name
            closed.add(page.name)
    assert {"data", "close", "password", "factor_add", "factor_activate", "crossing_receipt_text"} <= closed
    assert {"contact_email", "contact_mobile_code", "recovery_codes_list", "code_card_new"} <= closed
    assert events_of(sqlite_core, reachable).count("helper.refused") == len(closed)


@pytest.mark.parametrize("path", ["/min-side/mine-data", "/min-side/luk", "/min-side/genopretningskoder"])
def test_nothing_is_done_that_is_sent_past_the_page(visitor, sqlite_core, reachable, path):
    log_on(visitor, sqlite_core, reachable)
    visitor.get(path)
    token = visitor.value("csrf_token")
    with_helper(visitor)
    visitor.post(path, {"csrf_token": token})
    assert (visitor.status, visitor.h1) == (403, REFUSED["da"])
    assert "data.downloaded" not in events_of(sqlite_core, reachable)
    assert "closed" not in events_of(sqlite_core, reachable)


def test_what_was_being_set_up_is_dropped_and_a_proof_given_before_opens_nothing_after(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable)
    visitor.get("/min-side/faktorer/tilfoej").submit(kind="authenticator_app")
    assert visitor.path == "/min-side/faktorer/aktiver"
    with_helper(visitor)
    assert session_of(sqlite_core).enrolment is None
    stop(visitor)
    assert visitor.get("/min-side/faktorer/aktiver").path == "/min-side/faktorer"
    assert visitor.get("/min-side/adgangskode").path.startswith("/bekraeft")
    confirm(visitor, sqlite_core, reachable)
    assert visitor.path == "/min-side/adgangskode"


def test_the_closed_page_leads_on_by_stopping(visitor, sqlite_core, reachable):
    log_on(visitor, sqlite_core, reachable)
    with_helper(visitor)
    visitor.get("/min-side/adgangskode").submit()
    assert visitor.path == "/bekraeft/anden-maade?next=%2Fmin-side%2Fadgangskode"
    assert banner(visitor) is None
