"""The code reader: tied once, asked from another browser, its code good once."""

import pytest

from app.core import clock, enrol, sessions
from app.core.assurance import Level
from app.core.models import Citizen, Session
from app.factors.reader_page import check, device
from app.factors.reader_page.style import Style
from app.ui.speech import SLOW, speak_code
from tests.support.logging_on import start
from tests.support.moving import MovingClock
from tests.support.parallel import at_once
from tests.support.reading import PHONE, ask, begin, code_to_connect, give_reader, heard, judge
from tests.support.world import credential_of, give_factor, make_citizen


@pytest.fixture
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def person(core, time):
    return make_citizen(core)


@pytest.fixture
def secret(core, person):
    """What the device of an active code reader holds."""
    return give_reader(core, person)


@pytest.fixture
def reader(person, secret):
    return person.credentials["reader_page"]


@pytest.fixture
def asking(core, person, reader):
    """The session that asks, after the password."""
    return start(core, person)


@pytest.fixture
def question(asking):
    return asking.challenge["question"]


def other_than(code):
    return f"{(int(code) + 1) % 10**6:06d}"


def test_a_connection_code_ties_one_device(core, person):
    code = code_to_connect(core, begin(core, person))
    assert device.pair(core, f"{code[:4]} {code[4:]}".lower(), PHONE, None).state == "paired"
    assert device.pair(core, code, PHONE, None).state == "unknown"


def test_of_fifty_devices_one_is_tied(core, person):
    code = code_to_connect(core, begin(core, person))
    states = [paired.state for paired in at_once(50, lambda _: device.pair(core, code, PHONE, None))]
    assert states.count("paired") == 1
    assert set(states) <= {"paired", "unknown", "source"}


def test_a_connection_code_is_too_old_after_ten_minutes(core, person, time):
    code = code_to_connect(core, begin(core, person))
    time.forward(minutes=10)
    assert device.pair(core, code, PHONE, None).state == "expired"


@pytest.mark.parametrize("code", ["", "7HPK4M2X", "ø" * 8, "7" * 500])
def test_what_is_no_connection_code_is_unknown(core, person, code):
    begin(core, person)
    assert device.pair(core, code, PHONE, None).state == "unknown"


def test_guesses_of_connection_codes_end(core, person):
    states = {device.pair(core, "7HPK4M2X", PHONE, None).state for _ in range(core.settings.source_failures + 1)}
    assert states == {"unknown", "source"}


def test_no_code_before_somebody_asks(core, secret):
    assert device.hear(core, secret, None) == "nobody"
    assert device.look(core, secret, None).is_asked is False


def test_the_device_sees_who_asks(core, secret, asking):
    seen = device.look(core, secret, None)
    assert (seen.is_asked, seen.asks, seen.code) == (True, "Firefox, Linux", "")


def test_the_right_code_is_good_once(core, secret, reader, question):
    code = heard(core, secret)
    assert judge(core, reader, question, code).level == Level.SUBSTANTIAL
    assert judge(core, reader, question, code).reason == "void"
    assert credential_of(core, reader).failures == 0


def test_of_fifty_threads_with_one_code_exactly_one_wins(core, secret, reader, question):
    code = heard(core, secret)
    verdicts = at_once(50, lambda _: judge(core, reader, question, code))
    assert sum(verdict.ok for verdict in verdicts) == 1
    assert {verdict.reason for verdict in verdicts} == {"", "void"}


def test_of_fifty_presses_one_makes_a_code(core, secret, question):
    made = at_once(50, lambda _: device.hear(core, secret, None))
    assert made.count("made") == 1
    assert set(made) == {"made", "too_soon"}


def test_three_wrong_tries_void_the_code(core, secret, reader, question, time):
    code = heard(core, secret)
    reasons = []
    for _ in range(3):
        reasons.append(judge(core, reader, question, other_than(code)).reason)
        time.forward(minutes=1)
    assert reasons == ["wrong", "wrong", "void"]
    assert judge(core, reader, question, code).reason == "unheard"
    assert judge(core, reader, question, heard(core, secret)).ok


@pytest.mark.parametrize(("minutes", "reason"), [(9.99, ""), (10, "expired")])
def test_a_code_lasts_ten_minutes(core, secret, reader, question, time, minutes, reason):
    code = heard(core, secret)
    time.forward(minutes=minutes)
    assert judge(core, reader, question, code).reason == reason
    time.forward(minutes=-minutes)
    assert not judge(core, reader, question, code).ok


