"""Sound that a page starts by itself: how long it lasts, and what stops it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_rendered, is_seen
from a11y_tests.rules.support.roles import semantic_role

LONGEST_SECONDS = 3.0
# What the browser knows of a player, once it has looked at the file; null where it has none or cannot play it.
_FACTS = """async () => {
  const facts = one => new Promise(done => {
    const tell = () => {
      const loaded = one.readyState > 0;
      const tracks = loaded && one.captureStream ? one.captureStream().getAudioTracks().length : null;
      done({seconds: loaded ? one.duration : null, sound: loaded ? tracks !== 0 : null, muted: one.muted,
        address: one.currentSrc});
    };
    if (one.readyState > 0 || one.networkState === 3) return tell();
    one.addEventListener('loadedmetadata', tell);
    one.addEventListener('error', tell);
    one.querySelectorAll('source').forEach(source => source.addEventListener('error', () => setTimeout(tell, 200)));
    setTimeout(tell, 3000);
  });
  return Promise.all([...document.querySelectorAll('audio, video')].map(facts));
}"""
_FRAGMENT = re.compile(r"#(?:.*&)?t=(?:npt:)?([\d.]*)(?:,([\d.]+))?")
# Files whose names say that they are not to be heard, or not for long.
_QUIET = re.compile(r"silen|mute|no-?(audio|sound)|lydløs|beep|ding|click|blip|notif", re.IGNORECASE)
_STOPS = re.compile(
    r"\b(pause|stop|mute|unmute|play|volume|sound|audio|lyd|afspil|sæt på pause|stands)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Playing:
    """A player that starts by itself. seconds: how long it is heard, None if that is not known; sure: it was loaded."""

    element: Element
    seconds: float | None
    sure: bool
    quiet: bool

    @property
    def is_short(self) -> bool | None:
        """Whether it is over after three seconds; None where that is not known."""
        if self.seconds is not None:
            return self.seconds <= LONGEST_SECONDS
        return None if self.quiet or "#t=" in _addresses(self.element) else False


def playing(subject: Subject) -> Iterator[Playing]:
    """The players of the page that start by themselves with sound.

    Where the file cannot be loaded, what is written in the page is judged: it would play if it could.
    """
    players = [one for one in subject.snapshot.own if one.tag in ("audio", "video")]
    if not any(one.get("autoplay") is not None for one in players):
        return
    for element, known in zip(players, subject.page.evaluate(_FACTS), strict=False):
        if element.get("autoplay") is None or known["muted"] or known["sound"] is False:
            continue
        addresses = _addresses(element)
        if addresses:
            seconds = None if element.get("loop") is not None else _heard(addresses, known["seconds"])
            yield Playing(element, seconds, known["seconds"] is not None, bool(_QUIET.search(addresses)))


def _addresses(element: Element) -> str:
    own = [element.get("src")] + [one.get("src") for one in element.elements if one.tag == "source"]
    return " ".join(one for one in own if one)


def _heard(addresses: str, length: float | None) -> float | None:
    """The seconds from the beginning to the end of the part that the address names."""
    part = _FRAGMENT.search(addresses)
    start = float(part[1] or 0) if part else 0.0
    end = float(part[2]) if part and part[2] else length
    return max(end - start, 0.0) if end is not None else None


def has_control(subject: Subject, element: Element) -> bool:
    """Whether the player shows its own controls, or the page has one by name that is seen and told of."""
    if element.get("controls") is not None and is_rendered(element):
        return True
    controls = [one for one in subject.snapshot.all if semantic_role(one) in ("button", "link", "switch", "slider")]
    return any(is_seen(one) and is_exposed(one) and _STOPS.search(one.accessible_name) for one in controls)
