"""Hear a call: `python -m tools.record_call --out call.wav`. A telephone on this machine is really called.

It takes as long as such a call takes. What it heard is written as WAV (8 kHz, A-law decoded); the code is made up.
"""

from __future__ import annotations

import argparse
import asyncio
import secrets
from pathlib import Path

from app.delivery.message import DeliveryFailed, Message
from app.delivery.sip import SipCalls
from app.delivery.trunk import Trunk
from tools.telephone import Telephone

FIRST_KEY_AFTER = 6.0
BETWEEN_KEYS = 20.0


async def record(out: Path, *, lang: str, keys: str, code: str, wait_s: float, gap_s: float) -> str:
    """Place the call, press each of `keys` in its turn, and write what was heard; says how the call ended."""
    async with Telephone() as phone:
        calls = SipCalls(Trunk(phone.uri, caller="+4570101010"), report=lambda _, what: print(f"reported: {what}"))
        message = Message("call", "+4500000000", "", code, lang, "recording")
        pressing = asyncio.create_task(_press(phone, keys, wait_s, gap_s))
        try:
            await calls.send(message)
            ended = "the call ended as it should"
        except DeliveryFailed as failure:
            ended = failure.reason
        finally:
            pressing.cancel()
        phone.save(out)
        return ended


async def _press(phone: Telephone, keys: str, wait_s: float, gap_s: float) -> None:
    await phone.called.wait()
    await asyncio.sleep(wait_s)
    for key in keys:
        phone.press(key)
        await asyncio.sleep(gap_s)


def main() -> None:
    """Record one call."""
    parser = argparse.ArgumentParser(description="Record a call as a telephone hears it.")
    parser.add_argument("--out", type=Path, required=True, help="the WAV file to write")
    parser.add_argument("--lang", choices=("da", "en"), default="da")
    parser.add_argument("--keys", default="1", help="keys to press, in order: 1 ready or again, 2, 3, 9; empty: none")
    parser.add_argument("--code", default=f"{secrets.randbelow(10**6):06d}", help="digits to speak")
    parser.add_argument("--wait", type=float, default=FIRST_KEY_AFTER, help="seconds before the first key")
    parser.add_argument("--gap", type=float, default=BETWEEN_KEYS, help="seconds between keys")
    given = parser.parse_args()
    call = record(given.out, lang=given.lang, keys=given.keys, code=given.code, wait_s=given.wait, gap_s=given.gap)
    print(f"{given.out}: {asyncio.run(call)}")


if __name__ == "__main__":
    main()
