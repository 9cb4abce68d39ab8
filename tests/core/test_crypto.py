"""Keys, encryption at rest, digests."""

import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.crypto import CannotDecrypt, Keys, load_keys, new_keys, save_keys
from tests.support.parallel import at_once

KEYS = new_keys()


@given(st.text())
def test_what_was_encrypted_is_read_again(text):
    assert KEYS.decrypt(KEYS.encrypt(text, "a.b"), "a.b") == text


def test_the_same_text_is_never_encrypted_to_the_same_value():
    assert len({KEYS.encrypt("6111800001", "citizen.cpr") for _ in range(50)}) == 50


def test_a_value_moved_to_another_column_cannot_be_read_there():
    with pytest.raises(CannotDecrypt):
        KEYS.decrypt(KEYS.encrypt("Kirsten", "citizen.name"), "citizen.email")


@pytest.mark.parametrize("place", [3, 8, 20, 30])
def test_one_changed_character_is_found(place):
    value = KEYS.encrypt("Kirsten Ørsted", "citizen.name")
    changed = value[:place] + ("A" if value[place] != "A" else "B") + value[place + 1 :]
    with pytest.raises(CannotDecrypt):
        KEYS.decrypt(changed, "citizen.name")


@given(st.text())
def test_anything_else_is_refused_and_never_a_crash(text):
    with pytest.raises(CannotDecrypt):
        KEYS.decrypt(text, "citizen.name")


def test_another_installation_cannot_read_it():
    with pytest.raises(CannotDecrypt):
        new_keys().decrypt(KEYS.encrypt("x", "p"), "p")


def test_new_values_use_the_new_key_and_old_ones_stay_readable_until_it_is_retired():
    old = KEYS.encrypt("x", "p")
    both = KEYS.with_new_key()
    fresh = both.encrypt("y", "p")
    assert (both.decrypt(old, "p"), both.decrypt(fresh, "p")) == ("x", "y")
    assert fresh.startswith("k2.")
    assert both.is_current(fresh)
    assert not both.is_current(old)
    alone = both.only_current()
    assert alone.decrypt(fresh, "p") == "y"
    with pytest.raises(CannotDecrypt):
        alone.decrypt(old, "p")
    assert alone.with_new_key().current == "k3"


def test_digests_differ_by_purpose_and_by_installation_and_survive_a_new_encryption_key():
    digests = {KEYS.digest("x", "a"), KEYS.digest("x", "b"), KEYS.digest("y", "a"), new_keys().digest("x", "a")}
    assert len(digests) == 4
    assert KEYS.with_new_key().digest("x", "a") == KEYS.digest("x", "a")


@given(st.lists(st.text(min_size=1), min_size=1), st.lists(st.text(min_size=1), min_size=1))
def test_different_paths_give_different_keys(one, other):
    assert (KEYS.derive(*one) == KEYS.derive(*other)) == (one == other)


def test_the_key_file_is_its_owners_alone_and_is_read_again(tmp_path):
    path = tmp_path / "new" / "keys.json"
    made = load_keys(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert load_keys(path) == made
    save_keys(path, made.with_new_key())
    assert load_keys(path).decrypt(made.encrypt("x", "p"), "p") == "x"
    assert [file.name for file in path.parent.iterdir()] == ["keys.json"]


def test_two_first_starts_at_once_read_the_same_keys(tmp_path):
    found = at_once(8, lambda _number: load_keys(tmp_path / "keys.json"))
    assert len({keys.root for keys in found}) == 1


def test_the_keyring_does_not_print_itself():
    assert "secret" not in repr(Keys(b"root-secret", {"k1": b"other-secret"}, "k1"))
