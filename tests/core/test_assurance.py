"""Assurance levels."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.assurance import Level, reached

LEVELS = st.sampled_from(list(Level))
PREFIXES = ("", "https://data.gov.dk/concept/core/nsis/", "https://data.gov.dk/concept/core/nsis/loa/")


@given(LEVELS, LEVELS)
def test_a_log_on_is_worth_the_weaker_of_its_two_sides(identity, authenticators):
    level = reached(identity, authenticators)
    assert level in (identity, authenticators)
    assert level <= identity
    assert level <= authenticators
    assert level == reached(authenticators, identity)


@given(LEVELS, LEVELS, LEVELS)
def test_a_stronger_proof_is_never_worth_less(identity, one, other):
    if one <= other:
        assert reached(identity, one) <= reached(identity, other)


def test_the_order():
    assert Level.NONE < Level.LOW < Level.SUBSTANTIAL < Level.HIGH


@pytest.mark.parametrize("prefix", PREFIXES)
@pytest.mark.parametrize("level", [Level.LOW, Level.SUBSTANTIAL, Level.HIGH])
def test_the_words_of_the_brokers(prefix, level):
    assert Level.parse(prefix + level.term) is level


@given(st.text())
def test_anything_else_is_no_level(text):
    if not any(text == prefix + level.term for prefix in PREFIXES for level in list(Level)[1:]):
        with pytest.raises(ValueError, match="unknown assurance level"):
            Level.parse(text)


@pytest.mark.parametrize(
    "text", ["None", "low", "HIGH", " High", "https://data.gov.dk/concept/core/nsis/loa/nsis/High"]
)
def test_near_misses_are_no_level(text):
    with pytest.raises(ValueError, match="unknown assurance level"):
        Level.parse(text)
