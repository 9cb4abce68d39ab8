"""A sound built in memory, answered as browsers ask for it: whole, or a part (Safari plays nothing else)."""

import re

from starlette.responses import Response

_RANGE = re.compile(r"bytes=([0-9]{0,12})-([0-9]{0,12})")
# What may be spoken is nobody's to keep: neither the browser's nor a proxy's.
_HEADERS = {"Accept-Ranges": "bytes", "Cache-Control": "no-store"}


def sound(wav: bytes, wanted: str | None) -> Response:
    """The answer to a request with this Range header, or none: 200, 206 or 416 (RFC 9110 section 14).

    A header that asks for several parts, or is not understood, is answered with the whole.
    """
    part = _part(wanted or "", len(wav))
    if part is None:
        return Response(wav, 200, _HEADERS, "audio/wav")
    first, last = part
    if first > last:
        return Response(b"", 416, {**_HEADERS, "Content-Range": f"bytes */{len(wav)}"}, "audio/wav")
    headers = {**_HEADERS, "Content-Range": f"bytes {first}-{last}/{len(wav)}"}
    return Response(wav[first : last + 1], 206, headers, "audio/wav")


def _part(wanted: str, size: int) -> tuple[int, int] | None:
    """First and last byte, the first beyond the last where the sound has no such part; None: the whole is to be sent.

    `bytes=-5` means the last five.
    """
    match = _RANGE.fullmatch(wanted.strip())
    first, last = match.groups() if match else ("", "")
    if not first:
        return (max(size - int(last), 0) if int(last) else size, size - 1) if last else None
    if last and int(last) < int(first):
        return None
    return int(first), min(int(last), size - 1) if last else size - 1
