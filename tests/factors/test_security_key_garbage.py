"""What is no answer of a key, however it is damaged, is refused and never raises."""

import json
import random

import pytest

from app.core import login
from app.core.login import Browser
from app.core.models import Citizen, Credential
from app.factors.security_key import check
from tests.support.authenticator import SoftKey
from tests.support.keys import ask, begin, give_key, judge
from tests.support.world import make_citizen

BROWSER = Browser("192.0.2.1", "Firefox", "device")

GARBAGE = [
    "",
    "{",
    "null",
    "[]",
    "{}",
    '{"id": 1}',
    "[" * 20_000,
    '{"a":' * 20_000,
    "x" * 100_000,
    '{"id": "Æ", "rawId": "Æ", "type": "public-key", "response": {}}',
    '{"id": "YQ", "rawId": "!", "type": "public-key", "response": {"clientDataJSON": "!", "attestationObject": "!", '
    '"authenticatorData": "!", "signature": "!", "userHandle": "!"}}',
    '{"id": "YQ", "rawId": "YQ", "type": "public-key", "response": {"clientDataJSON": "eyI", "attestationObject": "", '
    '"authenticatorData": "", "signature": "", "userHandle": 7}}',
    '{"id": "\\ud800", "rawId": "YQ", "type": ["public-key"], "response": {"clientDataJSON": "YQ"}}',
]


@pytest.mark.parametrize("text", GARBAGE)
def test_garbage_is_an_answer_too(sqlite_core, text):
    core = sqlite_core
    person, key = make_citizen(core), SoftKey()
    active, pending = give_key(core, person, key), begin(core, person)
    for credential_id in (active, pending):
        question, _ = ask(core, credential_id)
        assert judge(core, credential_id, question, text).reason in ("malformed", "void", "unknown")
    token = login.begin_alone(core, "security_key", BROWSER)
    assert login.answer_alone(core, token, {"response": text}, BROWSER).reason in ("unknown", "malformed")


def test_a_thousand_damaged_answers_never_raise_and_never_pass(sqlite_core):
    core = sqlite_core
    key, chance = SoftKey(), random.Random(2026)
    active = give_key(core, make_citizen(core), key)
    pending = begin(core, make_citizen(core, "another1", cpr="6111800002"))
    first, second = ask(core, active), ask(core, pending)
    answers = [
        (active, first[0] | {"alone": True}, key.answer(first[1])),
        (pending, second[0], SoftKey().register(second[1])),
    ]
    with core.database.write() as db:
        for _ in range(500):
            for credential_id, question, right in answers:
                credential = db.get_one(Credential, credential_id)
                context = core.context(db, db.get_one(Citizen, credential.citizen_id))
                judged = check.check(context, credential, question, {"response": damage(right, chance)})
                assert judged.reason in ("malformed", "wrong", "void", "unknown", "")
                if judged.ok:  # only where the damage hit what nothing depends on: attestation is not asked for
                    assert credential_id == pending
                    credential.data, credential.lookup_digest = {"user_handle": credential.data["user_handle"]}, None
        db.rollback()


def damage(response, chance):
    """Change, drop or double a few of its bytes, inside one of its parts."""
    whole = json.loads(response)
    name = chance.choice(list(whole["response"]))
    raw = bytearray(check.base64url_to_bytes(whole["response"][name]))
    place = chance.randrange(len(raw))
    kind = chance.choice(["flip", "cut", "double"])
    if kind == "flip":
        raw[place] ^= 1 << chance.randrange(8)
    elif kind == "cut":
        del raw[place:]
    else:
        raw[place:place] = raw[place:]
    whole["response"][name] = check.bytes_to_base64url(bytes(raw))
    return json.dumps(whole)
