"""The demo citizens for testers and auditors, as `python -m app demo --json` prints them.

The structure is documented in docs/legacy-directory.md; its names are stable, because tools outside read them.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from app.core.cpr import birth_date
from app.demo.citizen import DemoCitizen

FORMAT = 1

Issued = Mapping[str, Sequence[Mapping[str, Any]]]


def demo_json(citizens: Iterable[DemoCitizen], issued: Issued | None = None) -> dict[str, Any]:
    """Return everything about these citizens that a machine needs to log on as any of them.

    `issued` adds what only a running portal knows of the new factors: for a NemID number a list as long as
    the citizen's factors, each a mapping that is laid over that factor (the codes of an issued card, say).
    """
    return {
        "format": FORMAT,
        "note": "Every person here is fictitious: sixty is added to the day in each CPR number.",
        "citizens": [_citizen(citizen, (issued or {}).get(citizen.nemid_number, ())) for citizen in citizens],
    }


def _citizen(citizen: DemoCitizen, issued: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    persona = citizen.persona
    return {
        "key": persona.key if persona else None,
        "name": citizen.name,
        "given_name": citizen.given_name,
        "family_name": citizen.family_name,
        "cpr": citizen.cpr,
        "born": birth_date(citizen.cpr).isoformat(),
        "language": citizen.language,
        "name_protected": citizen.name_protected,
        "status": citizen.status,
        "need": persona.need if persona else None,
        "factor": persona.factor if persona else None,
        "contact": {
            "email": persona.email if persona else None,
            "mobile": persona.mobile if persona else None,
        },
        "old": _old(citizen),
        "crossed": citizen.crossed,
        "new": _new(citizen, issued),
    }


def _old(citizen: DemoCitizen) -> dict[str, Any]:
    return {
        "nemid_number": citizen.nemid_number,
        "user_id": citizen.user_id,
        "password": citizen.password,
        "password_kind": citizen.password_kind,
        "card_number": citizen.card.card_number,
        "keys": dict(citizen.card.keys),
        "used": list(citizen.card.used),
    }


def _new(citizen: DemoCitizen, issued: Sequence[Mapping[str, Any]]) -> dict[str, Any] | None:
    new = citizen.persona.new if citizen.persona else None
    if new is None:
        return None
    additions = issued or [{}] * len(new.factors)
    return {
        "user_id": new.user_id,
        "password": new.password,
        "factors": [{**factor, **more} for factor, more in zip(new.factors, additions, strict=True)],
    }
