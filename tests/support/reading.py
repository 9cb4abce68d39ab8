"""A code reader of software: a pending one, its connection code, and a device that is tied to it."""

from app.core import clock, enrol, pairing, proof
from app.core.context import Core
from app.core.login import Browser
from app.core.models import Citizen, Credential, Session
from app.core.proof import Verdict
from app.factors.reader_page import FACTOR, device
from tests.support.world import Person

PHONE = Browser(source="192.0.2.77", label="Safari, iPhone", device="phone-1")


def begin(core: Core, person: Person) -> str:
    """A pending code reader; gives its id."""
    with core.database.write() as db:
        return enrol.prepare(core, db, db.get_one(Citizen, person.id), "reader_page", {}).id


def code_to_connect(core: Core, credential_id: str) -> str:
    """The connection code that the page shows."""
    with core.database.read() as db:
        return pairing.code_of(core.context(db, None), db.get_one(Credential, credential_id))


def give_reader(core: Core, person: Person) -> str:
    """An active code reader; gives what its device holds."""
    credential_id = begin(core, person)
    paired = device.pair(core, code_to_connect(core, credential_id), PHONE, None)
    assert paired.state == "paired", paired
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id)
        credential.status, credential.activated_at, credential.proofs = "active", clock.now(), 2
    person.credentials["reader_page"] = credential_id
    return paired.secret


def ask(core: Core, session: Session, credential_id: str, *, requested: bool = False) -> dict[str, str]:
    """The question of a code reader in this session."""
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id, with_for_update=True)
        context = core.context(db, db.get_one(Citizen, credential.citizen_id), session=session)
        return FACTOR.ask(context, credential, requested=requested)


def judge(core: Core, credential_id: str, question: dict[str, str], code: str) -> Verdict:
    """The verdict of the whole proof, throttle and all."""
    with core.database.write() as db:
        context = core.context(db, None)
        credential = proof.locked_credential(context, credential_id)
        assert credential is not None
        return proof.judge(context, FACTOR, credential, question, {"code": code})


def heard(core: Core, secret: str) -> str:
    """Make a code on the device, and read it there."""
    assert device.hear(core, secret, None) == "made"
    seen = device.look(core, secret, None)
    assert seen is not None
    return seen.code
