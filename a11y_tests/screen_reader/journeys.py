"""The journeys of somebody who hears: one whole crossing, and a log-on with a mistake in it."""

from a11y_tests.journeys.secrets import AuthenticatorApp
from a11y_tests.people import Person
from a11y_tests.screen_reader.listener import KEY, Listener

# Every letter has a key of its own on the keyboard of the language.
NEW_PASSWORD = {"da": "violinens grønne skygger danser", "en": "green violins dance slowly"}
WRONG_PASSWORD = "dette er ikke rigtigt"


def cross(me: Listener) -> None:
    """From the front page to the receipt, with an authenticator app whose key is heard letter by letter."""
    me.open("home", "/", "/en")
    me.follow("crossing", "switch")
    me.follow("old_log_on", "begin")
    show_old_nemid(me)
    me.follow("contact", "accept")
    me.follow("choice")
    me.choose("authenticator_app")
    me.follow("new_logon")
    me.fill("new_password", NEW_PASSWORD[me.reader.lang])
    me.follow("prepare")
    me.follow("setup_authenticator_app")
    app = set_up_app(me)
    prove(me, app)


def show_old_nemid(me: Listener) -> None:
    """Step 1: number, password, and the key beside the number that is heard."""
    me.fill("old_user_id", me.person.old["nemid_number"])
    me.fill("password", me.person.old["password"])
    me.follow("find_key")
    me.fill("key", me.person.old["keys"][me.number_heard()])
    me.follow("terms")


def set_up_app(me: Listener) -> AuthenticatorApp:
    """Copy the key, and hear it letter by letter too."""
    spelt = me.copy_key()
    heard = next(text for text in me.page.utterances if KEY.search(text))
    assert spelt == KEY.search(heard).group().replace(" ", ""), me.transcript()
    return AuthenticatorApp(spelt)


def prove(me: Listener, app: AuthenticatorApp) -> None:
    """A wrong code first, and then two that are right."""
    me.fill("app_code", "12 34")
    me.fail()
    me.write(app.code())
    me.follow("ask_authenticator_app")
    me.fill("app_code", app.code())
    me.follow("receipt")


def log_on(me: Listener) -> None:
    """With user ID, a wrong password first, and a code from the card beside the number that is heard."""
    new = me.person.new
    me.open("log_on", "/log-paa", "/en/log-on")
    me.fill("user_id", new["user_id"])
    me.fill("password", WRONG_PASSWORD)
    me.fail()
    me.fill("password", new["password"])
    me.follow("ask_code_card")
    me.fill("code", me.person.new_factor("code_card")["codes"][me.number_heard()])
    me.follow("my_page")


def secrets_of(person: Person) -> list[str]:
    """What must never be said: every password that this person types (not four digits, which may stand anywhere)."""
    new = [person.new["password"]] if person.new else []
    typed = [*NEW_PASSWORD.values(), WRONG_PASSWORD, person.old["password"], *new]
    return [password for password in typed if len(password) > 4]
