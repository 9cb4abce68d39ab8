"""Texts that may say in words what a sound or a film says: on the page, or behind a link that says so."""

import re

from a11y_tests.evaluation.snapshot import TEXT, Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_rendered, is_seen, seen_text
from a11y_tests.rules.support.roles import semantic_role

# Fewer words than these cannot be what is said in a speech or shown in a film.
FEWEST_WORDS = 20
# Of a short recording fewer words may be all there is: the slowest speaker says one in two seconds.
_WORDS_A_SECOND = 0.5
_PLAYS = re.compile(r"\b(play|listen|afspil|lyt|hør)\b", re.IGNORECASE)
_CONTROLS = frozenset({"button", "link", "switch"})
_LABEL = re.compile(
    r"\b(watch|listen|hear|see|video|film|audio|recording|optagelse|lyt|hør|lydfil)\b.*"
    r"\b(same|again|above|also|alternative|version|samme|ovenfor|også|igen)\b|"
    r"\b(same|above|also|alternative|samme|ovenfor|også)\b.*\b(watch|listen|hear|video|film|audio|lyt|hør|lydfil)\b",
    re.IGNORECASE | re.DOTALL,
)


def players(page: Document, tag: str) -> list[Element]:
    """The audio or video elements that somebody can play: they start by themselves, or show their controls.

    A sound has no picture to show: a button of the page's own plays it just as well.
    """
    found = [one for one in page.all if one.tag == tag]
    by_itself = [one for one in found if (is_rendered(one) and _has_controls(one)) or _begins(one)]
    if tag == "audio" and len(by_itself) < len(found) and _has_play_button(page):
        return [one for one in found if one.get("controls") is None or one in by_itself]
    return by_itself


def _begins(player: Element) -> bool:
    """Whether it starts by itself: a film that is not there to be seen is none, a sound needs no place on the page."""
    if player.get("autoplay") is None:
        return False
    return is_rendered(player) or (player.tag == "audio" and player.get("muted") is None)


def _has_play_button(page: Document) -> bool:
    return any(
        semantic_role(one) in _CONTROLS and _PLAYS.search(one.accessible_name) and is_seen(one) and is_exposed(one)
        for one in page.own
    )


def _has_controls(element: Element) -> bool:
    return element.get("controls") is not None and element.style.get("visibility") == "visible"


def readable_text(subject: Subject) -> str:
    """What can be both seen and heard of the page's text, without what text-indent pushes off the page."""
    body = next((one for one in subject.snapshot.own if one.tag == "body"), subject.snapshot.root)
    parts = [child for child in body.children if isinstance(child, Element) and child.tag not in ("nav", "footer")]
    own = [node.text for node in body.children if not isinstance(node, Element)]
    return " ".join([*own, *(seen_text(one) for one in parts if _is_readable(one))])


def _is_readable(element: Element) -> bool:
    indent = element.style.get("text-indent", "0px").removesuffix("px")
    is_pushed_off = indent.startswith("-") and float(indent if indent[1:2].isdigit() else 0) < -999
    return is_exposed(element) and not is_pushed_off


def words_for(seconds: float | None) -> int:
    """The fewest words that may be all that is said in a recording of so many seconds (None: not known)."""
    return FEWEST_WORDS if seconds is None else min(FEWEST_WORDS, max(1, round(seconds * _WORDS_A_SECOND)))


def has_text(subject: Subject, must_be_seen: bool = True, fewest: int = FEWEST_WORDS) -> bool:
    """Whether the page holds as many readable words as a transcript needs, or a link that may lead to one."""
    text = readable_text(subject) if must_be_seen else _told_text(subject)
    if len(text.split()) >= fewest:
        return True
    links = [one for one in subject.snapshot.all if one.tag == "a" and one.get("href")]
    return any(is_seen(one) and is_exposed(one) and not one.attributes["href"].startswith("#") for one in links)


def _told_text(subject: Subject) -> str:
    """The text that assistive technology meets, seen or not."""
    texts = [node for node in subject.snapshot.root.below if node.kind == TEXT and node.text.strip()]
    return " ".join(node.text for node in texts if node.is_rendered and is_exposed(next(node.above)))


def is_labelled_as_alternative(subject: Subject) -> bool:
    """Whether readable text says that a film or sound gives the same again."""
    return _LABEL.search(readable_text(subject)) is not None
