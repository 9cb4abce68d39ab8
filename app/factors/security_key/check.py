"""The security key (WebAuthn level 3): registration is the first proof, an assertion each further one.

A question is a challenge of 64 random bytes that only the session knows, and what is done with it: `registers` for a
new key, `alone` where nobody is known yet. `credential.data` holds credential_id, public_key and user_handle in
base64url and the transports; `credential.counter` is the last signature count.
"""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from webauthn import verify_authentication_response, verify_registration_response
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, generate_challenge
from webauthn.helpers.structs import AuthenticationCredential, CredentialDeviceType
from webauthn.registration.verify_registration_response import VerifiedRegistration

from app.core import events
from app.core.assurance import Level
from app.core.factor import Check, Context, Question
from app.core.models import Credential
from app.core.sealed import digest, keys_of
from app.factors.security_key import reading

KIND = "security_key"
# WebAuthn section 7.1 step 26: no authenticator makes a longer id.
LONGEST_ID = 1023
MALFORMED = Check("malformed", counts=False)
UNKNOWN = Check("unknown", counts=False)
UNVERIFIED = Check("unverified", counts=False)
USED = Check("used", counts=False)
VOID = Check("void", counts=False)
WRONG = Check("wrong")


def prepare(context: Context, credential: Credential, _given: Mapping[str, str]) -> None:
    """A key that is still to be registered."""
    credential.data = {"user_handle": user_handle(context, credential.citizen_id)}


def set_key(
    context: Context, credential: Credential, *, credential_id: str, public_key: str, transports: tuple[str, ...] = ()
) -> None:
    """Keep a key's id and public key (base64url; the key as COSE)."""
    credential.data = {
        **credential.data,
        "credential_id": credential_id,
        "public_key": public_key,
        "transports": list(transports),
        "user_handle": user_handle(context, credential.citizen_id),
    }
    credential.lookup_digest = _digest(context, credential_id)


def user_handle(context: Context, citizen_id: str) -> str:
    """Whose key it is, in base64url: the same for all keys of a citizen, and nothing that says who it is (WebAuthn
    section 14.6.1)."""
    return bytes_to_base64url(keys_of(context.db).derive("security_key", "user_handle", citizen_id))


def ask(_context: Context, credential: Credential | None, *, requested: bool) -> Question:
    """A new challenge every time."""
    challenge = bytes_to_base64url(generate_challenge())
    registers = credential is not None and "public_key" not in credential.data
    return {"challenge": challenge, "registers": registers, "alone": credential is None}


def find(context: Context, given: Mapping[str, str]) -> Credential | None:
    """The key that answers, by its id."""
    answer = reading.assertion(given.get("response", ""))
    if answer is None:
        return None
    query = select(Credential).where(Credential.lookup_digest == _digest(context, answer.id), Credential.kind == KIND)
    return context.db.scalar(query)


def check(context: Context, credential: Credential, question: Question, given: Mapping[str, str]) -> Check:
    """Judge a registration or an assertion, whichever was asked."""
    challenge = question.get("challenge")
    registered = "public_key" in credential.data
    if not challenge or bool(question.get("registers")) == registered:
        return VOID
    if not registered:
        return _register(context, credential, challenge, given.get("response", ""))
    return _assert(context, credential, challenge, given.get("response", ""), alone=bool(question.get("alone")))


def _register(context: Context, credential: Credential, challenge: str, response: str) -> Check:
    answer = reading.registration(response)
    if answer is None:
        return MALFORMED
    if not reading.answers(answer, challenge):
        return VOID
    try:
        made = verify_registration_response(
            credential=answer,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=context.settings.host,
            expected_origin=origin(context),
        )
    except reading.REFUSED:
        return WRONG
    if len(made.credential_id) > LONGEST_ID:
        return MALFORMED
    transports = tuple(item.value for item in answer.response.transports or [])
    return _keep(context, credential, made, transports)


def _keep(context: Context, credential: Credential, made: VerifiedRegistration, transports: tuple[str, ...]) -> Check:
    """Keep the new key; a key that anybody has registered already is refused, two at once as well."""
    credential_id, public_key = bytes_to_base64url(made.credential_id), bytes_to_base64url(made.credential_public_key)
    try:
        with context.db.begin_nested():
            set_key(context, credential, credential_id=credential_id, public_key=public_key, transports=transports)
            credential.counter = made.sign_count
            context.db.flush()
    except IntegrityError:
        return USED
    return Check()


def _assert(context: Context, credential: Credential, challenge: str, response: str, *, alone: bool) -> Check:
    answer = reading.assertion(response)
    if answer is None:
        return MALFORMED
    if answer.id != credential.data["credential_id"]:
        return UNKNOWN
    if not reading.answers(answer, challenge):
        return VOID
    # WebAuthn section 7.2 step 6: where nobody was known before, the handle must say that the key is this citizen's.
    handle = answer.response.user_handle
    if (alone or handle) and handle != base64url_to_bytes(credential.data["user_handle"]):
        return UNKNOWN
    try:
        proven = _verify(context, credential, answer, challenge)
    except reading.REFUSED:
        return _wrong(context, credential, alone)
    if alone and not proven.user_verified:
        return UNVERIFIED
    if _goes_back(context, credential, proven.new_sign_count):
        return _wrong(context, credential, alone)
    credential.counter = proven.new_sign_count
    return Check(level=level_of(proven))


def _wrong(context: Context, credential: Credential, alone: bool) -> Check:
    """Without a password before it, a wrong answer is noted and not counted: else a stranger who knows a key's id
    could shut its citizen out. A signature cannot be guessed."""
    if not alone:
        return WRONG
    events.record(
        context.db, "factor.wrong", credential.citizen_id, credential=credential.id, kind=KIND, reason="wrong"
    )
    return Check("wrong", counts=False)


def _verify(
    context: Context, credential: Credential, answer: AuthenticationCredential, challenge: str
) -> VerifiedAuthentication:
    return verify_authentication_response(
        credential=answer,
        expected_challenge=base64url_to_bytes(challenge),
        expected_rp_id=context.settings.host,
        expected_origin=origin(context),
        credential_public_key=base64url_to_bytes(credential.data["public_key"]),
        credential_current_sign_count=0,  # `_goes_back` compares, to leave an event where the count is too low
    )


def _goes_back(context: Context, credential: Credential, count: int) -> bool:
    """True where the count did not rise: somebody may have a copy of the key (WebAuthn section 6.1.1). Keys that do
    not count always say 0."""
    if count > credential.counter or count == credential.counter == 0:
        return False
    events.record(context.db, "factor.counter_regressed", credential.citizen_id, credential=credential.id, kind=KIND)
    return True


def level_of(proven: VerifiedAuthentication) -> Level:
    """High where the key verified its person and cannot be copied. A passkey that is synchronised between devices can
    be: SP 800-63B-4 (appendix B) lets it reach the level below at most."""
    bound = proven.credential_device_type == CredentialDeviceType.SINGLE_DEVICE
    return Level.HIGH if proven.user_verified and bound else Level.SUBSTANTIAL


def origin(context: Context) -> str:
    """The only origin whose answers count: a phishing relay has another."""
    return context.settings.base_url.rstrip("/")


def _digest(context: Context, credential_id: str) -> str:
    return digest(context.db, credential_id, "webauthn")
