"""A film has captions, and its words beside it."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

KINDS = frozenset({"captions", "subtitles", "descriptions"})
PLAYERS = frozenset({"iframe", "embed", "object"})
PLAYS = re.compile(
    r"//(?:www\.|player\.|play\.)?(?:youtube(?:-nocookie)?|youtu|vimeo|dailymotion|twitch|23video|wistia|soundcloud|spotify)"
    r"\.|\.(?:mp4|webm|ogv|mov|mp3|ogg|wav|m4a|swf)(?:[?#]|$)",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """A film without any track and without a text that describes it is for those only who see and hear."""
    for film in (one for one in subject.snapshot.all if one.tag == "video" and one.is_visible):
        if film.get("muted") is None and not _has_captions(film) and not _has_text(film):
            yield failed(film, "It has no captions, no description, and no text of the same beside it.")
        else:
            yield cannot_tell(film, "Do captions, description or text tell all that is said and shown?")
    for element in subject.snapshot.all:
        if element.tag == "audio" and element.is_visible:
            yield cannot_tell(element, "Does a text on the page or beside it tell all that is heard?")
        elif element.tag in PLAYERS and element.is_visible and PLAYS.search(_address(element)):
            words = "Has the film in it captions, a description and a text of the same, and does nothing flash in it?"
            yield cannot_tell(element, words)


def _address(element: Element) -> str:
    return element.get("src") or element.get("data") or ""


def _has_captions(film: Element) -> bool:
    return any(one.tag == "track" and one.get("kind") in KINDS for one in film.elements)


def _has_text(film: Element) -> bool:
    """Whether something points to a text of the same: a description, or words or links right beside it."""
    if film.get("aria-describedby") or film.get("aria-details"):
        return True
    around = next(film.above, None)
    return around is not None and around.tag in ("figure", "section") and len(around.visible_text) > 0


RULE = Rule(
    id="own-film-has-captions",
    name="A film has captions or its words beside it",
    criteria=("1.2.1", "1.2.2", "1.2.3", "1.2.5"),
    applicability="Every video, audio and player in a frame that can be seen.",
    expectation="It has a track, or a text that stands with it; a person judges whether that is enough.",
    check=check,
)
