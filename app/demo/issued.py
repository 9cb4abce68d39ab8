"""What only a running portal knows of the demo citizens: issued cards, and what a person would read off just now."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session as DbSession

from app.core import clock, outbox
from app.core.context import Core
from app.core.models import Credential, Device, LegacyIdentity, OutboxMessage
from app.core.sealed import keys_of, unseal
from app.demo.citizen import Persona
from app.demo.personas import PERSONAS
from app.demo.settling import factors_of
from app.factors.code_card import check as code_card
from app.factors.code_device import oath
from app.factors.recovery_codes import check as recovery_codes
from app.migration import legacy_card
from app.migration.identities import find_identity
from app.settings import Settings


def open_core(data: Path) -> Core | None:
    """The core on this data folder, or None where no portal has run there yet. Makes nothing."""
    from app.main import make_core

    settings = Settings(data=data)
    there = settings.database_url or (data / "overgang.sqlite").exists()
    if not there or not (data / "keys.json").exists():
        return None
    core = make_core(settings)
    return core if inspect(core.database.engine).has_table("legacy_identity") else None


def issued(core: Core | None) -> dict[str, list[dict[str, Any]]]:
    """By NemID number, for each of a crossed persona's factors, what the database adds to `demo --json`."""
    if core is None:
        return {}
    with core.database.read() as db:
        found = {one.nemid_number: factors_of(db, one) for one in PERSONAS if one.crossed}
        return {
            nemid_number: [_addition(db, credential) if credential else {} for credential in credentials]
            for nemid_number, credentials in found.items()
            if credentials
        }


def codes_now(core: Core, persona: Persona) -> list[str]:
    """What the persona would read off or hear just now, as lines: the old card's key, then each new factor's code."""
    with core.database.read() as db:
        identity = find_identity(db, persona.nemid_number)
        lines = [_old_key(identity, persona)] if identity else ["The demo country is not in this database yet."]
        return lines + [_line(db, credential) for credential in factors_of(db, persona) if credential]


def _addition(db: DbSession, credential: Credential) -> dict[str, Any]:
    if credential.kind == "code_card":
        table = code_card.table(keys_of(db), credential)
        return {
            "serial": credential.data["serial"],
            "codes": {number: code for number, code, _used in table},
            "used": [number for number, _code, used in table if used],
        }
    if credential.kind == "recovery_codes":
        return {"codes": {number: code for number, code, _used in recovery_codes.table(keys_of(db), credential)}}
    if credential.kind == "code_device":
        return {"counter": _device(db, credential).floor + 1}
    if credential.kind == "security_key":
        return {"user_handle": credential.data["user_handle"]}
    return {}


def _old_key(identity: LegacyIdentity, persona: Persona) -> str:
    from app.demo.country import card_of

    if identity.asked is None:
        return "The old card is not asked just now: log on with the old user ID and password first."
    number = legacy_card.number_at(identity, identity.asked)
    return f"The old card is asked for number {number}: the key is {card_of(persona).keys[number]}"


def _line(db: DbSession, credential: Credential) -> str:
    tellers: dict[str, Callable[[DbSession, Credential], str]] = {
        "code_card": _card_code,
        "authenticator_app": _app_code,
        "audio_code": _spoken_code,
        "code_device": _pressed_code,
        "recovery_codes": _unused_code,
    }
    tell = tellers.get(credential.kind)
    return tell(db, credential) if tell else "The security key is to be touched (demo --json has it for a machine)."


def _card_code(db: DbSession, credential: Credential) -> str:
    position = credential.data.get("asked")
    if position is None:
        return "The code card is not asked just now."
    keys = keys_of(db)
    number = code_card.numbers(keys, credential)[position]
    return f"The code card is asked for number {number}: the code is {code_card.code_at(keys, credential, position)}"


def _app_code(db: DbSession, credential: Credential) -> str:
    import pyotp

    now = clock.now().timestamp()
    code = pyotp.TOTP(unseal(db, credential.secret, "credential.secret")).at(int(now))
    return f"The authenticator app shows {code} for {30 - int(now) % 30} seconds more"


def _pressed_code(db: DbSession, credential: Credential) -> str:
    device = _device(db, credential)
    seed = bytes.fromhex(unseal(db, device.seed, "device.seed"))
    code = oath.code_at(seed, device.floor + 1, digits=device.digits, algorithm=device.algorithm)
    return f"The device, when it is pressed, gives {code}"


def _unused_code(db: DbSession, credential: Credential) -> str:
    unused = [code for _number, code, used in recovery_codes.table(keys_of(db), credential) if not used]
    return f"The next recovery code is {unused[0]}" if unused else "All recovery codes are used."


def _device(db: DbSession, credential: Credential) -> Device:
    return db.get_one(Device, credential.data["device"])


def _spoken_code(db: DbSession, credential: Credential) -> str:
    calls = select(OutboxMessage).where(
        OutboxMessage.citizen_id == credential.citizen_id, OutboxMessage.channel == "call"
    )
    last = db.scalar(calls.order_by(OutboxMessage.created_at.desc()).limit(1))
    code = outbox.params_of(db, last).get("code") if last else None
    return f"The telephone said {code}" if code else "The telephone has not been called yet."
