"""No picture moves on and on."""

import base64
import re
from collections.abc import Iterator
from urllib.parse import unquote_to_bytes, urljoin

from playwright.sync_api import CDPSession, Error

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.moving import ENDLESS, seconds_of

MOST_SECONDS = 5
MAY_MOVE = re.compile(r"\.(gif|apng|webp|png|svg)\b|^data:image/(gif|apng|webp|png|svg)|/[^./]*$", re.IGNORECASE)
MOVES = frozenset({"animate", "animatetransform", "animatemotion"})
PAUSES = re.compile(r"\b(pause|stop|freeze|hold|still|animation|sæt på pause|stands)", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Finding]:
    """Each picture whose bytes say that it moves: five seconds at most, or something on the page stops it."""
    for part in (one for one in subject.snapshot.own if one.tag.lower() in MOVES):
        drawing = next((one for one in part.above if one.tag == "svg"), None)
        if drawing is not None and drawing.is_visible and _is_endless(part):
            yield _judged(subject, drawing, ENDLESS)
    images = [one for one in subject.snapshot.own if one.tag == "img" and one.is_visible]
    images = [one for one in images if MAY_MOVE.search((one.get("src") or "").split("?")[0])]
    if not images:
        return
    session = subject.page.context.new_cdp_session(subject.page)
    try:
        session.send("Page.enable")  # else the browser tells nothing of what it loaded
        for image in images:
            seconds = seconds_of(_bytes_of(session, image))
            if seconds:
                yield _judged(subject, image, seconds)
    finally:
        session.detach()


def _is_endless(part: Element) -> bool:
    return any(name.lower() == "repeatcount" and value == "indefinite" for name, value in part.attributes.items())


def _judged(subject: Subject, image: Element, seconds: float) -> Finding:
    if seconds <= MOST_SECONDS:
        return passed(image, f"It stands still after {seconds:.1f} s.")
    long = "for ever" if seconds == ENDLESS else f"for {seconds:.0f} s"
    if any(
        one.role in ("button", "link", "checkbox", "switch") and PAUSES.search(one.accessible_name)
        for one in subject.snapshot.own
    ):
        return cannot_tell(image, f"It moves {long}. Does a control of the page stop it?")
    return failed(image, f"It moves {long}, and nothing stops it.")


def _bytes_of(session: CDPSession, image: Element) -> bytes:
    """What the browser loaded for it; nothing where it did not."""
    try:
        address = urljoin(image.document.url, (image.get("src") or "").strip())
        if address.startswith("data:"):
            head, _, body = address.partition(",")
            return base64.b64decode(body) if head.endswith("base64") else unquote_to_bytes(body)
        asked = {"frameId": image.document.frame, "url": address}
        answer = session.send("Page.getResourceContent", asked)
    except (Error, ValueError):  # it did not load, or came from the disk of the browser
        return b""
    return base64.b64decode(answer["content"]) if answer["base64Encoded"] else b""


RULE = Rule(
    id="own-pictures-hold-still",
    name="No picture moves on and on",
    criteria=("2.2.2",),
    applicability="Every image that can be seen and whose file holds more than one frame.",
    expectation="It stands still after five seconds, or can be stopped.",
    check=check,
)
