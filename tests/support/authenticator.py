"""A security key made of software, for tests without a browser: it answers options as a browser and its key would."""

import hashlib
import json
import secrets
from dataclasses import dataclass, field

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

PRESENT, VERIFIED, CAN_BE_BACKED_UP, HAS_CREDENTIAL = 0x01, 0x04, 0x08, 0x40


@dataclass
class SoftKey:
    """One key with one credential (ES256). Its attributes may be changed between answers, to answer wrongly."""

    origin: str = "http://localhost:8000"
    rp_id: str = "localhost"
    verifies: bool = True
    synchronised: bool = False
    count: int = 0
    id: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    private: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    user_handle: str = ""

    @property
    def public_key(self) -> bytes:
        """Its public key as COSE (RFC 9053 section 7.1): EC2, ES256, P-256, coordinates."""
        numbers = self.private.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (numbers.x, numbers.y))
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def register(self, options: str) -> str:
        """The answer to navigator.credentials.create()."""
        asked = json.loads(options)
        self.user_handle = asked["user"]["id"]
        length = len(self.id).to_bytes(2, "big")
        credential = bytes(16) + length + self.id + self.public_key
        made = {"fmt": "none", "attStmt": {}, "authData": self._data(HAS_CREDENTIAL) + credential}
        client = self._client("webauthn.create", asked["challenge"])
        return self._json(clientDataJSON=client, attestationObject=cbor2.dumps(made))

    def answer(self, options: str) -> str:
        """The answer to navigator.credentials.get(); the count rises."""
        self.count += 1
        client = self._client("webauthn.get", json.loads(options)["challenge"])
        data = self._data(0)
        signed = self.private.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(hashes.SHA256()))
        handle = base64url_to_bytes(self.user_handle)
        return self._json(clientDataJSON=client, authenticatorData=data, signature=signed, userHandle=handle)

    def _data(self, flags: int) -> bytes:
        flags |= PRESENT | (VERIFIED if self.verifies else 0) | (CAN_BE_BACKED_UP if self.synchronised else 0)
        return hashlib.sha256(self.rp_id.encode()).digest() + bytes([flags]) + self.count.to_bytes(4, "big")

    def _client(self, kind: str, challenge: str) -> bytes:
        return json.dumps({"type": kind, "challenge": challenge, "origin": self.origin}).encode()

    def _json(self, **response: bytes) -> str:
        name = bytes_to_base64url(self.id)
        parts = {key: bytes_to_base64url(value) for key, value in response.items()}
        return json.dumps({"id": name, "rawId": name, "type": "public-key", "response": parts})
