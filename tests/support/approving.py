"""A device of software: a key that signs what the approval app signs, and what it asks the core for."""

import base64
from dataclasses import dataclass, field

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from app.core import clock, enrol, login, proof
from app.core.context import Core
from app.core.enrol import Progress
from app.core.models import Citizen, Credential, Session
from app.factors.approval_app import device, pairing, signing
from app.factors.approval_app.device import Outcome
from tests.support.logging_on import HERE
from tests.support.world import Person


def base64url(raw: bytes) -> str:
    """Without padding."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


@dataclass
class SoftDevice:
    """One device with one key."""

    origin: str = "http://localhost:8000"
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))

    @property
    def public_key(self) -> str:
        """The uncompressed point, as WebCrypto exports it."""
        return base64url(self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint))

    @property
    def id(self) -> str:
        """What the portal knows it by."""
        return signing.device_id(self.public_key)

    def sign(self, deed: str, *parts: str) -> str:
        """r and s, as WebCrypto signs."""
        r, s = decode_dss_signature(self.key.sign(signing.text(self.origin, deed, *parts), ec.ECDSA(SHA256())))
        return base64url(r.to_bytes(32, "big") + s.to_bytes(32, "big"))

    # What it sends to the pages

    def pair_fields(self, code: str) -> dict[str, str]:
        """The form of pairing."""
        return {
            "code": code,
            "public_key": self.public_key,
            "signature": self.sign("pair", pairing.fold(code), self.public_key),
        }

    def look_fields(self) -> dict[str, str]:
        """The form of a look."""
        moment = str(int(clock.now().timestamp() * 1000))
        return {"device": self.id, "time": moment, "signature": self.sign("look", self.id, moment)}

    def answer_fields(self, request: str, deed: str, number: str = "") -> dict[str, str]:
        """The form of an answer."""
        looked = self.look_fields()
        signature = self.sign(deed, self.id, request, number)
        fields = {"device": self.id, "request": request, "deed": deed, "number": number, "signature": signature}
        return {**fields, "time": looked["time"], "look_signature": looked["signature"]}

    # What it asks of the core

    def pair(self, core: Core, code: str) -> Outcome:
        """Use a pairing code."""
        fields = self.pair_fields(code)
        return device.pair(core, code, fields["public_key"], fields["signature"], HERE)

    def look(self, core: Core) -> Outcome:
        """See whether a request waits."""
        fields = self.look_fields()
        return device.look(core, fields["device"], fields["time"], fields["signature"])

    def answer(self, core: Core, request: str, deed: str, number: str = "") -> Outcome:
        """Approve, reject or report."""
        signature = self.sign(deed, self.id, request, number)
        return device.answer(core, self.id, request, deed, number, signature, HERE)


def begin(core: Core, person: Person) -> str:
    """A pending app; gives its id."""
    with core.database.write() as db:
        return enrol.prepare(core, db, db.get_one(Citizen, person.id), "approval_app", {}).id


def code_of(core: Core, credential_id: str) -> str:
    """The pairing code that the page shows."""
    with core.database.read() as db:
        return pairing.code_of(core.context(db, None), db.get_one(Credential, credential_id))


def prove(core: Core, credential_id: str, question: dict[str, object]) -> Progress:
    """One proof of a pending app."""
    with core.database.write() as db:
        credential = proof.locked_credential(core.context(db, None), credential_id)
        assert credential is not None
        citizen = db.get_one(Citizen, credential.citizen_id)
        return enrol.prove(core, db, citizen, credential, question, {})


def give_app(core: Core, person: Person, soft: SoftDevice) -> str:
    """An active app on this device; gives the credential's id."""
    credential_id = begin(core, person)
    assert soft.pair(core, code_of(core, credential_id)).state == "paired"
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id)
        credential.status, credential.activated_at, credential.proofs = "active", clock.now(), 2
    person.credentials["approval_app"] = credential_id
    return credential_id


def send(core: Core, session: Session, credential_id: str) -> dict[str, str]:
    """Send a request from this session; gives the question."""
    assert login.choose(core, session.id, credential_id, requested=True) is None
    with core.database.read() as db:
        challenge = db.get_one(Session, session.id).challenge
        assert challenge is not None
        question: dict[str, str] = challenge["question"]
        return question


def number_of(core: Core, credential_id: str) -> str:
    """The number that stands on the other screen."""
    with core.database.read() as db:
        return str(db.get_one(Credential, credential_id).data["request"]["number"])
