"""The CPR number: how it may be written, which century it means, how old it makes a person."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.cpr import CprDateError, CprError, CprFormatError, age_on, birth_date, is_replacement, parse_cpr


@pytest.mark.parametrize(
    "text",
    ["6712850001", "671285-0001", " 671285 0001 ", "67 12 85-00 01", "671285\u20130001", "671285\u00a00001"],
)
def test_spaces_and_hyphens_are_accepted(text):
    assert parse_cpr(text) == "6712850001"


@pytest.mark.parametrize(
    "text", ["", "671285", "67128500011", "671285000a", "٦712850001", "671285/0001", "1" * 1_000_000]
)
def test_anything_but_ten_digits_is_a_format_error(text):
    with pytest.raises(CprFormatError):
        parse_cpr(text)


@pytest.mark.parametrize("text", ["6013850001", "3202850001", "9202850001", "9002850001", "0001850001"])
def test_a_day_that_does_not_exist_is_a_date_error(text):
    with pytest.raises(CprDateError):
        parse_cpr(text)


def test_leap_day_exists_in_leap_years_only():
    assert birth_date("8902000000"[:6] + "4000") == date(2000, 2, 29)
    with pytest.raises(CprDateError):
        birth_date("8902010000"[:6] + "4000")
    with pytest.raises(CprDateError):  # 1900 was no leap year
        birth_date("8902000000")


@pytest.mark.parametrize(
    ("year", "seventh", "born"),
    [
        ("00", 0, 1900), ("99", 3, 1999),
        ("36", 4, 2036), ("37", 4, 1937), ("36", 9, 2036), ("37", 9, 1937), ("99", 9, 1999),
        ("57", 5, 2057), ("58", 5, 1858), ("57", 8, 2057), ("99", 8, 1899), ("00", 6, 2000),
    ],
)  # fmt: skip
def test_the_seventh_digit_gives_the_century(year, seventh, born):
    assert birth_date(f"6101{year}{seventh}000") == date(born, 1, 1)


def test_age_changes_on_the_birthday():
    cpr = parse_cpr("751112-4001")
    assert is_replacement(cpr)
    assert age_on(cpr, date(2026, 11, 14)) == 13
    assert age_on(cpr, date(2026, 11, 15)) == 14


def test_a_leap_day_child_turns_older_on_the_first_of_march():
    cpr = "8902084000"
    assert (age_on(cpr, date(2026, 2, 28)), age_on(cpr, date(2026, 3, 1))) == (17, 18)


def test_nobody_has_an_age_before_birth():
    with pytest.raises(CprDateError):
        age_on("7511124001", date(2012, 11, 14))


@given(st.text(min_size=6, max_size=20))
def test_any_text_is_a_cpr_number_or_a_cpr_error(text):
    with suppress(CprError):
        assert len(parse_cpr(text)) == 10


@given(st.from_regex(r"(00|3[2-9]|[45][0-9]|60|9[2-9])[0-9]{8}", fullmatch=True))
def test_an_error_never_repeats_the_number(text):
    with pytest.raises(CprDateError) as caught:
        parse_cpr(text)
    assert text[:6] not in str(caught.value)


@given(st.dates(date(1900, 1, 1), date(1999, 12, 31)), st.integers(0, 3999))
def test_every_number_of_the_last_century_gives_its_day_with_and_without_sixty(day, serial):
    rest = f"{day:%m%y}{serial:04d}"
    assert birth_date(f"{day.day:02d}{rest}") == birth_date(f"{day.day + 60}{rest}") == day
