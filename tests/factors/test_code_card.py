"""The code card: its numbers and codes, the sticky question, and a card that is used to its end."""

from contextlib import contextmanager

import pytest

from app.core import login, outbox, proof
from app.core.context import Core
from app.core.crypto import new_keys
from app.core.db import Database
from app.core.login import Browser
from app.core.models import Citizen, Credential, new_id
from app.factors.code_card import FACTOR, check, layout
from app.ui.i18n import translate
from tests.support.logging_on import session_of, start
from tests.support.parallel import at_once
from tests.support.world import card_code, give_factor, make_citizen


def new_card(**data):
    serial = data.pop("serial", "K000000001")
    return Credential(id=new_id(), kind="code_card", data={"serial": serial, "used": "0", "asked": None, **data})


@pytest.fixture
def owner(core):
    return make_citizen(core, email="kirsten@example.dk")


@pytest.fixture
def card(core, owner):
    """An active card of a citizen, on both databases."""
    return give_factor(core, owner, "code_card")


@contextmanager
def locked(core, credential_id):
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id, with_for_update=True)
        yield core.context(db, db.get_one(Citizen, credential.citizen_id)), credential


def ask(core, credential_id, *, requested=False):
    with locked(core, credential_id) as (context, credential):
        return check.ask(context, credential, requested=requested)


def judge(core, credential_id, question, code):
    """The verdict of the whole proof, throttle and all."""
    with locked(core, credential_id) as (context, credential):
        return proof.judge(context, FACTOR, credential, question, {"code": code})


def notices_of(core):
    with core.database.read() as db:
        return [message.purpose for message in outbox.recent(db, 500)]


# The card itself


def test_every_card_has_148_distinct_numbers_that_rise():
    keys = new_keys()
    for _ in range(100):
        numbers = check.numbers(keys, new_card())
        assert len(set(numbers)) == 148
        assert numbers == sorted(numbers)
        assert all(len(number) == 4 and number.isdigit() for number in numbers)


@pytest.mark.parametrize("digits", [slice(0, 2), slice(2, 4), slice(4, 6)])
def test_codes_are_spread_evenly(digits):
    """Chi-square over 14,800 codes and 100 pairs of digits: above 200 with 99 degrees of freedom is 1 in 10^8."""
    keys, seen = new_keys(), [0] * 100
    for _ in range(100):
        card = new_card()
        for position in range(check.SIZE):
            seen[int(check.code_at(keys, card, position)[digits])] += 1
    expected = 100 * check.SIZE / 100
    assert sum((count - expected) ** 2 / expected for count in seen) < 200


def test_a_card_is_always_the_same_and_no_two_are_alike():
    keys, first, second = new_keys(), new_card(), new_card()
    assert check.table(keys, first) == check.table(keys, first)
    assert check.table(keys, first) != check.table(keys, second), "though they have the same serial"
    assert check.table(keys, first) != check.table(new_keys(), first)


def test_the_codes_stand_nowhere_in_the_database(core, card):
    with core.database.read() as db:
        kept = db.get_one(Credential, card)
        assert set(kept.data) == {"serial", "used", "asked"}
        assert kept.secret is None


def test_every_position_has_one_place_and_the_columns_are_read_downwards():
    assert layout.GRIDS[layout.PRINT].columns * layout.GRIDS[layout.PRINT].lines == check.SIZE
    places = [layout.place(position) for position in range(check.SIZE)]
    assert len(set(places)) == check.SIZE
    columns = layout.columns(check.table(new_keys(), new_card(used="1")))
    assert [len(column) for column in columns] == [37, 37, 37, 37]
    assert [entry.place for column in columns for entry in column] == places
    assert [entry.used for entry in columns[0][:2]] == [True, False]


@pytest.mark.parametrize("form", layout.GRIDS)
def test_in_every_form_each_position_has_a_place_that_leads_back(form):
    places = [layout.place(position, form) for position in range(check.SIZE)]
    assert [layout.GRIDS[form].position(place) for place in places] == list(range(check.SIZE))


