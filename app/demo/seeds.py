"""Secrets of the demo personas' new factors: derived from their keys, so the same ones in every country.

They are as public as this file. Nothing but the demo ever uses them.
"""

import base64
import hashlib
from functools import cache

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from webauthn.helpers import bytes_to_base64url

_P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def totp_seed(key: str) -> str:
    """Return a seed for an authenticator app: 160 bits as 32 characters of base32, without padding."""
    return base64.b32encode(_derive("totp", key)[:20]).decode("ascii")


def device_seed(key: str) -> str:
    """Return a seed for a code device: 160 bits as 32 characters of base32, without padding."""
    return base64.b32encode(_derive("device", key)[:20]).decode("ascii")


@cache
def security_key(key: str) -> dict[str, str]:
    """Return a WebAuthn credential on P-256 (ES256), every part in base64url without padding.

    `private_key` is PKCS#8, as Chromium's virtual authenticator takes it; `public_key` is the COSE key
    that a relying party stores (RFC 9053 section 7.1).
    """
    number = int.from_bytes(_derive("security key", key), "big") % (_P256_ORDER - 1) + 1
    private = ec.derive_private_key(number, ec.SECP256R1())
    pkcs8 = private.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    return {
        "credential_id": bytes_to_base64url(_derive("credential id", key)),
        "private_key": bytes_to_base64url(pkcs8),
        "public_key": bytes_to_base64url(_cose_key(private.public_key())),
    }


def _derive(purpose: str, key: str) -> bytes:
    return hashlib.sha256(f"Overgang demo / {purpose} / {key}".encode()).digest()


def _cose_key(public: ec.EllipticCurvePublicKey) -> bytes:
    """Encode {1: 2, 3: -7, -1: 1, -2: x, -3: y}: key type EC2, algorithm ES256, curve P-256, coordinates."""
    numbers = public.public_numbers()
    x, y = (number.to_bytes(32, "big") for number in (numbers.x, numbers.y))
    return bytes.fromhex("a5010203262001215820") + x + bytes.fromhex("225820") + y