@pytest.mark.parametrize("code", ["", "12345", "1234567", "12345a", "١٢٣٤٥٦"])
def test_what_is_no_code_is_no_guess(core, secret, reader, question, code):
    right = heard(core, secret)
    assert judge(core, reader, question, code).reason == "malformed"
    assert credential_of(core, reader).failures == 0
    assert judge(core, reader, question, right).ok


def test_a_guess_without_a_code_is_worth_nothing(core, secret, reader, question):
    assert judge(core, reader, question, "123456").reason == "unheard"


def test_a_code_is_for_the_browser_that_asked_last(core, person, secret, reader, question):
    old = heard(core, secret)
    later = start(core, person).challenge["question"]
    assert judge(core, reader, question, old).reason == "void"
    assert judge(core, reader, later, old).reason == "unheard"


def test_a_pause_and_a_cap(core, secret, reader, question, time):
    first = heard(core, secret)
    time.forward(seconds=29)
    assert device.hear(core, secret, None) == "too_soon"
    assert device.look(core, secret, None).code == first
    time.forward(seconds=1)
    for _ in range(check.CODES_A_DAY - 1):
        assert device.hear(core, secret, None) == "made"
        time.forward(seconds=30)
    assert device.hear(core, secret, None) == "too_many"


def test_who_answers_rightly_need_not_wait(core, person, secret, reader, question):
    assert judge(core, reader, question, heard(core, secret)).ok
    again = start(core, person).challenge["question"]
    assert judge(core, reader, again, heard(core, secret)).ok


def test_the_browser_that_asks_gets_no_code(core, secret, asking):
    assert device.hear(core, secret, asking) == "same"
    assert device.hear(core, secret, None) == "made"
    seen = device.look(core, secret, asking)
    assert (seen.same, seen.code) == (True, "")


def test_the_browser_that_sets_it_up_cannot_be_the_device(core, person, asking):
    pending = begin(core, person)
    ask(core, asking, pending)
    code = code_to_connect(core, pending)
    assert device.pair(core, code, PHONE, asking).state == "same"
    assert device.pair(core, code, PHONE, None).state == "paired"


def test_nobody_gets_a_code_for_a_log_on_that_was_given_up(core, secret, asking):
    with core.database.write() as db:
        sessions.revoke(db.get_one(Session, asking.id))
    assert device.hear(core, secret, None) == "nobody"


def test_the_device_of_a_removed_reader_is_dead(core, person, secret, reader, question):
    give_factor(core, person, "code_card")
    with core.database.write() as db:
        enrol.remove(db, db.get_one(Citizen, person.id), reader)
    assert device.look(core, secret, None) is None
    assert device.hear(core, secret, None) == "unknown"
    assert device.keep(core, secret, Style()) is False


def test_two_readers_know_their_own_device(core, person, secret, reader):
    second = give_reader(core, person)
    other = person.credentials["reader_page"]
    session = start(core, person)
    question = ask(core, session, other)
    code = heard(core, second)
    assert device.look(core, secret, None).code == ""
    assert judge(core, other, question, code).ok
    assert device.look(core, "another", None) is None
    assert device.look(core, "", None) is None


def test_a_locked_reader_makes_no_code(core, secret, reader, question):
    code = heard(core, secret)
    for _ in range(3):
        judge(core, reader, question, other_than(code))
    assert device.hear(core, secret, None) == "locked"


def test_no_secret_stands_readable(core, secret, reader, question):
    code, credential = heard(core, secret), credential_of(core, reader)
    for kept in (question, credential.data, credential.secret, credential.lookup_digest):
        assert code not in str(kept).replace("-", " ")
        assert secret not in str(kept)


def test_the_style_is_kept_and_nothing_else_is_taken(core, secret, reader):
    wanted = Style("both", "ordinary", 2, 3, "en")
    assert device.keep(core, secret, wanted)
    assert device.look(core, secret, None).style == wanted
    assert Style.read({"how": "film", "speed": 9, "pause": -1, "repeats": 99, "voice": "sv"}) == Style()


def test_the_pause_is_as_long_as_was_chosen():
    slow = SLOW._replace(digit=4.0, group=8.0)
    assert Style(pause=4).speak("123456", "da") == speak_code("123456", "da", repeats=2, pauses=slow)
    assert Style(voice="en").speak("123456", "da") == speak_code("123456", "en")
    assert Style(voice="page").speak("123456", "da") == speak_code("123456", "da")
