"""The ways that are gone with a text browser: a log-on with a code card, and the first steps of the crossing."""

from contextlib import AbstractContextManager

from a11y_tests.journeys.factors import Card, owned
from a11y_tests.journeys.secrets import old_key
from a11y_tests.journeys.text.lynx import TextBrowser, text_browser
from a11y_tests.journeys.traveller import Traveller


def log_on(me: Traveller) -> None:
    """From the front page to Min side, with a code card, and off again."""
    assert me.person.new is not None
    card = owned(me, "code_card")
    assert isinstance(card, Card)
    with _at_the_front_page(me) as lynx:
        lynx.follow(me.say("log_on"))
        lynx.arrive(me.say("log_on"))
        lynx.fill(me.say("user_id"), me.person.new["user_id"])
        lynx.fill(me.say("password"), me.person.new["password"])
        lynx.press(me.say("go_on"))
        lynx.arrive(me.say("ask_code_card"))
        lynx.fill(me.say("code"), card.card.answer(lynx.text, me.say("find_number")))
        lynx.press(me.say("go_on"))
        lynx.arrive(me.say("my_page"))
        lynx.press(me.say("log_off"))
        lynx.arrive(me.say("logged_off"))


def begin_to_cross(me: Traveller) -> None:
    """Steps 1 and 2, and step 3 with nothing given, up to the choice of a new way to log on."""
    with _at_the_front_page(me) as lynx:
        lynx.follow(me.say("switch"))
        lynx.arrive(me.say("crossing"))
        lynx.follow(me.say("begin"))
        lynx.arrive(me.say("old_log_on"))
        lynx.fill(me.say("old_user_id"), me.person.old_user_id)
        lynx.fill(me.say("password"), me.person.old["password"])
        lynx.press(me.say("go_on"))
        lynx.arrive(me.say("find_key"))
        lynx.fill(me.say("key"), old_key(me.person, lynx.text, me.say("find_this_number")))
        lynx.press(me.say("go_on"))
        lynx.arrive(me.say("terms"))
        lynx.press(me.say("accept"))
        lynx.arrive(me.say("contact"))
        lynx.press(me.say("go_on"))
        lynx.arrive(me.say("choice"))


def _at_the_front_page(me: Traveller) -> AbstractContextManager[TextBrowser]:
    return text_browser(me.portal.url + ("/" if me.language == "da" else "/en"))
