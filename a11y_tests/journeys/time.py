"""Time that runs out: a session that is over, and a form that was being filled in just then."""

from a11y_tests.journeys import account, logon
from a11y_tests.journeys.factors import InHand
from a11y_tests.journeys.traveller import Traveller

TYPED = "lang.adresse@example.dk"


def run_out(me: Traveller) -> None:
    """The session ends as by itself: the server beside the portal is asked for more time, and gives none at all."""
    page = me.tab.context.new_page()
    page.goto(me.portal.beside + ("/min-side" if me.language == "da" else "/en/my-page"))
    with page.expect_navigation():
        page.get_by_role("main").get_by_role("button", name=me.say("stay"), exact=True).first.click()
    page.close()


def run_out_in_mid_form(me: Traveller, factor: InHand) -> None:
    """A form is sent too late: the log-on says that what was typed is kept, and it is (WCAG 2.2.5)."""
    account.visit(me, factor, "contact_email")
    me.fill("own_email", TYPED)
    run_out(me)
    me.press("send_code")
    me.arrive("log_on", "the session is over in mid-form")
    logon.go_on(me, factor)
    me.look("typed before the session was over")
    assert me.value("own_email") == TYPED, "what was typed is lost"
