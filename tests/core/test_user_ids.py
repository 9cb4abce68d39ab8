"""User ids: rules, comparison, suggestions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core import user_ids


@pytest.mark.parametrize("user_id", ["kirsten1", "Åse Østergård", "a.b-c_d", "12345", "x" * 48, "123456789"])
def test_good_ones(user_id):
    assert user_ids.problem(user_id) == ""


@pytest.mark.parametrize(
    ("user_id", "problem"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("abcd", "too_short"),
        ("  abcd  ", "too_short"),
        ("x" * 49, "too_long"),
        ("6111800001", "cpr"),
        ("611180-0001", "cpr"),
        ("611180 0001", "cpr"),
        ("kirsten<1>", "characters"),
        ("kirsten\u202e1", "characters"),
        ("kirsten\u200b1", "characters"),
        ("kirsten\x001", "characters"),
        ("кирстен1", "characters"),
        ("kirsten/1", "characters"),
    ],
)
def test_bad_ones(user_id, problem):
    assert user_ids.problem(user_id) == problem


@given(st.text())
def test_comparison_is_settled(text):
    folded = user_ids.fold(text)
    assert user_ids.fold(f"  {text.upper().lower()} ").strip() == user_ids.fold(text.upper().lower())
    if not user_ids.problem(text):
        assert user_ids.fold(folded) == folded == user_ids.fold(text.upper())


@pytest.mark.parametrize("name", ["Kirsten Ørsted", "Bo", "Åse", "李", "", "Jean-Luc Picard", "A" * 90])
def test_suggestions_are_free_and_keep_the_rules(core, person, name):
    with core.database.read() as db:
        for _ in range(20):
            suggested = user_ids.suggest(db, name, citizen_id=person.id)
            assert user_ids.problem(suggested) == ""
            assert not user_ids.is_taken(db, suggested, by_other_than="")
