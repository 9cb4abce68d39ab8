"""The codes of OATH devices: counted (HOTP, RFC 4226) or timed (TOTP, RFC 6238). Pure.

A *place* is the number that a code is made from: the counter of an HOTP device, the time step of a TOTP device.
"""

import base64
import hashlib
import hmac
from collections.abc import Iterable

import pyotp

KINDS = ("hotp", "totp")
HASHES = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "sha512": hashlib.sha512}
DIGITS = (6, 7, 8)
# RFC 4226 section 4, R6: a shared secret has at least 128 bits.
SEED_BYTES = (16, 128)
PERIODS = (15, 120)

# One code is believed within the near window. 3 x 20 tries of 10^6 codes: a guess hits with a chance of 6e-5 before
# the device is disabled. Two codes in a row are believed within the far one (RFC 4226 section 7.4).
NEAR_COUNTS, FAR_COUNTS = 3, 20
NEAR_STEPS, FAR_STEPS = 1, 10
# How far back a counted code is known as one that was used, and not taken for a guess.
BACK_COUNTS = 3


def code_at(seed: bytes, place: int, *, digits: int, algorithm: str) -> str:
    """The code of a place."""
    maker = pyotp.HOTP(base64.b32encode(seed).decode(), digits=digits, digest=HASHES[algorithm])
    return maker.generate_otp(place)


def matching(seed: bytes, code: str, places: Iterable[int], *, digits: int, algorithm: str) -> list[int]:
    """The places whose code this is, rising; each is compared, whichever fits."""
    tried = ((place, code_at(seed, place, digits=digits, algorithm=algorithm)) for place in sorted(set(places)))
    return [place for place, right in tried if hmac.compare_digest(right, code)]


def near(kind: str, floor: int, expected: int) -> range:
    """Where one code alone is believed; `floor` is the last place used, `expected` the step of a timed device."""
    if kind == "hotp":
        return range(floor + 1, floor + 1 + NEAR_COUNTS)
    return range(max(0, expected - NEAR_STEPS), expected + NEAR_STEPS + 1)


def far(kind: str, floor: int, expected: int) -> range:
    """Where a code is looked for at all: two in a row are believed there, and used ones are known."""
    if kind == "hotp":
        return range(max(0, floor + 1 - BACK_COUNTS), floor + 1 + FAR_COUNTS)
    return range(max(0, expected - FAR_STEPS), expected + FAR_STEPS + 1)
