"""A page does not forbid to zoom."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject

_PAIR = re.compile(r"([^\s,;=]+)\s*=\s*([^\s,;=]+)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)")
_LEAST = 2.0
_WORDS = {"yes": 1.0, "device-width": 10.0, "device-height": 10.0}


def check(subject: Subject) -> Iterator[Finding]:
    """Each viewport meta element that says how far one may zoom lets one zoom to twice the size."""
    for element in subject.snapshot.own:
        content = (element.get("content") or "").lower()
        if element.tag != "meta" or (element.get("name") or "").strip().lower() != "viewport":
            continue
        if "user-scalable" not in content and "maximum-scale" not in content:
            continue
        settings = dict(_PAIR.findall(content))
        largest = _zoom(settings.get("maximum-scale", "10"))
        if not _may_zoom(settings.get("user-scalable", "yes")):
            yield failed(element, "The page does not let one zoom on some phones (user-scalable).")
        elif largest < _LEAST:
            yield failed(element, f"The page lets one zoom to {largest:g} times the size only on some phones.")
        else:
            yield passed(element, "The page lets one zoom.")


def _may_zoom(value: str) -> bool:
    """CSS Device Adaptation: numbers from -1 to 1 and words that are not known mean no."""
    number = _NUMBER.match(value)
    return abs(float(number[0])) >= 1 if number else value in _WORDS


def _zoom(value: str) -> float:
    """How far one may zoom; a negative number counts as nothing said."""
    number = _NUMBER.match(value)
    if number is None:
        return _WORDS.get(value, 0.1)
    return 10.0 if float(number[0]) < 0 else min(max(float(number[0]), 0.1), 10.0)


RULE = Rule(
    id="act-b4f0c3",
    name="Meta viewport allows for zoom",
    criteria=("1.4.4",),
    applicability="The content of a viewport meta element that mentions user-scalable or maximum-scale.",
    expectation="Zooming is allowed, up to 200 percent at least.",
    check=check,
)
