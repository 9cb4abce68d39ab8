"""The legacy directory's reader: good lines in, bad lines named, nothing raised, nothing secret repeated."""

import io
import json
import tracemalloc
from itertools import repeat
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from hypothesis import given
from hypothesis import strategies as st

from app.migration.directory import (
    MAX_LINE_BYTES,
    BadLine,
    LegacyRecord,
    duplicate_reason,
    normalise_password,
    normalise_user_id,
    read_directory,
    split_lines,
)
from app.migration.directory_fields import FIELDS

HASH = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash("hemmelig1")
KEYS = {f"{number:04d}": f"{number * 7:06d}" for number in range(0, 148 * 3, 3)}


USER_ID_RULE = "user_id must be null, or 5 to 48 of the characters that a user id may have."
HASH_RULE = "password_hash must be an Argon2id hash in the PHC form, version 19."


def line(**changes):
    """One line's values; a change to ... leaves the field out, card_* changes a part of the card."""
    card = {"card_number": "G750159724", "keys": KEYS, "used": ["0003", "0000"]}
    values = {
        "nemid_number": "012345678",
        "cpr": "6712850001",
        "user_id": "Æble-42",
        "password_hash": HASH,
        "password_kind": "A",
        "given_name": "Åse",
        "family_name": "",
        "name_protected": False,
        "status": "active",
        "language": "da",
        "card": card,
    }
    for name, value in changes.items():
        place, key = (card, name.removeprefix("card__")) if name.startswith("card__") else (values, name)
        place[key] = value
        if value is ...:
            del place[key]
    return values


def encode(values):
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def read_one(content):
    (result,) = read_directory([content])
    return result


def reason(**changes):
    result = read_one(encode(line(**changes)))
    assert isinstance(result, BadLine), "the line was read"
    return result.reason


def test_a_good_line_is_read_whole():
    record = read_one(encode(line()))
    assert isinstance(record, LegacyRecord)
    assert (record.nemid_number, record.cpr, record.user_id) == ("012345678", "6712850001", "Æble-42")
    assert (record.given_name, record.family_name) == ("Åse", "")
    assert record.card.used == ("0000", "0003")
    assert len(record.card.keys) == 148
    assert len(record.card.unused) == 146
    assert record.card.keys["0003"] == "000021"


def test_the_card_is_sorted_by_number_however_it_was_written():
    record = read_one(encode(line(card__keys=dict(reversed(KEYS.items())))))
    assert list(record.card.keys) == sorted(KEYS)


def test_what_identifies_a_citizen_is_not_in_the_repr():
    shown = repr(read_one(encode(line())))
    for secret in ("012345678", "6712850001", "ble-42", "argon2id", "se'", "000021", "G750159724"):
        assert secret not in shown


def test_bom_blank_lines_and_line_endings_are_tolerated():
    good = encode(line())
    lines = [b"\xef\xbb\xbf" + good, b"\n", b"  \r\n", good.rstrip() + b"\r\n", good.rstrip()]
    assert [record.line_number for record in read_directory(lines)] == [1, 4, 5]


def test_bad_lines_do_not_stop_good_ones_and_keep_their_number():
    good = encode(line())
    results = list(read_directory([good, b"{\n", b"\n", b"[]\n", good]))
    assert [(type(result).__name__, result.line_number) for result in results] == [
        ("LegacyRecord", 1), ("BadLine", 2), ("BadLine", 4), ("LegacyRecord", 5),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"{", "The line is not valid JSON."),
        (b'{"cpr": NaN}', "The line is not valid JSON."),
        (b"[" * 60_000, "The line is not valid JSON."),
        (b"1" * 60_000, "The line holds a number that is too long."),
        (b"null", "The line is not a JSON object."),
        (b"[]", "The line is not a JSON object."),
        ("Åse".encode("latin-1"), "The line is not encoded in UTF-8."),
        ("{}".encode("utf-16"), "The line is not encoded in UTF-8."),
        (b" " * (MAX_LINE_BYTES + 1), "The line is longer than 65536 bytes."),
        (b'{"cpr": "1", "cpr": "1"}', "cpr is written twice."),
        (b'{"x1": "1", "x1": "1"}', "A field is written twice."),
        (b'{"card": {"keys": {"0001": "1", "0001": "2"}}}', "card.keys has the same number twice."),
        (b"{}", "nemid_number is missing."),
    ],
)
def test_what_is_no_line_of_the_format_says_so(content, wanted):
    assert read_one(content) == BadLine(1, wanted)


@pytest.mark.parametrize("name", list(line()))
@pytest.mark.parametrize("value", [..., 7, [], {"a": 1}, "", "\ud800", "\x00", "x" * 300])
def test_a_field_that_is_missing_or_wrong_is_named(name, value):
    if (name, value) != ("family_name", ""):  # a single name has an empty family name
        assert reason(**{name: value}).startswith((f"{name} ", f"{name}."))


