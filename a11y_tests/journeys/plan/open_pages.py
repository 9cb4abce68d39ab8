"""Journeys for which nobody logs on: what is open to all, what is tried out first, and what goes wrong anywhere."""

from a11y_tests.browser import SecurityKey
from a11y_tests.journeys.mistakes import leave_empty
from a11y_tests.journeys.plan.journey import Journey, Seats
from a11y_tests.journeys.visits import TOO_LONG, TOO_MANY, look_at, post
from a11y_tests.pages import ROOMS


def _open_pages(seats: Seats) -> None:
    me = seats.take("everyday")
    for name in ROOMS["open"]:
        look_at(me, "open", name)
    look_at(me, "open", "choose_help", "?ask=1&no_smartphone=y&sees_little=y", "with advice")
    look_at(me, "open", "mailbox", "?to=mette@example.dk", "of one")
    me.open(*ROOMS["open"]["choose_help"])
    for box in me.page.get_by_role("checkbox").all():
        box.check()
    me.press("show_what_suits")
    me.look("nothing suits")


def _rehearsal(seats: Seats) -> None:
    me = seats.take("everyday")
    me.open(*ROOMS["open"]["rehearsal"])
    for link in me.page.get_by_role("main").locator("li a").evaluate_all("all => all.map(a => a.pathname)"):
        me.open(link, link)
        me.look(link.rsplit("/", 1)[-1])
        if me.page.get_by_role("main").get_by_role("button", name=me.say("go_on"), exact=True).is_visible():
            leave_empty(me)


def _what_goes_wrong(seats: Seats) -> None:
    me = seats.take("everyday")
    me.open("/findes-ikke", "/en/not-here")
    me.look()
    look_at(me, "no pages", "session_extend")
    post(me, "logon", {"user_id": "x"})
    me.look("403")
    post(me, "logon", {"user_id": "x"}, kind="multipart/form-data")
    me.look("415")
    post(me, "logon", {f"field{number}": "x" for number in range(TOO_MANY)})
    me.look("400")
    me.open("/log-paa", "/en/log-on")
    me.page.get_by_label(me.say("user_id"), exact=True).fill("x" * TOO_LONG)
    me.press("go_on")
    me.look("413")


def _key_of_somewhere_else(seats: Seats) -> None:
    me = seats.take("everyday")
    SecurityKey(me.page)
    me.open("/log-paa/noegle", "/en/log-on/key")
    me.page.get_by_role("button", name=me.say("use_key")).click()
    me.page.get_by_role("heading", name=me.say("key_not_used")).wait_for()
    me.look("error by script")


JOURNEYS = (
    Journey("open pages", _open_pages, quick=True),
    Journey("trying out each way", _rehearsal),
    Journey("what goes wrong", _what_goes_wrong, quick=True),
    Journey("a key of somewhere else", _key_of_somewhere_else),
)
