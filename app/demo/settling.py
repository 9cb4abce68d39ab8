"""The new eID of the personas who have crossed before the demo begins: citizen, crossing and factors."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session as DbSession

from app.core import account, clock, enrol, events
from app.core.context import Core
from app.core.models import Citizen, Credential, Crossing, LegacyIdentity
from app.core.password_rules import normalise
from app.core.sealed import seal
from app.demo.citizen import NewEid, Persona
from app.demo.crossed import CROSSED
from app.migration.identities import find_identity
from app.migration.terms import TERMS


def settle(core: Core, say: Callable[[str], object]) -> None:
    """Give each crossed persona who is in the directory the new eID: one transaction each, whole or not at all."""
    for persona in CROSSED:
        with core.database.read() as db:
            identity = find_identity(db, persona.nemid_number)
        if identity is None or identity.citizen_id is not None:
            continue
        assert persona.new is not None
        _bring_in_devices(core, persona.new)
        password_hash = core.passwords.hash(normalise(persona.new.password))
        with core.database.write() as db:
            citizen = _citizen(db, persona, db.get_one(LegacyIdentity, identity.id), password_hash)
            made = [
                _factor(core, db, citizen, wanted) for wanted in persona.new.factors if wanted["kind"] in core.factors
            ]
            _finish_crossing(db, citizen, persona, made)
        for wanted in persona.new.factors:
            if wanted["kind"] not in core.factors:
                say(f"{persona.key}: the portal has no factor {wanted['kind']}; it was left out.")


def factors_of(db: DbSession, persona: Persona) -> list[Credential | None]:
    """What the database has of each of the persona's new factors, in their order; None for one that is not there."""
    identity = find_identity(db, persona.nemid_number)
    if identity is None or identity.citizen_id is None:
        return []
    query = select(Credential).where(Credential.citizen_id == identity.citizen_id, Credential.status == "active")
    found = list(db.scalars(query.order_by(Credential.created_at)))
    factors = persona.new.factors if persona.new else []
    return [next((item for item in found if item.kind == wanted["kind"]), None) for wanted in factors]


def _citizen(db: DbSession, persona: Persona, identity: LegacyIdentity, password_hash: str) -> Citizen:
    new: NewEid | None = persona.new
    assert new is not None
    now = clock.now()
    citizen = Citizen(
        status="active",
        cpr_digest=identity.cpr_digest,
        cpr=seal(db, persona.cpr, "citizen.cpr"),
        name=seal(db, f"{persona.given_name} {persona.family_name}".strip(), "citizen.name"),
        protected=persona.name_protected,
        language=persona.language,
        password_hash=password_hash,
        email=seal(db, persona.email, "citizen.email") if persona.email else None,
        mobile=seal(db, persona.mobile, "citizen.mobile") if persona.mobile else None,
        created_at=now,
        crossed_at=now,
    )
    db.add(citizen)
    db.flush()
    account.set_user_id(db, citizen, new.user_id)
    identity.citizen_id = citizen.id
    events.record(db, "crossing.started", citizen.id)
    return citizen


def _bring_in_devices(core: Core, new: NewEid) -> None:
    """The devices of a new eID, as an operator brings them in."""
    from app.factors.code_device.bringing import bring_in
    from app.factors.code_device.records import Record, judged
    from app.factors.code_device.sheet import seed_from

    wanted = [one for one in new.factors if one["kind"] == "code_device"]
    records = [
        judged(Record(serial=one["serial"], kind="hotp", seed=seed_from(one["seed"]), counter=one["counter"]))
        for one in wanted
    ]
    bring_in(core.database, records, form="speaking", on_bad=lambda bad: None)


def _factor(core: Core, db: DbSession, citizen: Citizen, wanted: Mapping[str, Any]) -> Credential:
    """A factor as if the citizen had activated it: prepared by the factor itself, then what the persona has put in."""
    kind = wanted["kind"]
    given = {"audio_code": {"phone": wanted.get("mobile")}, "code_device": {"serial": wanted.get("serial")}}.get(
        kind, {}
    )
    credential = enrol.prepare(core, db, citizen, kind, given, name=wanted["name"])
    _put_in(core, db, citizen, credential, wanted)
    credential.status, credential.activated_at = "active", clock.now()
    credential.proofs = core.factors[kind].proofs_to_activate
    events.record(db, "factor.added", citizen.id, credential=credential.id, kind=kind)
    return credential


def _put_in(core: Core, db: DbSession, citizen: Citizen, credential: Credential, wanted: Mapping[str, Any]) -> None:
    """The secrets that a persona always has, in place of those the factor drew."""
    context = core.context(db, citizen)
    if credential.kind == "authenticator_app":
        from app.factors.authenticator_app.check import set_seed

        set_seed(context, credential, wanted["seed"])
    elif credential.kind == "security_key":
        from app.factors.security_key.check import set_key

        set_key(context, credential, credential_id=wanted["credential_id"], public_key=wanted["public_key"])
    elif credential.kind == "code_device":
        from app.factors.code_device.stock import of_credential

        device = of_credential(context, credential)
        credential.lookup_digest = device.serial_digest if device else None


def _finish_crossing(db: DbSession, citizen: Citizen, persona: Persona, factors: list[Credential]) -> None:
    now = clock.now()
    kind = persona.factor
    crossing = Crossing(
        citizen_id=citizen.id,
        terms_version=TERMS.version,
        terms_accepted_at=now,
        contact_done=True,
        factor_kind=kind,
        credential_id=next((item.id for item in factors if item.kind == kind), None),
        started_at=now,
        finished_at=now,
    )
    db.add(crossing)
    events.record(db, "crossing.finished", citizen.id, kind=kind)
