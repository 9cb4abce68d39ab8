"""The demo country: the same people for the same seed, the mix that was promised, and nobody real."""

import stat
from collections import Counter

import pytest
from argon2 import PasswordHasher
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.cpr import age_on, is_replacement
from app.demo.citizen import DemoCitizen
from app.demo.country import REFERENCE_DAY, default_hasher, people, write_directory
from app.demo.passwords import keeps_rules
from app.demo.personas import PERSONAS
from app.migration.directory import LegacyRecord, normalise_password, read_directory, split_lines

CHEAP = default_hasher(memory_kib=8, passes=1)


@pytest.fixture(scope="module")
def country() -> list[DemoCitizen]:
    return people()


@pytest.fixture(scope="module")
def records(country, tmp_path_factory) -> list[LegacyRecord]:
    path = tmp_path_factory.mktemp("country") / "directory.jsonl"
    write_directory(path, country, CHEAP)
    with path.open("rb") as stream:
        return list(read_directory(split_lines(stream)))


def test_the_same_seed_gives_the_same_people(country):
    assert people() == country


def test_a_smaller_country_is_the_beginning_of_a_larger_one(country):
    assert people(count=100) == country[:100]


def test_the_people_are_the_same_in_every_process(country):
    """Testers keep these ids: a change of the generator that moves them must be meant."""
    assert (country[501].cpr, country[501].password) == ("6711901322", "fyrtaarn{7394")


def test_another_seed_gives_other_people_and_the_same_personas(country):
    other = people(seed=7, count=200)
    named = len(PERSONAS)
    assert other[:named] == country[:named]
    assert not {citizen.cpr for citizen in other[named:]} <= {citizen.cpr for citizen in country}


@pytest.mark.parametrize("count", [0, 1, len(PERSONAS), len(PERSONAS) + 1])
def test_as_many_people_as_asked_for(count):
    assert len(people(count=count)) == count


@settings(max_examples=15, deadline=None)
@given(st.integers())
def test_nobody_is_real_and_every_rule_is_kept_whatever_the_seed(seed):
    for citizen in people(seed=seed, count=40):
        assert is_replacement(citizen.cpr)
        assert 13 <= age_on(citizen.cpr, REFERENCE_DAY) <= 104
        assert keeps_rules(citizen.password_kind, citizen.password, cpr=citizen.cpr, nemid_number=citizen.nemid_number)


def test_no_id_is_used_twice(country):
    for ids in (
        [citizen.cpr for citizen in country],
        [citizen.nemid_number for citizen in country],
        [citizen.card.card_number for citizen in country],
        [citizen.user_id.lower() for citizen in country if citizen.user_id],
    ):
        assert len(set(ids)) == len(ids)


def test_the_mix_of_people(country):
    ages = [age_on(citizen.cpr, REFERENCE_DAY) for citizen in country]
    assert (min(ages), max(ages)) == (13, 104)
    assert 30 <= sum(age < 18 for age in ages) <= 120
    names = " ".join(citizen.name.lower() for citizen in country)
    assert all(names.count(letter) > 20 for letter in "æøå-")
    assert 3 <= sum(citizen.family_name == "" for citizen in country) <= 30
    assert max(len(citizen.name) for citizen in country) > 60
    assert 10 <= sum(citizen.name_protected for citizen in country) <= 60


def test_the_mix_of_old_ids(country):
    states = Counter(citizen.status for citizen in country)
    assert states["active"] > 850
    assert all(15 <= states[state] <= 45 for state in ("locked", "blocked", "awaiting_activation"))
    assert 350 <= sum(citizen.user_id is not None for citizen in country) <= 470
    assert 60 <= sum(citizen.password_kind == "B" for citizen in country) <= 140
    assert 40 <= sum(citizen.language == "en" for citizen in country) <= 120
    left = [len(citizen.card.unused) for citizen in country]
    assert 10 <= sum(0 < keys < 20 for keys in left) <= 90
    assert left.count(0) == 1
    assert any(citizen.nemid_number.startswith("0") for citizen in country)


def test_women_have_an_even_last_digit(country):
    sofie, karl = country[2], country[1]
    assert (sofie.given_name, int(sofie.cpr[-1]) % 2) == ("Sofie", 0)
    assert (karl.given_name, int(karl.cpr[-1]) % 2) == ("Karl Åge", 1)


def test_the_reader_reads_every_line_of_the_file(country, records):
    assert all(isinstance(record, LegacyRecord) for record in records)
    assert [(record.cpr, record.user_id, record.card) for record in records] == [
        (citizen.cpr, citizen.user_id, citizen.card) for citizen in country
    ]


def test_the_file_holds_hashes_of_the_normalised_passwords(country, records):
    for citizen, record in list(zip(country, records, strict=True))[::50]:
        typed = normalise_password(record.password_kind, citizen.password.upper())
        assert PasswordHasher().verify(record.password_hash, typed)


def test_the_file_is_for_its_owner_only_and_holds_no_clear_password(tmp_path, country):
    path = tmp_path / "directory.jsonl"
    write_directory(path, country[:30], CHEAP)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    content = path.read_text("utf-8")
    assert not any(f'"{citizen.password}"' in content for citizen in country[:30])
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_could_not_be_finished_does_not_replace_the_old_one(tmp_path, country):
    class Broken:
        def hash(self, password: str) -> str:
            raise OSError("no more memory")

    path = tmp_path / "directory.jsonl"
    path.write_text("old")
    with pytest.raises(OSError, match="no more memory"):
        write_directory(path, country[:3], Broken())
    assert path.read_text() == "old"


def test_the_default_hash_has_the_parameters_of_owasp():
    assert default_hasher().hash("x").startswith("$argon2id$v=19$m=19456,t=2,p=1$")
