"""How each control looks when it has focus, as its styles tell."""

from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen, is_tab_stop
from a11y_tests.rules.support.names import labels_of
from a11y_tests.rules.support.paths import path_of

_PROBE = (Path(__file__).parents[2] / "probes" / "focus_look.js").read_text(encoding="utf-8")
_MOST = 200
_LOOKS: WeakKeyDictionary[Document, list[tuple[Element, Any]]] = WeakKeyDictionary()


def focus_looks(subject: Subject) -> list[tuple[Element, Any]]:
    """Every tab stop that can be seen, the first two hundred, with its outlines, the ground around it, and whether
    anything else changes; None in place of these where focus did not come, or did not stay. Asked once in a world."""
    page = subject.snapshot
    if page not in _LOOKS:
        subject.page.keyboard.press("Shift")  # a key was the last input: browsers show focus
        stops = [one for one in page.own if is_tab_stop(one) and _shows(one)][:_MOST]
        looks = subject.page.evaluate(_PROBE, [path_of(one) for one in stops])
        _LOOKS[page] = [(one, _without_unseen(one, look)) for one, look in zip(stops, looks, strict=True)]
    return _LOOKS[page]


def _without_unseen(control: Element, look: Any) -> Any:
    """Of a control that a style sheet hides and draws elsewhere, its own outline, the first, is not seen either."""
    return look if look is None or is_seen(control) else [look[0][1:], *look[1:]]


def _shows(control: Element) -> bool:
    """Whether it, or a label in its place, can be seen."""
    return is_seen(control) or any(is_seen(label) for label in labels_of(control))
