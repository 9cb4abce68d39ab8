"""The name of an image says what it shows."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.images import drawn_images, is_in_named, is_told
from a11y_tests.rules.support.text import plain

# Words that tell the kind of an image, not what it shows.
_KINDS = frozenset({"logo", "icon", "flag", "map", "portrait", "photo", "picture", "ikon", "kort", "foto"})
_NOTHING = frozenset(
    {"image", "picture", "photo", "graphic", "img", "icon", "logo", "spacer", "alt", "untitled", "billede", "ikon"}
)
_SPLIT = re.compile(r"[\W_]+|(?<=[a-z])(?=[A-Z])")
_LOADED = """() => performance.getEntriesByType('resource')
  .filter((one) => one.initiatorType === 'img').map((one) => one.name)"""


def check(subject: Subject) -> Iterator[Finding]:
    """The name is compared with the name of the file, where both tell the same kind of image."""
    images = [one for one in drawn_images(subject) if is_told(one) and one.accessible_name and not is_in_named(one)]
    for image in images:
        name, files = image.accessible_name, _files(subject, image)
        if plain(name) in _NOTHING:
            yield failed(image, f'"{name}" does not say what the image shows.')
        elif any(_contradicts(file, name) for file in files):
            yield failed(image, f'The image is called "{name}", but its file "{files[0]}".', file=files[0])
        elif any(set(_words(file)) & set(_words(name)) - _KINDS for file in files):
            yield passed(image, f'The image is called "{name}", as its file is.')
        else:
            yield cannot_tell(image, f'Does "{name}" say what the image shows?')


def _files(subject: Subject, image: Element) -> list[str]:
    """The names of the file that the image shows; of a canvas, those that only a script has loaded."""
    if image.tag == "img":
        return [_file(image.get("src") or "")]
    if image.tag != "canvas" or sum(one.tag == "canvas" for one in subject.snapshot.own) > 1:
        return []
    shown = {_file(one.get("src") or "") for one in subject.snapshot.own if one.tag == "img"}
    return [file for file in map(_file, subject.page.evaluate(_LOADED)) if file not in shown]


def _file(address: str) -> str:
    return "" if address.startswith("data:") else unquote(urlsplit(address).path.rsplit("/", 1)[-1])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _SPLIT.split(text.rsplit(".", 1)[0] if "." in text else text) if word]


def _contradicts(file: str, name: str) -> bool:
    """Both say that it is a logo, but of whom is in neither the same."""
    told, called = set(_words(file)), set(_words(name))
    kinds = told & called & _KINDS
    whose, who = told - _KINDS, called - _KINDS

    related = any(one in other or other in one for one in whose for other in who)
    return bool(kinds and whose and who) and not related


RULE = Rule(
    id="act-qt1vmo",
    name="Image accessible name is descriptive",
    criteria=("1.1.1",),
    applicability="An img, svg or canvas that can be seen and has a name.",
    expectation="The name serves an equivalent purpose to the image.",
    check=check,
)
