"""Seeds as PSKC (RFC 6030): plain, or encrypted with AES-CBC under a pre-shared key or one made from a password.

What is encrypted must carry a right MAC (RFC 6030 section 6.2: AES-CBC alone protects nothing against change).
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from app.factors.code_device import xml
from app.factors.code_device.records import Bad, BadRecord, Record, Unreadable, judged, whole_number

NAMES = {
    "p": "urn:ietf:params:xml:ns:keyprov:pskc",
    "enc": "http://www.w3.org/2001/04/xmlenc#",
    "enc11": "http://www.w3.org/2009/xmlenc11#",
}
PROFILES = {f"{NAMES['p']}:hotp": "hotp", f"{NAMES['p']}:totp": "totp"}
CIPHERS = {f"{NAMES['enc']}aes{bits}-cbc": bits // 8 for bits in (128, 192, 256)}
MACS = {
    "http://www.w3.org/2000/09/xmldsig#hmac-sha1": "sha1",
    "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256": "sha256",
}
PBKDF2 = (
    "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2",
    "http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5#pbkdf2",
)
MOST_ROUNDS = 5_000_000
BLOCK = 16


@dataclass(frozen=True)
class Secret:
    """What the file is encrypted with: the pre-shared key, or the password; neither for a plain file."""

    key: bytes | None = field(default=None, repr=False)
    password: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True)
class _Opener:
    """Opens encrypted values: the key, and how and with what their MAC is made."""

    key: bytes = field(repr=False)
    mac: str = ""
    mac_key: bytes = field(default=b"", repr=False)


def read(data: bytes, secret: Secret) -> Iterator[Record | Bad]:
    """Every key of the container, good or bad. Raises Unreadable where nothing of it can be read."""
    root = xml.parse(data)
    if root.tag != f"{{{NAMES['p']}}}KeyContainer":
        raise Unreadable("the XML is no PSKC KeyContainer")
    opener = _opener(root, secret)
    for number, package in enumerate(root.iterfind("p:KeyPackage", NAMES), start=1):
        serial = _text(package, "p:DeviceInfo/p:SerialNo") or _identifier(package)
        try:
            yield judged(_record(package, serial, opener))
        except BadRecord as error:
            yield Bad(f"serial {serial[:40]}" if serial.isprintable() and serial else f"key {number}", str(error))


def _identifier(package: Element) -> str:
    key = package.find("p:Key", NAMES)
    return key.get("Id", "") if key is not None else ""


def _record(package: Element, serial: str, opener: _Opener | None) -> Record:
    keys = package.findall("p:Key", NAMES)
    if len(keys) != 1:
        raise BadRecord("the package must hold one key")
    key = keys[0]
    counter, interval = _value(key, "Counter", opener), _value(key, "TimeInterval", opener)
    response = key.find("p:AlgorithmParameters/p:ResponseFormat", NAMES)
    if response is not None and response.get("Encoding", "DECIMAL") != "DECIMAL":
        raise BadRecord("the codes are not decimal")
    seed = _value(key, "Secret", opener)
    if seed is None:
        raise BadRecord("there is no secret")
    return Record(
        serial=serial,
        kind=PROFILES.get(key.get("Algorithm", ""), ""),
        seed=seed,
        digits=whole_number(response.get("Length", "6") if response is not None else "6", "the length"),
        period=30 if interval is None else int.from_bytes(interval, "big"),
        counter=0 if counter is None else int.from_bytes(counter, "big"),
        algorithm=_hash_of(_text(key, "p:AlgorithmParameters/p:Suite")),
    )


def _hash_of(suite: str) -> str:
    """HMAC-SHA256, SHA-256 and the like as `sha256`; SHA-1 where nothing is said (RFC 6238 section 1.2)."""
    return suite.lower().removeprefix("hmac-").replace("-", "") or "sha1"


def _value(key: Element, name: str, opener: _Opener | None) -> bytes | None:
    """The value of `Secret`, `Counter` ... as bytes; numbers too, highest byte first (RFC 6030 section 4.2)."""
    place = key.find(f"p:Data/p:{name}", NAMES)
    if place is None:
        return None
    plain, sealed = place.find("p:PlainValue", NAMES), place.find("p:EncryptedValue", NAMES)
    if plain is not None:
        text = plain.text or ""
        return _base64(text) if name == "Secret" else whole_number(text, name).to_bytes(8, "big")
    if sealed is None:
        raise BadRecord(f"{name} has no value")
    if opener is None:
        raise BadRecord("it is encrypted, and neither key nor password was given")
    return _opened(sealed, _text(place, "p:ValueMAC"), opener)


def _opened(sealed: Element, mac: str, opener: _Opener) -> bytes:
    """Decrypt, once the MAC over the encrypted bytes was found right."""
    body = _base64(_text(sealed, "enc:CipherData/enc:CipherValue"))
    if not opener.mac:
        raise BadRecord("the file names no MAC for what is encrypted")
    if not hmac.compare_digest(hmac.digest(opener.mac_key, body, opener.mac), _base64(mac)):
        raise BadRecord("the MAC is wrong: the value was changed, or the key is another")
    return _decrypt(sealed, body, opener.key)


def _decrypt(sealed: Element, body: bytes, key: bytes) -> bytes:
    method = sealed.find("enc:EncryptionMethod", NAMES)
    if method is None or CIPHERS.get(method.get("Algorithm", "")) != len(key):
        raise BadRecord("it must be encrypted with AES-CBC, and the key must have its length")
    if len(body) < 2 * BLOCK or len(body) % BLOCK:
        raise BadRecord("the encrypted value is cut off")
    decryptor = Cipher(AES(key), CBC(body[:BLOCK])).decryptor()
    padded = decryptor.update(body[BLOCK:]) + decryptor.finalize()
    if not 1 <= padded[-1] <= BLOCK:
        raise BadRecord("the encrypted value cannot be opened with this key")
    return padded[: -padded[-1]]


def _opener(root: Element, secret: Secret) -> _Opener | None:
    """How this container is opened, or None where it is plain or no key was given. Raises Unreadable."""
    encryption = root.find("p:EncryptionKey", NAMES)
    derived = root.find("p:EncryptionKey/enc11:DerivedKey", NAMES)
    if encryption is None:
        return None
    try:
        key = _derived(derived, secret.password) if derived is not None else secret.key
        if key is None:
            return None
        return _with_mac(root.find("p:MACMethod", NAMES), key)
    except BadRecord as error:
        raise Unreadable(f"the container's key: {error}") from error


def _with_mac(method: Element | None, key: bytes) -> _Opener:
    """RFC 6030 section 6.2: the MAC has a key of its own, encrypted with the container's; else the container's."""
    if method is None:
        return _Opener(key)
    algorithm = MACS.get(method.get("Algorithm", ""))
    if algorithm is None:
        raise BadRecord("the MAC must be HMAC-SHA1 or HMAC-SHA256")
    sealed = method.find("p:MACKey", NAMES)
    if sealed is None:
        return _Opener(key, algorithm, key)
    return _Opener(key, algorithm, _decrypt(sealed, _base64(_text(sealed, "enc:CipherData/enc:CipherValue")), key))


def _derived(derived: Element, password: bytes | None) -> bytes | None:
    """PBKDF2 (RFC 8018) as the container says; the names of its parts come with and without a namespace."""
    method = derived.find("enc11:KeyDerivationMethod", NAMES)
    if method is None or method.get("Algorithm") not in PBKDF2:
        raise BadRecord("it must be made with PBKDF2")
    if password is None:
        return None
    salt, rounds, length = (_anywhere(method, name) for name in ("Specified", "IterationCount", "KeyLength"))
    count, size = whole_number(rounds, "IterationCount"), whole_number(length or "16", "KeyLength")
    if not 1 <= count <= MOST_ROUNDS or size not in CIPHERS.values():
        raise BadRecord("its iteration count or key length is not usable")
    return hashlib.pbkdf2_hmac(_prf(method), password, _base64(salt), count, size)


def _prf(method: Element) -> str:
    prf = next((item for item in method.iter() if item.tag.rpartition("}")[2] == "PRF"), None)
    named = (prf.get("Algorithm", "") if prf is not None else "").lower()
    return "sha256" if "sha256" in named else "sha1"


def _anywhere(method: Element, name: str) -> str:
    return next((item.text or "" for item in method.iter() if item.tag.rpartition("}")[2] == name), "")


def _text(place: Element, path: str) -> str:
    return (place.findtext(path, "", NAMES) or "").strip()


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadRecord("a value is not base64") from error
