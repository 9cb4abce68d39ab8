"""What the browser is asked for (WebAuthn section 5.4 and 5.5), as JSON for its own WebAuthn functions."""

from sqlalchemy import select
from webauthn import generate_authentication_options, generate_registration_options, options_to_json
from webauthn.helpers import base64url_to_bytes
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from app.core.account import short_name
from app.core.factor import Context, Question
from app.core.models import Credential

# WCAG 2.2.1: five minutes, the longest that WebAuthn recommends, for who needs time to find the key and to use it.
TIMEOUT_MILLISECONDS = 300_000
PREFERRED, REQUIRED = UserVerificationRequirement.PREFERRED, UserVerificationRequirement.REQUIRED


def registration(context: Context, credential: Credential, question: Question) -> str:
    """Make a new key, discoverable and with its person verified where it can; attestation is not asked for."""
    assert context.citizen is not None
    name, known = short_name(context.db, context.citizen), [_descriptor(key) for key in _keys_of_citizen(context)]
    return _creation(context, credential, question, name, ResidentKeyRequirement.PREFERRED, known)


def practice(context: Context, credential: Credential, question: Question, name: str) -> str:
    """Make a key to try with, under a name that says so. The key is asked to keep nothing of it: it is not to be
    discoverable (WebAuthn section 5.4.6), for nobody shall find it among their passkeys afterwards."""
    return _creation(context, credential, question, name, ResidentKeyRequirement.DISCOURAGED, [])


def _creation(
    context: Context,
    credential: Credential,
    question: Question,
    name: str,
    resident: ResidentKeyRequirement,
    known: list[PublicKeyCredentialDescriptor],
) -> str:
    return options_to_json(
        generate_registration_options(
            rp_id=context.settings.host,
            rp_name=context.settings.service_name,
            user_name=name,
            user_id=base64url_to_bytes(credential.data["user_handle"]),
            challenge=base64url_to_bytes(question["challenge"]),
            timeout=TIMEOUT_MILLISECONDS,
            authenticator_selection=AuthenticatorSelectionCriteria(resident_key=resident, user_verification=PREFERRED),
            exclude_credentials=known,
        )
    )


def assertion(context: Context, credential: Credential | None, question: Question) -> str:
    """Sign with this key; with any key that verifies its person where nobody is known yet."""
    return options_to_json(
        generate_authentication_options(
            rp_id=context.settings.host,
            challenge=base64url_to_bytes(question["challenge"]),
            timeout=TIMEOUT_MILLISECONDS,
            allow_credentials=[_descriptor(credential)] if credential else [],
            user_verification=PREFERRED if credential else REQUIRED,
        )
    )


def _keys_of_citizen(context: Context) -> list[Credential]:
    assert context.citizen is not None
    query = select(Credential).where(
        Credential.citizen_id == context.citizen.id,
        Credential.kind == "security_key",
        Credential.lookup_digest.is_not(None),
    )
    return list(context.db.scalars(query).all())


def _descriptor(credential: Credential) -> PublicKeyCredentialDescriptor:
    transports = [AuthenticatorTransport(name) for name in credential.data.get("transports", ())]
    return PublicKeyCredentialDescriptor(
        id=base64url_to_bytes(credential.data["credential_id"]), transports=transports or None
    )
