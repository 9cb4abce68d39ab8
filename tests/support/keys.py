"""Security keys in tests: what is asked, what is proven, without a page."""

from typing import Any

from app.core import enrol, proof
from app.core.context import Core
from app.core.enrol import Progress
from app.core.models import Citizen, Credential
from app.core.proof import Verdict
from app.factors.security_key import check
from tests.support.authenticator import SoftKey
from tests.support.world import Person


def begin(core: Core, person: Person) -> str:
    """A pending key; gives its id."""
    with core.database.write() as db:
        return enrol.prepare(core, db, db.get_one(Citizen, person.id), "security_key", {}).id


def ask(core: Core, credential_id: str) -> tuple[dict[str, Any], str]:
    """A question and the options that the browser gets for it."""
    with core.database.write() as db:
        credential = db.get_one(Credential, credential_id)
        context = core.context(db, db.get_one(Citizen, credential.citizen_id))
        question = check.ask(context, credential, requested=False)
        return question, core.factors["security_key"].pages.show(context, credential, question)["options"]


def prove(core: Core, credential_id: str, question: dict[str, Any], response: str) -> Progress:
    """One proof of a pending key."""
    with core.database.write() as db:
        context = core.context(db, None)
        credential = proof.locked_credential(context, credential_id)
        citizen = db.get_one(Citizen, credential.citizen_id)
        return enrol.prove(core, db, citizen, credential, question, {"response": response})


def judge(core: Core, credential_id: str, question: dict[str, Any], response: str) -> Verdict:
    """The verdict of the whole proof, throttle and all."""
    with core.database.write() as db:
        credential = proof.locked_credential(core.context(db, None), credential_id)
        context = core.context(db, db.get_one(Citizen, credential.citizen_id))
        return proof.judge(context, core.factors["security_key"], credential, question, {"response": response})


def give_key(core: Core, person: Person, key: SoftKey) -> str:
    """Register `key` for a citizen with both its proofs; gives the credential's id."""
    credential_id = begin(core, person)
    question, asked = ask(core, credential_id)
    assert prove(core, credential_id, question, key.register(asked)).verdict.ok
    question, asked = ask(core, credential_id)
    assert prove(core, credential_id, question, key.answer(asked)).active
    return credential_id
