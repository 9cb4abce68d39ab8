"""The personas: a need and a state each, data that the portal accepts, and seeds that work."""

import base64
import json
import re
from pathlib import Path

import phonenumbers
import pyotp
import pytest
from cryptography.hazmat.primitives.serialization import load_der_private_key
from email_validator import validate_email
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.decode_credential_public_key import decode_credential_public_key
from zxcvbn import zxcvbn

from app.core.cpr import age_on, is_replacement
from app.demo.country import REFERENCE_DAY, people
from app.demo.listing import demo_json
from app.demo.passwords import keeps_rules
from app.demo.personas import PERSONAS, persona
from app.demo.seeds import security_key, totp_seed

NEEDS = {
    "everyday", "no-smartphone", "screen-reader", "braille", "low-vision", "deaf", "deafblind", "tremor",
    "dyslexia", "poor-memory", "english", "abroad", "under-18",
}  # fmt: skip
CROSSED = [one for one in PERSONAS if one.crossed]
every_persona = pytest.mark.parametrize("one", PERSONAS, ids=lambda one: one.key)


def test_every_need_and_every_state_has_its_persona():
    assert {one.key for one in PERSONAS} >= NEEDS
    assert {one.status for one in PERSONAS} == {"active", "locked", "blocked", "awaiting_activation"}
    assert len({one.key for one in PERSONAS}) == len(PERSONAS)
    assert persona("abroad").mobile == "+46701740605"
    assert age_on(persona("under-18").cpr, REFERENCE_DAY) == 13
    assert persona("english").language == "en"


@every_persona
def test_a_persona_is_fictitious_and_keeps_the_old_scheme_s_rules(one):
    assert is_replacement(one.cpr)
    assert keeps_rules(one.password_kind, one.password, cpr=one.cpr, nemid_number=one.nemid_number)
    assert re.fullmatch("[0-9]{9}", one.nemid_number)
    assert one.need.endswith(".")


@every_persona
def test_contact_data_are_ones_that_the_portal_accepts(one):
    if one.email:
        assert validate_email(one.email, check_deliverability=False).domain in ("example.dk", "example.com")
    if one.mobile:
        assert phonenumbers.is_valid_number(phonenumbers.parse(one.mobile))


def test_those_who_crossed_have_every_mix_of_factors():
    assert [[factor["kind"] for factor in one.new.factors] for one in CROSSED] == [
        ["authenticator_app", "code_card"],
        ["code_card"],
        ["audio_code", "code_card"],
        ["authenticator_app"],
        ["security_key", "authenticator_app"],
        ["code_device", "code_card", "recovery_codes"],
    ]


@pytest.mark.parametrize("one", CROSSED, ids=lambda one: one.key)
def test_a_new_eid_has_a_strong_password_and_an_id_of_its_own(one):
    assert zxcvbn(one.new.password, [one.new.user_id, one.given_name, one.family_name])["score"] == 4
    assert 8 <= len(one.new.password) <= 64
    assert re.fullmatch(r"[a-z][a-z0-9.-]{4,47}", one.new.user_id)
    assert one.new.user_id != one.user_id
    assert one.new.factors[0]["kind"] == one.factor


def test_seeds_have_160_bits_and_differ():
    seeds = {factor["seed"] for one in CROSSED for factor in one.new.factors if "seed" in factor}
    assert len(seeds) == 4
    assert all(len(base64.b32decode(seed)) == 20 for seed in seeds)
    assert re.fullmatch("[0-9]{6}", pyotp.TOTP(totp_seed("crossed-app")).now())


def test_the_security_key_s_halves_belong_together():
    key = security_key("crossed-key-and-app")
    private = load_der_private_key(base64url_to_bytes(key["private_key"]), None)
    public = decode_credential_public_key(base64url_to_bytes(key["public_key"]))
    numbers = private.public_key().public_numbers()
    assert (int.from_bytes(public.x, "big"), int.from_bytes(public.y, "big")) == (numbers.x, numbers.y)
    assert key != security_key("another")


def test_the_listing_has_what_a_machine_needs_to_log_on():
    listing = demo_json(people(count=60))
    assert json.loads(json.dumps(listing)) == listing
    by_key = {citizen["key"]: citizen for citizen in listing["citizens"]}
    karl, maja = by_key["no-smartphone"], by_key["crossed-app-and-card"]
    assert (karl["old"]["nemid_number"], karl["old"]["password"], karl["new"]) == ("012345678", "4826", None)
    assert len(karl["old"]["keys"]) == 148
    assert maja["new"]["factors"][0]["seed"] == totp_seed("crossed-app-and-card")
    assert (maja["crossed"], maja["born"], maja["status"]) == (True, "1990-10-10", "active")
    assert listing["citizens"][-1]["key"] is None


def test_every_citizen_of_the_listing_has_the_same_fields():
    citizens = demo_json(people(count=60))["citizens"]
    assert len({tuple(citizen) for citizen in citizens}) == 1
    assert len({tuple(citizen["old"]) for citizen in citizens}) == 1


def test_what_the_portal_issued_is_laid_over_the_factors():
    (number,) = (one.nemid_number for one in CROSSED if one.key == "crossed-app-and-card")
    listing = demo_json(people(count=60), issued={number: [{}, {"codes": {"0001": "123456"}}]})
    (maja,) = (citizen for citizen in listing["citizens"] if citizen["key"] == "crossed-app-and-card")
    assert maja["new"]["factors"][1] == {"kind": "code_card", "name": "Kodekort", "codes": {"0001": "123456"}}


def test_every_persona_is_documented():
    text = (Path(__file__).parents[2] / "docs" / "legacy-directory.md").read_text("utf-8")
    assert not [one.key for one in PERSONAS if f"`{one.key}`" not in text]
