"""A frame's name says what is in it."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Document
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.text import plain, telling_words

EMPTY_WORDS = frozenset({
    "frame", "iframe", "untitled", "title", "content", "embed", "embedded content", "page", "ramme",
    "indhold", "uden titel", "inline frame", "frame 1", "iframe 1",
})  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """The name of a frame is no word for frames, and speaks of what the document in it is called."""
    for frame in subject.snapshot.all:
        if frame.tag not in ("iframe", "frame") or not frame.accessible_name or not frame.is_in_tree:
            continue
        name = frame.accessible_name
        inner = next((one for one in frame.children if isinstance(one, Document)), None)
        said = _said(inner) if inner is not None else ""
        if plain(name) in EMPTY_WORDS:
            yield failed(frame, f"It is only called {name!r}.")
        elif set(telling_words(name)) & set(telling_words(said)):
            yield passed(frame, "It is called as what is in it.")
        else:
            shown = f": {said[:60]!r}" if said else ""
            yield cannot_tell(frame, f"Does {name!r} say what is in the frame{shown}?")


def _said(inner: Document) -> str:
    headings = [one.text_content for one in inner.own if one.tag in ("h1", "h2")]
    return " ".join([inner.title, *headings]).strip()


RULE = Rule(
    id="own-frame-says-what",
    name="A frame's name says what is in it",
    criteria=("2.4.1", "4.1.2"),
    applicability="Every frame with a name.",
    expectation="The name is no word for frames; a person looks where it shares none with the document in the frame.",
    check=check,
)
