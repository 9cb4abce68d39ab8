"""Reading what a browser sent for a key: whatever it is, the outcome is an answer or None, never an exception."""

import binascii
import json

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from webauthn.helpers import (
    base64url_to_bytes,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import AuthenticationCredential, RegistrationCredential

LONGEST = 32 * 1024
# What the libraries raise at bytes that are no answer: their own exceptions, and what their decoders let through.
REFUSED = (
    WebAuthnException,
    InvalidSignature,
    UnsupportedAlgorithm,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    AssertionError,
    RecursionError,
    binascii.Error,
)


def registration(text: str) -> RegistrationCredential | None:
    """The registration in a JSON text, or None."""
    try:
        return parse_registration_credential_json(_object(text))
    except REFUSED:
        return None


def assertion(text: str) -> AuthenticationCredential | None:
    """The assertion in a JSON text, or None."""
    try:
        return parse_authentication_credential_json(_object(text))
    except REFUSED:
        return None


def answers(answer: RegistrationCredential | AuthenticationCredential, challenge: str) -> bool:
    """True where the browser answered this very challenge, and not an older one."""
    try:
        return parse_client_data_json(answer.response.client_data_json).challenge == base64url_to_bytes(challenge)
    except REFUSED:
        return False


def _object(text: str) -> dict[str, object]:
    if len(text) > LONGEST:
        raise ValueError("too long")
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    return found
