"""Telephone numbers and addresses as people write them, and as nobody should."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.contact import ContactError, ascii_email, mask_email, mask_mobile, parse_email, parse_mobile

ANYTHING = st.text(st.characters(exclude_categories=()), max_size=80)
NEARLY_A_NUMBER = st.text("0123456789+-() ./;=a#*\u202a\u202c\u00a0٤４", max_size=30)
NEARLY_AN_ADDRESS = st.text('ab.@-_"<>[]:,\\ æ\u200d\u202eßxn１.', max_size=40)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("20123456", "+4520123456"),
        ("20 12 34 56", "+4520123456"),
        (" 20-12-34-56\n", "+4520123456"),
        ("+45 20 12 34 56", "+4520123456"),
        ("+4520123456", "+4520123456"),
        ("0045 20123456", "+4520123456"),
        ("45 20 12 34 56", "+4520123456"),
        ("(+45) 20.12.34.56", "+4520123456"),
        ("\u202a+45 20 12 34 56\u202c", "+4520123456"),
        ("20\u00a012\u00a034\u00a056", "+4520123456"),
        ("20\u201112\u201134\u201156", "+4520123456"),
        ("２０１２３４５６", "+4520123456"),
        ("+46 (0)70-123 45 67", "+46701234567"),
        ("0046 70 123 45 67", "+46701234567"),
        ("+44 7911 123456", "+447911123456"),
        ("+1 212 555 1234", "+12125551234"),
        ("+298 212345", "+298212345"),
        ("+299 22 12 34", "+299221234"),
    ],
)
def test_a_number_is_taken_as_people_write_it(written, number):
    assert parse_mobile(written) == number
    assert parse_mobile(number) == number


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "empty"),
        (" \t\u200e ", "empty"),
        ("112", "too_short"),
        ("1813", "too_short"),
        ("2012345", "too_short"),
        ("+45", "not_a_number"),
        ("201234567", "too_long"),
        ("1" * 65, "too_long"),
        ("1" * 1_000_000, "too_long"),
        ("ring til mig", "not_a_number"),
        ("20123456 lokal 4", "not_a_number"),
        ("20123456;ext=4", "not_a_number"),
        ("+45+4520123456", "not_a_number"),
        ("٢٠١٢٣٤٥٦", "not_a_number"),
        ("12345678", "not_a_number"),
        ("-", "not_a_number"),
        ("+999 123456", "bad_country"),
        ("90 12 34 56", "premium"),
        ("+44 70 1234 5678", "premium"),
        ("+979 123 456 789", "premium"),
        ("+881 6 1234 5678", "premium"),
        ("80 20 20 20", "not_mobile"),
        ("+46 8 123 456 78", "not_mobile"),
        ("2012\u202e3456", "control_characters"),
        ("2012\x003456", "control_characters"),
        ("2012\r\n3456", "control_characters"),
        ("2012\ud8003456", "control_characters"),
    ],
)
def test_what_is_no_mobile_number_says_why(written, code):
    with pytest.raises(ContactError) as error:
        parse_mobile(written)
    assert error.value.code == code


def test_a_landline_is_taken_where_a_call_will_do():
    assert parse_mobile("+46 8 123 456 78", allow_landline=True) == "+46812345678"
    assert parse_mobile("33 92 52 00", allow_landline=True) == "+4533925200"
    with pytest.raises(ContactError, match="premium"):
        parse_mobile("90 12 34 56", allow_landline=True)
    with pytest.raises(ContactError, match="not_mobile"):
        parse_mobile("80 20 20 20", allow_landline=True)


def test_another_region_may_be_the_default():
    assert parse_mobile("070-123 45 67", "SE") == "+46701234567"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("mette@example.dk", "mette@example.dk"),
        (" Mette.Hansen@Example.DK ", "Mette.Hansen@example.dk"),
        ("\u200emette+nemid@example.dk\u202c", "mette+nemid@example.dk"),
        ("mette@rødgrød.dk", "mette@rødgrød.dk"),
        ("mette@xn--rdgrd-vuad.dk", "mette@rødgrød.dk"),
    ],
)
def test_an_address_is_taken_as_people_write_it(written, address):
    assert parse_email(written) == address
    assert parse_email(address) == address


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("", "empty"),
        ("\u00a0", "empty"),
        ("mette.example.dk", "no_at"),
        ("@example.dk", "bad_name"),
        ("met te@example.dk", "bad_name"),
        ("søren@example.dk", "bad_name"),
        ('"mette hansen"@example.dk', "bad_name"),
        ("a@b@example.dk", "bad_name"),
        ("mette@", "bad_domain"),
        ("mette@example", "bad_domain"),
        ("mette@example,dk", "bad_domain"),
        ("mette@example..dk", "bad_domain"),
        ("mette@localhost", "bad_domain"),
        ("mette@[192.0.2.1]", "bad_domain"),
        ("Mette <mette@example.dk>", "bad_domain"),
        ("mette@example.dk\r\nBcc: x@example.dk", "control_characters"),
        ("met\u202ete@example.dk", "control_characters"),
        ("met\x00te@example.dk", "control_characters"),
        ("met\u2028te@example.dk", "control_characters"),
        ("a" * 250 + "@example.dk", "too_long"),
        ("a@" * 500_000, "too_long"),
    ],
)
def test_what_is_no_address_says_why(written, code):
    with pytest.raises(ContactError) as error:
        parse_email(written)
    assert error.value.code == code


def test_an_address_is_sent_to_in_ascii():
    assert ascii_email("mette@rødgrød.dk") == "mette@xn--rdgrd-vuad.dk"
    assert ascii_email("mette@example.dk") == "mette@example.dk"
    with pytest.raises(ContactError, match="control_characters"):
        ascii_email("mette@example.dk\nx")


@given(ANYTHING | NEARLY_A_NUMBER)
def test_no_text_breaks_the_reading_of_numbers(text):
    for landline in (False, True):
        try:
            number = parse_mobile(text, allow_landline=landline)
        except ContactError:
            continue
        assert parse_mobile(number, allow_landline=landline) == number


@given(ANYTHING | NEARLY_AN_ADDRESS | st.emails())
def test_no_text_breaks_the_reading_of_addresses(text):
    try:
        address = parse_email(text)
    except ContactError:
        return
    assert parse_email(address) == address
    assert address.isprintable()


def test_a_number_is_shown_by_its_last_two_digits_only():
    danish, swedish = mask_mobile("+4520123442"), mask_mobile("+46701234567")
    assert (danish.shown, danish.ending) == ("•• •• •• 42", "42")
    assert (swedish.shown, swedish.ending) == ("+46 •• •• •• 67", "67")


def test_an_address_is_shown_by_its_first_letter_and_domain_only():
    masked = mask_email("mette@example.dk")
    assert (masked.shown, masked.first, masked.domain) == ("m•••@example.dk", "m", "example.dk")
    assert mask_email("m@example.dk").shown == masked.shown


@given(ANYTHING)
def test_masking_never_breaks_nor_tells_the_middle(text):
    assert mask_mobile(text).ending == text[-2:]
    assert mask_email(text).first in ("", text[:1])