@pytest.mark.parametrize(
    ("form", "danish", "english"),
    [
        (layout.PRINT, "Det står i kolonne 1, linje 34.", "It stands in column 1, line 34."),
        (
            layout.LARGE,
            "I stor skrift står det på side 3, linje 14.",
            "In the large print it stands on page 3, line 14.",
        ),
        (
            layout.LIST,
            "På listen står det under overskriften ”Kode 31 til 40”, linje 4.",
            "In the list it stands under the heading “Codes 31 to 40”, line 4.",
        ),
        (layout.BRAILLE, "I punktskrift står det på side 3, linje 16.", "In braille it stands on page 3, line 16."),
        (layout.AUDIO, "På lyd er det i fil 4, kode 4.", "As sound it is in file 4, code 4."),
    ],
)
def test_every_form_says_where_a_number_stands(form, danish, english):
    said = layout.where(33, form, check.SIZE)
    assert translate("da", said) == danish
    assert translate("en", said) == english


# The question


def test_the_question_is_sticky(core, card):
    first = ask(core, card)
    assert all(ask(core, card, requested=number % 2 == 0) == first for number in range(100))


def test_the_question_is_the_same_in_another_session_and_after_a_restart(sqlite_core):
    person = make_citizen(sqlite_core)
    give_factor(sqlite_core, person, "code_card")
    first = start(sqlite_core, person).challenge
    assert start(sqlite_core, person, Browser(source="198.51.100.7", label="Another")).challenge == first
    database = Database(sqlite_core.settings.database, sqlite_core.database.keys)
    restarted = Core(sqlite_core.settings, database, sqlite_core.passwords, sqlite_core.factors)
    again = login.start(restarted, person.user_id, person.password, Browser())
    assert session_of(restarted, again.token).challenge == first
    database.engine.dispose()


def test_a_wrong_code_does_not_change_the_question(core, card):
    question = ask(core, card)
    wrong = f"{(int(card_code(core, card)) + 1) % 10**6:06d}"
    assert judge(core, card, question, wrong).reason == "wrong"
    assert ask(core, card) == question


def test_the_whole_card_is_used_once_each_and_then_there_is_nothing_to_ask(core, card):
    asked = []
    for _ in range(check.SIZE):
        question = ask(core, card)
        asked.append(question["position"])
        assert judge(core, card, question, card_code(core, card)).ok
    assert sorted(asked) == list(range(check.SIZE))
    assert ask(core, card) == {"position": None}
    assert judge(core, card, {"position": None}, "123456").reason == "void"


def test_the_citizen_is_told_once_that_few_codes_are_left(core, owner, card):
    told = []
    with locked(core, card) as (_context, credential):
        used = (1 << check.SIZE - check.FEW - 2) - 1
        credential.data = {**credential.data, "used": f"{used:x}"}
    for _ in range(4):
        assert judge(core, card, ask(core, card), card_code(core, card)).ok
        told.append(notices_of(core).count("code_card.few_left"))
    assert told == [0, 1, 1, 1]


def test_of_fifty_threads_with_one_code_exactly_one_wins(core, card):
    question, code = ask(core, card), card_code(core, card)
    verdicts = at_once(50, lambda _: judge(core, card, question, code))
    assert sum(verdict.ok for verdict in verdicts) == 1
    assert {verdict.reason for verdict in verdicts} == {"", "void"}
    with core.database.read() as db:
        assert check.left(db.get_one(Credential, card)) == check.SIZE - 1


def test_ten_wrong_codes_in_a_row_disable_the_card(core, card):
    question, right = ask(core, card), int(card_code(core, card))
    reasons = []
    for number in range(1, 11):
        with locked(core, card) as (_context, credential):
            credential.locked_until = None
        reasons.append(judge(core, card, question, f"{(right + number) % 10**6:06d}").reason)
    assert reasons == ["wrong"] * 9 + ["disabled"]
    assert judge(core, card, question, f"{right:06d}").reason == "disabled"
