"""Pictures that move by themselves: how long a GIF, PNG or WebP plays, read from its bytes."""

import re
import struct
from collections.abc import Iterator

ENDLESS = float("inf")
# Browsers play a picture that names no time, or one too short, at this speed.
_SVG_MOVES = re.compile(rb"""repeatCount\s*=\s*["']indefinite|animation[^;}]*\binfinite""", re.IGNORECASE)
USUAL_SECONDS, SHORTEST_SECONDS = 0.1, 0.011


def seconds_of(picture: bytes) -> float:
    """How long a picture moves, in seconds: 0 where it stands still, infinite where it never ends."""
    if picture.startswith(b"GIF8"):
        return _played(list(_gif_frames(picture)), _gif_rounds(picture))
    if picture.startswith(b"\x89PNG"):
        return _png(picture)
    if b"<svg" in picture[:1000]:
        return ENDLESS if _SVG_MOVES.search(picture) else 0.0
    if picture[:4] == b"RIFF" and picture[8:12] == b"WEBP":
        return _webp(picture)
    return 0.0


def _played(frames: list[float], rounds: int) -> float:
    """rounds: 0 for ever."""
    if len(frames) < 2:
        return 0.0
    return sum(one if one >= SHORTEST_SECONDS else USUAL_SECONDS for one in frames) * rounds if rounds else ENDLESS


def _gif_rounds(picture: bytes) -> int:
    place = picture.find(b"NETSCAPE2.0\x03\x01")
    if place < 0:
        return 1
    repeats: int = struct.unpack_from("<H", picture, place + 13)[0]
    return repeats + 1 if repeats else 0


def _gif_frames(picture: bytes) -> Iterator[float]:
    """The seconds that each frame stands (GIF89a: graphic control extensions, image descriptors, sub-blocks)."""
    place, delay = 13 + _colours(picture[10:11]), 0.0
    while place < len(picture) - 1:
        kind = picture[place]
        if kind == 0x21:  # an extension
            if picture[place + 1] == 0xF9:
                delay = int.from_bytes(picture[place + 4 : place + 6], "little") / 100
            place = _after_blocks(picture, place + 2)
        elif kind == 0x2C:  # an image
            yield delay
            place = _after_blocks(picture, place + 11 + _colours(picture[place + 9 : place + 10]))
        else:
            return


def _colours(flags: bytes) -> int:
    """The length of a table of colours."""
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _after_blocks(picture: bytes, place: int) -> int:
    while place < len(picture) and picture[place]:
        place += picture[place] + 1
    return place + 1


def _png(picture: bytes) -> float:
    frames, rounds, place = list[float](), 1, 8
    while place + 8 <= len(picture):
        length, kind = int.from_bytes(picture[place : place + 4], "big"), picture[place + 4 : place + 8]
        if kind == b"acTL":
            rounds = int.from_bytes(picture[place + 12 : place + 16], "big")
        elif kind == b"fcTL":
            above, below = struct.unpack_from(">HH", picture, place + 28)
            frames.append(above / (below or 100))
        place += length + 12
    return _played(frames, rounds)


def _webp(picture: bytes) -> float:
    frames, rounds, place = list[float](), 1, 12
    while place + 8 <= len(picture):
        kind, length = picture[place : place + 4], int.from_bytes(picture[place + 4 : place + 8], "little")
        if kind == b"ANIM":
            rounds = int.from_bytes(picture[place + 12 : place + 14], "little")
        elif kind == b"ANMF":
            frames.append(int.from_bytes(picture[place + 20 : place + 23], "little") / 1000)
        place += 8 + length + length % 2
    return _played(frames, rounds)
