"""What the device signs, and how its signature is judged: ECDSA on P-256 with SHA-256, as WebCrypto makes it.

A signed text names the portal's origin and the deed before anything else, so that no signature can be used for
another deed, or by a page at another address.
"""

import base64
import binascii
import hashlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256

TITLE = "approval app 1"
POINT_BYTES = 65
SIGNATURE_BYTES = 64


def text(origin: str, deed: str, *parts: str) -> bytes:
    """The text that is signed, a line for each part. No part holds a line break: see `is_plain`."""
    return "\n".join((TITLE, origin, deed, *parts)).encode()


def is_plain(*parts: str) -> bool:
    """True where the parts cannot be taken for other parts."""
    return all(len(part) <= 200 and part.isascii() and part.isprintable() for part in parts)


def read_key(encoded: str) -> ec.EllipticCurvePublicKey | None:
    """A public key from its uncompressed point in base64url, or None where it is none."""
    raw = _bytes_of(encoded, POINT_BYTES)
    try:
        return ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), raw) if raw else None
    except ValueError:  # a point that is not on the curve
        return None


def is_signed(public_key: str, signature: str, signed: bytes) -> bool:
    """True where `signature` (r and s in base64url, IEEE P1363) is the key's for this text."""
    key, raw = read_key(public_key), _bytes_of(signature, SIGNATURE_BYTES)
    if key is None or raw is None:
        return False
    half = SIGNATURE_BYTES // 2
    r, s = int.from_bytes(raw[:half], "big"), int.from_bytes(raw[half:], "big")
    try:
        key.verify(encode_dss_signature(r, s), signed, ec.ECDSA(SHA256()))
    except InvalidSignature:
        return False
    return True


def device_id(public_key: str) -> str:
    """What a device is known by: the digest of its public key, in base64url."""
    return base64.urlsafe_b64encode(hashlib.sha256(public_key.encode()).digest()).decode().rstrip("=")


def _bytes_of(encoded: str, length: int) -> bytes | None:
    """The bytes of base64url without padding, where there are so many; None for anything else."""
    try:
        raw = base64.b64decode(encoded + "=" * (-len(encoded) % 4), altchars=b"-_", validate=True)
    except (ValueError, binascii.Error):
        return None
    # Another spelling of the same bytes would be another device.
    spelled = base64.urlsafe_b64encode(raw).decode().rstrip("=") == encoded
    return raw if len(raw) == length and spelled else None
