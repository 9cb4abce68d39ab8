"""What the browser knows of films and sounds: whether they hold sound, and what their captions say."""

import re

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.alternatives import players
from a11y_tests.rules.support.paths import PATH_SCRIPT, path_of

_PATIENCE_MS = 3000
# Whether each player holds sound, and for how long it lasts; null where the browser could not load it.
_FACTS = (
    "async (patience) => { const path = "
    + PATH_SCRIPT
    + """;
  const facts = (one) => new Promise((done) => {
    const tell = () => done([path(one), one.readyState < 1 ? null : {
      sound: one.localName === 'audio' || one.captureStream().getAudioTracks().length > 0, seconds: one.duration}]);
    if (one.readyState > 0 || one.networkState === 3 || one.error) return tell();
    if (one.preload === 'none') one.load();
    one.addEventListener('loadedmetadata', tell);
    one.addEventListener('error', tell);
    one.querySelectorAll('source').forEach((source) => source.addEventListener('error', () => setTimeout(tell, 200)));
    setTimeout(tell, patience);
  });
  return Object.fromEntries(await Promise.all([...document.querySelectorAll('audio, video')].map(facts)));
}"""
)
# The cues of each track for captions; null where its file cannot be read.
_CUES = """async (path) => Promise.all([...document.querySelector(path).querySelectorAll('track')]
  .filter((one) => ['captions', 'subtitles'].includes(one.kind)).map(async (one) => {
    try { const answer = await fetch(one.src); return answer.ok ? await answer.text() : null; } catch { return null; }
  }))"""
_CUE = re.compile(r"-->[^\n]*\n(?:[^\n]*\S[^\n]*\n?)+")
_SOUND_FILE = re.compile(r"(?i)\.(mp3|m4a|ogg|oga|opus|wav|aac|flac)$")


def with_sound(subject: Subject, sound: bool) -> list[tuple[Element, bool]]:
    """The films of the page that hold sound (or that hold none), and whether that is certain: they could be loaded.

    Those that the browser could not load are among both.
    """
    films = players(subject.snapshot, "video")
    if not films:
        return []
    known = subject.page.evaluate(_FACTS, _PATIENCE_MS)
    facts = [(film, known.get(path_of(film))) for film in films]
    return [(film, fact is not None) for film, fact in facts if fact is None or fact["sound"] is sound]


def seconds_of(subject: Subject, element: Element) -> float | None:
    """How long a sound or film lasts; None where the browser could not load it."""
    fact = subject.page.evaluate(_FACTS, _PATIENCE_MS).get(path_of(element))
    return float(fact["seconds"]) if fact and fact["seconds"] else None


def captions(subject: Subject, film: Element) -> list[int]:
    """How many cues each track for captions holds."""
    texts = subject.page.evaluate(_CUES, path_of(film))
    return [len(_CUE.findall(text.replace("\r\n", "\n"))) if text else 0 for text in texts]


def has_other_sound(subject: Subject) -> bool:
    """Whether the page has a sound beside the film, or a link to one, that may tell what is seen."""
    links = (one.get("href") or "" for one in subject.snapshot.own if one.tag == "a")
    return bool(players(subject.snapshot, "audio")) or any(_SOUND_FILE.search(address) for address in links)


def is_never_heard(film: Element) -> bool:
    """Whether a film is muted for good: it shows no controls to turn its sound on."""
    return film.get("muted") is not None and film.get("controls") is None