@pytest.mark.parametrize("name", ["card_number", "keys", "used"])
@pytest.mark.parametrize("value", [..., None, 7, "", [7], {"1": 1}, "\ud800"])
def test_a_part_of_the_card_that_is_missing_or_wrong_is_named(name, value):
    assert reason(**{f"card__{name}": value}).startswith(f"card.{name} ")


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        ({"nemid_number": "12345678"}, "nemid_number must be nine digits."),
        ({"nemid_number": "١23456789"}, "nemid_number must be nine digits."),
        ({"cpr": "671285-0001"}, "cpr must be ten digits without space or hyphen."),
        ({"cpr": "9113850001"}, "cpr begins with a date that does not exist."),
        ({"user_id": "abcd"}, USER_ID_RULE),
        ({"user_id": " abcde"}, USER_ID_RULE),
        ({"user_id": "123456789"}, "user_id must not look like a NemID number or a CPR number."),
        ({"user_id": "671285-0001"}, "user_id must not look like a NemID number or a CPR number."),
        ({"password_hash": "$2b$12$abc"}, HASH_RULE),
        ({"password_hash": HASH + "AA"}, HASH_RULE),
        (
            {"password_hash": HASH.replace("m=8", "m=9999999")},
            "password_hash asks for more memory, passes or lanes than a log-on may cost.",
        ),
        (
            {"password_hash": HASH.replace("p=1", "p=8")},
            "password_hash asks for too little memory for its lanes.",
        ),
        ({"password_kind": "C"}, "password_kind must be one of: A, B."),
        ({"given_name": " "}, "given_name must not be empty."),
        ({"given_name": "a" * 201}, "given_name is longer than 200 characters."),
        ({"family_name": "a\u202eb"}, "family_name has a character that cannot be shown."),
        ({"name_protected": 1}, "name_protected must be true or false."),
        ({"status": "dead"}, "status must be one of: active, locked, blocked, awaiting_activation."),
        ({"language": "kl"}, "language must be one of: da, en."),
        ({"adresse": "Vej 1"}, "adresse is not a field of the format."),
        ({"6712850001": 1}, "The line has a field that is not in the format."),
        ({"card__colour": 1}, "card.colour is not a field of the format."),
        ({"card__670001": 1}, "card has a field that is not in the format."),
        ({"card__card_number": "g750159724"}, "card.card_number must be a capital letter and nine digits."),
        ({"card__keys": dict(list(KEYS.items())[:147])}, "card.keys must have 148 keys."),
        (
            {"card__keys": {**dict(list(KEYS.items())[1:]), "12": "123456"}},
            "card.keys must have numbers of four digits.",
        ),
        ({"card__keys": {**KEYS, "0003": "12345"}}, "card.keys must have keys that are text of six digits."),
        ({"card__keys": {**KEYS, "0003": 123456}}, "card.keys must have keys that are text of six digits."),
        ({"card__used": ["0003", "0003"]}, "card.used has the same number twice."),
        ({"card__used": ["0001"]}, "card.used names a key that is not on the card."),
    ],
)  # fmt: skip
def test_every_rule_has_its_sentence(changes, wanted):
    assert reason(**changes) == wanted


def test_a_number_that_fails_modulus_eleven_is_accepted():
    records = [read_one(encode(line(cpr=f"671285000{last}"))) for last in range(10)]
    assert all(isinstance(record, LegacyRecord) for record in records)


@given(st.lists(st.binary(max_size=80).filter(lambda content: content.strip()), max_size=8))
def test_garbage_never_raises_and_is_a_bad_line_with_its_number(contents):
    results = list(read_directory(contents))
    assert [result.line_number for result in results if isinstance(result, BadLine)] == [
        number for number, content in enumerate(contents, 1) if content.removeprefix(b"\xef\xbb\xbf").strip()
    ]


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(list(line())) | st.text(max_size=8), JSON_VALUES, max_size=12))
def test_any_json_object_is_a_record_or_a_bad_line_that_repeats_no_long_value(values):
    result = read_one(encode({**line(), **values}))
    if isinstance(result, BadLine):
        assert result.reason.endswith(".")
        texts = [value for value in values.values() if isinstance(value, str) and len(value) > 5]
        assert not any(text in result.reason for text in texts)


def test_a_huge_line_is_cut_and_counted_once():
    good = encode(line())
    stream = io.BytesIO(b"{" + b"x" * 300_000 + b"\n" + good + b" " * 70_000 + good + good.rstrip())
    results = list(read_directory(split_lines(stream)))
    assert [(type(result).__name__, result.line_number) for result in results] == [
        ("BadLine", 1), ("LegacyRecord", 2), ("BadLine", 3), ("LegacyRecord", 4),
    ]  # fmt: skip


@pytest.mark.parametrize("ending", [b"\n", b"\r\n", b""])
def test_a_line_of_exactly_the_limit_is_read(ending):
    full = encode(line()).rstrip().ljust(MAX_LINE_BYTES) + ending
    results = list(read_directory(split_lines(io.BytesIO(full + b"\n" + encode(line())))))
    assert all(isinstance(result, LegacyRecord) for result in results)


def test_memory_does_not_grow_with_the_directory():
    content = encode(line())
    tracemalloc.start()
    try:
        read = sum(1 for _ in read_directory(repeat(content, 500)))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert read == 500
    assert peak < 500_000


def test_old_passwords_of_kind_a_ignore_capitals_and_kind_b_is_kept():
    assert normalise_password("A", "SolSkin2026!") == "solskin2026!"
    assert normalise_password("B", "0420") == "0420"
    with pytest.raises(ValueError, match="kind is A or B"):
        normalise_password("C", "x")


def test_user_ids_are_compared_without_capitals_and_in_one_unicode_form():
    assert normalise_user_id(" A\u030aSE.Holm ") == normalise_user_id("åse.holm") == "åse.holm"


def test_the_importer_has_words_for_a_duplicate():
    assert duplicate_reason("cpr") == "cpr is already used by another citizen."


def test_every_field_and_every_reason_is_documented():
    text = (Path(__file__).parents[2] / "docs" / "legacy-directory.md").read_text("utf-8")
    for name in [*FIELDS, "card.card_number", "card.keys", "card.used"]:
        assert f"| `{name}` |" in text
    for mark in (mark for mark in test_every_rule_has_its_sentence.pytestmark if mark.name == "parametrize"):
        for _, sentence in mark.args[1]:
            ending = sentence.split(" ", 1)[1]
            assert sentence in text or ending in text or ending.split(":")[0] in text, sentence
