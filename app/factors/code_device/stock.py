"""The devices that an operator has brought in: found by serial number, taken by one citizen, their codes used up.

A device belongs to the credential that carries its serial's digest as `lookup_digest`: the column is unique, and is
emptied when a credential is removed, so a device is never of two citizens and is free again by itself.
"""

import re

from sqlalchemy import select

from app.core import clock
from app.core.factor import Context
from app.core.models import Credential, Device
from app.core.sealed import digest, unseal
from app.factors.code_device import oath

LONGEST_SERIAL = 40
_SEPARATORS = re.compile(r"[\s\-\u00ad\u2010-\u2015\u2212]+")
_SERIAL = re.compile(r"[0-9A-Z._/]{1,40}")


def serial_of(text: str) -> str:
    """A serial number in its one form: capitals, without spaces and hyphens. Empty where it is none."""
    serial = _SEPARATORS.sub("", text[: 3 * LONGEST_SERIAL]).upper()
    return serial if _SERIAL.fullmatch(serial) else ""


def find(context: Context, serial: str) -> Device | None:
    """The device of this serial number, or None. A text that is no serial number costs the same look-up."""
    wanted = digest(context.db, serial_of(serial), "device.serial")
    return context.db.scalar(select(Device).where(Device.serial_digest == wanted))


def of_credential(context: Context, credential: Credential, *, lock: bool = False) -> Device | None:
    """The device that a credential speaks of; with `lock` its row is locked until the transaction ends."""
    device_id = credential.data.get("device", "")
    return context.db.get(Device, device_id, with_for_update=lock or None, populate_existing=lock)


def is_taken(context: Context, device: Device) -> bool:
    """True where a citizen has the device."""
    query = select(Credential.id).where(Credential.lookup_digest == device.serial_digest)
    return context.db.scalar(query) is not None


def places_of(context: Context, device: Device, code: str, *more: int) -> list[int]:
    """The places of the far window, and of `more`, whose code this is."""
    window = oath.far(device.kind, device.floor, _step(device) + device.drift)
    seed = bytes.fromhex(unseal(context.db, device.seed, "device.seed"))
    return oath.matching(seed, code, [*window, *more], digits=device.digits, algorithm=device.algorithm)


def is_near(device: Device, place: int) -> bool:
    """True where one code of this place is believed alone."""
    return place in oath.near(device.kind, device.floor, _step(device) + device.drift)


def use(device: Device, place: int) -> None:
    """The code of this place is used up, and every one before it. A timed device's drift is learnt."""
    device.floor = max(device.floor, place)
    if device.kind == "totp":
        device.drift = place - _step(device)


def _step(device: Device) -> int:
    return int(clock.now().timestamp()) // device.period
