"""The looks that an evaluation asks for: which pages, and the mark of what is judged there."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from a11y_tests.evaluation.capture import Capture
from a11y_tests.evaluation.facts import Facts
from a11y_tests.reviews.judged import mark
from a11y_tests.reviews.looks import COLOURS, ORDER, PICTURES, TIME, WORDS, Look
from a11y_tests.reviews.question import MOST_PLACES, Question, place_of


@dataclass(frozen=True)
class Taken:
    """A look to be taken: the question, and the captures (ids) that it is about."""

    look: Look
    question: Question
    captures: tuple[str, ...]


def looks_at(captures: Mapping[str, Capture], facts: Iterable[Facts], names: Iterable[str]) -> list[Taken]:
    """Every look that these pages ask for."""
    names, facts = list(names), list(facts)
    words = _grouped(facts, lambda one: f"{one.page}, {one.language}")
    pages = _grouped(facts, lambda one: one.page)
    taken = [_taken(WORDS, title, some, _words_of(some), captures, names) for title, some in words.items()]
    taken += [_taken(ORDER, title, some, _order_of(some), captures, names) for title, some in pages.items()]
    if not facts:
        return taken
    pictures = sorted({f"{source.split('?')[0]} {text}" for one in facts for source, text in one.images})
    files = {kind: _files(captures.values(), kind) for kind in ("css", "javascript")}
    everywhere = [(PICTURES, pictures), (COLOURS, files["css"]), (TIME, files["javascript"])]
    return taken + [_taken(look, "all pages", facts, parts, captures, names) for look, parts in everywhere]


def _grouped(facts: list[Facts], key: Callable[[Facts], str]) -> dict[str, list[Facts]]:
    groups: dict[str, list[Facts]] = {}
    for one in facts:
        groups.setdefault(key(one), []).append(one)
    return groups


def _words_of(facts: list[Facts]) -> list[str]:
    """Every heading, label, hint, error, link and button of a page, in all its states."""
    return sorted(
        {one.title for one in facts}
        | {heading for one in facts for heading in one.headings}
        | {f"{field.label} {field.description}" for one in facts for field in one.fields}
        | {link.name for one in facts for link in one.links}
        | {button for one in facts for button in one.buttons}
    )


def _order_of(facts: list[Facts]) -> list[str]:
    """The build of a page, whatever its language."""
    return sorted({" ".join([*(mark.split()[0] for mark in one.landmarks), *_fields_of(one)]) for one in facts})


def _fields_of(facts: Facts) -> list[str]:
    return [f"{field.name}:{field.kind}" for field in facts.fields]


def _files(captures: Iterable[Capture], kind: str) -> list[str]:
    """The bodies of all style sheets or scripts, by their SHA-256 (as letters: digits say nothing in a mark)."""
    bodies = {
        answer.body
        for capture in captures
        for answer in capture.answers.values()
        if kind in answer.headers.get("content-type", "")
    }
    return sorted(body.translate(str.maketrans("0123456789", "ghijklmnop")) for body in bodies)


def _taken(
    look: Look, title: str, facts: list[Facts], parts: list[str], captures: Mapping[str, Capture], names: list[str]
) -> Taken:
    ids = tuple(one.capture for one in facts)
    places = tuple(dict.fromkeys(place_of(captures.get(id)) for id in ids))[:MOST_PLACES]
    id = mark(look.id, [title, *parts], names)
    asks = tuple(f"{criterion}: {asked}" for criterion, asked in look.asks.items())
    what = f"{look.name}: {title}"
    return Taken(look, Question(id, look.id, look.criteria, what, look.how, places, asks=asks), ids)
