"""The old scheme's password rules, as the demo's made-up passwords must keep them."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.demo.passwords import keeps_rules, make_password

CPR, NEMID = "6712850001", "210000013"


@pytest.mark.parametrize("password", ["havkat27", "A1bcde", "a" * 3 + "1" + "b" * 3 + "2", "x9{}!#$&(*)", "1a" * 20])
def test_kind_a_accepts(password):
    assert keeps_rules("A", password, cpr=CPR, nemid_number=NEMID)


@pytest.mark.parametrize(
    "password",
    [
        "ab12", "abcdefg", "1234567", "blåbær12", "aaaa12", "aAaA12", " abc123", "abc 123", "1a" * 21,
        f"a{CPR}", f"a{NEMID}", "abc12\n",
    ],
)  # fmt: skip
def test_kind_a_refuses(password):
    assert not keeps_rules("A", password, cpr=CPR, nemid_number=NEMID)


@pytest.mark.parametrize("password", ["123", "12345", "abcd", "1111", "1234", "4321", "7128", "0001", "١٢٣٤"])
def test_kind_b_refuses(password):
    assert not keeps_rules("B", password, cpr=CPR, nemid_number=NEMID)


@settings(max_examples=50, deadline=None)
@given(st.integers(), st.sampled_from("AB"))
def test_made_up_passwords_keep_the_rules(seed, kind):
    password = make_password(Random(seed), kind, cpr=CPR, nemid_number=NEMID)
    assert keeps_rules(kind, password, cpr=CPR, nemid_number=NEMID)
