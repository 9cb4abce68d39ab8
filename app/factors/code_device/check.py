"""The code device: a display or a reader of the citizen's own that shows or speaks codes, each good once.

Of `credential.data`: `device` is the device's id; `waiting` are the places (see `oath`) of the last code that is still
to be followed by the very next one. The device's `floor` is the last place used and only rises; it stays with the
device when it goes to another citizen. Locks are taken in one order: credential, then device.
"""

from collections.abc import Mapping

from app.core import events, throttle
from app.core.factor import RIGHT, CannotPrepare, Check, Context, Question
from app.core.models import Citizen, Credential, Device
from app.factors.code_device import stock


def prepare(context: Context, credential: Credential, given: Mapping[str, str]) -> None:
    """Find the device by its serial number. Raises CannotPrepare for `serial`: unknown_serial, wait or human.

    A number that is not known and one that another has are refused alike, and tries are bounded: nobody learns which
    devices there are. The device is taken only when it has proved itself (`check`).
    """
    assert context.citizen is not None
    key = _throttle_key(context.citizen)
    wait = throttle.take(context.db, context.settings, key)
    if wait:
        raise CannotPrepare("serial", "wait" if wait.until else "human", wait.until)
    device = stock.find(context, given.get("serial", ""))
    if device is None or stock.is_taken(context, device):
        events.record(context.db, "factor.wrong", context.citizen.id, kind=credential.kind, reason="serial")
        raise CannotPrepare("serial", "unknown_serial")
    throttle.undo(context.db, key)
    credential.data = {"device": device.id, "waiting": []}


def ask(_context: Context, _credential: Credential | None, *, requested: bool) -> Question:
    """Nothing is asked but the next code of the device."""
    return {}


def check(context: Context, credential: Credential, _question: Question, given: Mapping[str, str]) -> Check:
    """Judge a code: two in a row while the device is being registered, one at a log-on. A right one is used up."""
    device, before = stock.of_credential(context, credential, lock=True), credential.lookup_digest
    if device is None:
        return Check("void", counts=False)
    judged = judge(context, credential, device, given.get("code", ""))
    if credential.lookup_digest != before:
        assert context.citizen is not None
        throttle.give_back(context.db, _throttle_key(context.citizen))
    return judged


def judge(context: Context, credential: Credential, device: Device, code: str) -> Check:
    """The rules for one code of this device, which is changed but not looked for.

    Reasons of its own: next (the code is the device's, but far off: the very next one settles it) and not_next.
    """
    if len(code) != device.digits or not (code.isascii() and code.isdigit()):
        return Check("malformed", counts=False)
    waiting = credential.data["waiting"]
    found = stock.places_of(context, device, code, *(place + 1 for place in waiting))
    fresh = [place for place in found if place > device.floor]
    if not fresh:
        return Check("used", counts=False) if found else Check("wrong")
    if credential.status == "pending":
        return _pair(context, credential, device, fresh)
    return _judge(credential, device, fresh)


def _pair(context: Context, credential: Credential, device: Device, fresh: list[int]) -> Check:
    """Registration: the first code waits for the very next one; then the device is taken."""
    waiting = credential.data["waiting"]
    following = _following(waiting, fresh)
    if following and stock.is_taken(context, device):
        return Check("taken", counts=False)
    if following:
        _use(credential, device, following)
        credential.lookup_digest = device.serial_digest
        return RIGHT
    if set(fresh) & set(waiting):
        return Check("used", counts=False)
    credential.data = {**credential.data, "waiting": fresh}
    return Check("not_next", counts=False) if waiting else RIGHT


def _judge(credential: Credential, device: Device, fresh: list[int]) -> Check:
    """A log-on: a code of the near window, or the very next one after a code that was far off."""
    following = _following(credential.data["waiting"], fresh)
    near = following or [place for place in fresh if stock.is_near(device, place)]
    if near:
        _use(credential, device, near)
        return RIGHT
    credential.data = {**credential.data, "waiting": fresh}
    return Check("next", counts=False)


def _following(waiting: list[int], fresh: list[int]) -> list[int]:
    return [place for place in fresh if place - 1 in waiting]


def _use(credential: Credential, device: Device, places: list[int]) -> None:
    # The latest: were the same digits to come twice in the window, they would still be good only once.
    stock.use(device, max(places))
    credential.data = {**credential.data, "waiting": []}


def _throttle_key(citizen: Citizen) -> str:
    return f"device:{citizen.id}"
