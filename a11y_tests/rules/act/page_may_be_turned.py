"""A page does not turn its content back when the device is turned."""

from collections.abc import Iterator
from typing import Any

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.paths import PATH_SCRIPT, by_path

_UPRIGHT, _LYING = {"width": 600, "height": 900}, {"width": 900, "height": 600}
_NEAR_DEGREES = 3.0
# How far each element is turned about the axis that looks at the reader, in degrees; None where it is not transformed.
_ANGLES = (
    "() => { const path = "
    + PATH_SCRIPT
    + """; return [...document.querySelectorAll('*')].filter((one) => one.checkVisibility?.() ?? true).map((one) => {
  const style = getComputedStyle(one);
  if (style.transform === 'none' && (style.rotate || 'none') === 'none') return null;
  const matrix = new DOMMatrix(style.transform === 'none' ? undefined : style.transform);
  const own = /(-?[\\d.e-]+)deg$/.exec(style.rotate || '');
  const angle = Math.atan2(matrix.b, matrix.a) * 180 / Math.PI + (own ? parseFloat(own[1]) : 0);
  return {path: path(one), angle};
}).filter(Boolean); }"""
)


def check(subject: Subject) -> Iterator[Finding]:
    """No element is turned by a quarter more in one orientation than in the other."""
    page = subject.page
    before = page.viewport_size
    upright = _angles(subject, _UPRIGHT)
    lying = _angles(subject, _LYING)
    elements = by_path(subject.snapshot)
    for path in sorted(set(upright) | set(lying)):
        turned = abs(upright.get(path, 0.0) - lying.get(path, 0.0)) % 360
        target = elements.get(path, subject.snapshot.root)
        if min(abs(turned - 90), abs(turned - 270)) <= _NEAR_DEGREES:
            yield failed(target, f"Turning the device turns this by {turned:.0f} degrees.", path=path)
        elif path not in upright or path not in lying or turned > _NEAR_DEGREES:
            yield passed(target, "Turning the device does not turn this by a quarter.", path=path)
    if before:
        page.set_viewport_size(before)


def _angles(subject: Subject, size: dict[str, int]) -> dict[str, float]:
    subject.page.set_viewport_size(size)  # type: ignore[arg-type]
    subject.settle()
    found: list[dict[str, Any]] = subject.page.evaluate(_ANGLES)
    return {one["path"]: one["angle"] for one in found}


RULE = Rule(
    id="act-b33eff",
    name="Orientation of the page is not restricted using CSS transforms",
    criteria=("1.3.4",),
    applicability="An element that can be seen and is transformed differently in the two orientations.",
    expectation="The two transformations do not differ by a quarter turn.",
    check=check,
    acts=True,
)
