"""What a screen reader says of a page, phrase by phrase."""

from dataclasses import dataclass

from a11y_tests.evaluation.snapshot import Element

TITLE, TEXT, DESCRIPTION, END = "title", "text", "description", "end"


@dataclass(frozen=True)
class Phrase:
    """What is said in one breath.

    kind: TITLE, TEXT, DESCRIPTION, END (of a landmark, list or group), else the role of what is met.
    said: all of it, with the role and the states in the citizen's language.
    name: without them. language: of the voice that says it. place: the landmark it is in ("" for none).
    again: a description whose words stand on the page too, and are read there: whoever reads on hears them once.
    element: where it is said of; None when the phrases were kept and read back.
    """

    kind: str
    said: str
    name: str
    language: str
    place: str = ""
    again: bool = False
    element: Element | None = None
