"""Words stand out under the pointer, with focus, when visited, in a field, and in its place for an example."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support import colour
from a11y_tests.rules.support.exposure import is_disabled, is_seen, is_tab_stop
from a11y_tests.rules.support.paths import path_of
from a11y_tests.rules.support.states import forced, visited

LEAST, LEAST_LARGE = 4.5, 3.0
MOST = 40
POINTED, FOCUSED = ("hover",), ("focus", "focus-visible")
NOT_WRITTEN = frozenset({"hidden", "checkbox", "radio", "submit", "button", "reset", "image", "file", "range", "color"})
# The words of an element, of whatever in it has words of its own, and of its placeholder: their colours, the flat one
# behind them (null where a picture or an opacity plays a part), and their size.
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
  const top = document.querySelector(path);
  if (!top) return [];
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
class _Look:
    """How the words of some elements look, one list of words an element."""

    elements: list[Element]
    words: list[list[dict[str, Any]]]


def check(subject: Subject) -> Iterator[Finding]:
    """Each kind of control is looked at as it is, pointed at, with focus, and (a link) as if it had been visited."""
    stops = [one for one in subject.snapshot.own if is_tab_stop(one) and is_seen(one) and not is_disabled(one)]
    samples = _samples(stops)[:MOST]
    if not samples:
        return
    usual = _look(subject, samples)
    yield from _judged(usual, None, "", only_fields=True)
    for states, told in ((POINTED, "Under the pointer"), (FOCUSED, "With focus")):
        with forced(subject, samples, states):
            look = _look(subject, samples)
        yield from _judged(look, usual, told)
    with visited(subject) as differs:
        if differs:
            yield from _judged(_look(subject, samples), usual, "When it was visited")


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


def _look(subject: Subject, samples: list[Element]) -> _Look:
    return _Look(samples, subject.page.evaluate(WORDS, [path_of(one) for one in samples]))


def _judged(look: _Look, usual: _Look | None, state: str, *, only_fields: bool = False) -> Iterator[Finding]:
    """A finding for each element whose words look otherwise than usual (or that is a field to write in)."""
    before = usual.words if usual else [[] for _ in look.words]
    for element, words, was in zip(look.elements, look.words, before, strict=True):
        if (only_fields and not _is_written(element)) or words == was:
            continue
        pale = [(ratio, one) for one in words if (ratio := _ratio(one)) is not None and ratio < _least(one)]
        if pale:
            ratio, one = pale[0]
            yield failed(element, f"{state} the contrast is {ratio:.2f} to 1: {one['text']}".strip())
        elif words:
            yield passed(element, f"{state} its words stand out.".strip())


def _is_written(element: Element) -> bool:
    kind = element.get("type") or "text"
    return element.tag in ("textarea", "select") or (element.tag == "input" and kind not in NOT_WRITTEN)


def _ratio(words: dict[str, Any]) -> float | None:
    front, behind = colour.read(words["front"]), colour.read(words["behind"] or "")
    if front is None or behind is None or behind.opacity < 1 or words["shadow"] != "none":
        return None
    return colour.contrast(front.over(behind), behind)


def _least(words: dict[str, Any]) -> float:
    return LEAST_LARGE if colour.is_large(words) else LEAST


RULE = Rule(
    id="own-states-stand-out",
    name="Words stand out in every state",
    criteria=("1.4.3",),
    applicability="Controls under the pointer and with focus, visited links, and what is typed or proposed in fields.",
    expectation="The contrast is 4.5 to 1, or 3 to 1 for large text, where the background is flat.",
    check=check,
    worlds=("light", "dark", "more contrast"),
    acts=True,
)
