"""How well the words of controls stand out under the pointer, with focus, when visited, and in fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from weakref import WeakKeyDictionary

from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support import colour
from a11y_tests.rules.support.exposure import is_disabled, is_seen, is_tab_stop
from a11y_tests.rules.support.paths import path_of
from a11y_tests.rules.support.states import forced, visited

MOST = 40
POINTED, FOCUSED = ("hover",), ("focus", "focus-visible")
NOT_WRITTEN = frozenset({"hidden", "checkbox", "radio", "submit", "button", "reset", "image", "file", "range", "color"})
# The words of an element, of whatever in it has words of its own, and of its placeholder: their colours, the flat one
# behind them (null where a picture or an opacity plays a part), and their size. What is out of sight has none.
WORDS = """paths => paths.map(path => {
  const ground = one => {
    for (let at = one; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.backgroundImage !== 'none' || style.opacity !== '1' || style.filter !== 'none') return null;
      if (!/^rgba\\(.*, 0\\)$|transparent/.test(style.backgroundColor)) return style.backgroundColor;
    }
    return getComputedStyle(document.documentElement).colorScheme.startsWith('dark') ? null : 'rgb(255, 255, 255)';
  };
  const words = (one, style, text) => ({ text, front: style.webkitTextFillColor, behind: ground(one),
    shadow: style.textShadow, 'font-size': style.fontSize, 'font-weight': style.fontWeight });
  const top = document.querySelector(path), box = top?.getBoundingClientRect();
  if (!top || box.width < 2 || box.height < 2 || box.right + scrollX <= 0 || box.bottom + scrollY <= 0) return [];
  if (top.matches('input, textarea, select')) {
    const typed = words(top, getComputedStyle(top), 'what is typed');
    const hint = top.placeholder && { ...words(top, getComputedStyle(top, '::placeholder'), top.placeholder) };
    return hint ? [typed, hint] : [typed];
  }
  return [top, ...top.querySelectorAll('*')].filter(one => one.checkVisibility({ visibilityProperty: true })
      && [...one.childNodes].some(part => part.nodeType === 3 && /[\\p{L}\\p{N}]/u.test(part.data)))
    .map(one => words(one, getComputedStyle(one), one.textContent.trim().slice(0, 60)));
})"""


@dataclass(frozen=True)
class Words:
    """Words of a control in a state ("" as it is), and their contrast; None where that is not flat."""

    element: Element
    state: str
    text: str
    ratio: float | None
    is_large: bool

    def stand_out(self, least: float, least_large: float) -> bool:
        """Whether the contrast is enough; what is not flat is left to other rules."""
        return self.ratio is None or self.ratio >= (least_large if self.is_large else least)


_MEASURED: WeakKeyDictionary[Document, list[list[Words]]] = WeakKeyDictionary()


def words_in_states(subject: Subject) -> list[list[Words]]:
    """For each kind of control and each state in which its words look otherwise, those words.

    They are looked at as they are (fields), pointed at, with focus, and (links) as if they had been visited.
    """
    page = subject.snapshot
    if page not in _MEASURED:
        _MEASURED[page] = list(_looked(subject))
    return _MEASURED[page]


def _looked(subject: Subject) -> Iterator[list[Words]]:
    stops = [one for one in subject.snapshot.own if is_tab_stop(one) and not is_disabled(one)]
    samples = _samples(stops)[:MOST]
    if not samples:
        return
    usual = _look(subject, samples)
    yield from _changed(samples, usual, None, "")
    for states, told in ((POINTED, "Under the pointer"), (FOCUSED, "With focus")):
        # What comes into sight with focus, as a link that jumps to the content does, cannot be pointed at before.
        shown = [one for one in samples if states == FOCUSED or is_seen(one)]
        with forced(subject, shown, states):
            look = _look(subject, samples)
        yield from _changed(samples, look, usual, told)
    with visited(subject) as differs:
        if differs:
            yield from _changed(samples, _look(subject, samples), usual, "When it was visited")


def _samples(stops: list[Element]) -> list[Element]:
    """One of each kind: those of one tag, class, look, and place look alike in every state."""
    kinds: dict[tuple[object, ...], Element] = {}
    for one in stops:
        if one.tag == "input" and (one.get("type") or "text") in NOT_WRITTEN - {"submit", "button", "reset"}:
            continue
        classes = tuple((around.tag, around.get("class")) for around in (one, *one.above))
        kind = (classes, one.style.get("color"), one.style.get("background-color"), one.get("placeholder") is not None)
        kinds.setdefault(kind, one)
    return list(kinds.values())


def _look(subject: Subject, samples: list[Element]) -> list[list[dict[str, Any]]]:
    looks: list[list[dict[str, Any]]] = subject.page.evaluate(WORDS, [path_of(one) for one in samples])
    return looks


def _changed(
    samples: list[Element], look: list[list[dict[str, Any]]], usual: list[list[dict[str, Any]]] | None, state: str
) -> Iterator[list[Words]]:
    """The words of each element that look otherwise than usual (or of a field to write in)."""
    for element, words, was in zip(samples, look, usual or [[] for _ in look], strict=True):
        if words and words != was and (usual is not None or _is_written(element)):
            yield [Words(element, state, one["text"], _ratio(one), colour.is_large(one)) for one in words]


def _is_written(element: Element) -> bool:
    kind = element.get("type") or "text"
    return element.tag in ("textarea", "select") or (element.tag == "input" and kind not in NOT_WRITTEN)


def _ratio(words: dict[str, Any]) -> float | None:
    front, behind = colour.read(words["front"]), colour.read(words["behind"] or "")
    if front is None or behind is None or behind.opacity < 1 or words["shadow"] != "none":
        return None
    return colour.contrast(front.over(behind), behind)
