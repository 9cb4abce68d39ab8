"""Nothing lies over what has focus."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls
from a11y_tests.rules.support.roles import is_svg

# Nine points of the control: corners a little inside, sides and middle. What is hit must be it, in it, or its label.
COVERED = """selectors => selectors.map(selector => {
  // Of a link in the midst of a text, the words of the line below lie over the padding, and over no word.
  const isBeside = (hit, one, left, top) => hit.contains(one) && [...hit.childNodes].some(node => {
    if (node.nodeType !== 3) return false;
    const range = document.createRange(); range.selectNode(node);
    return [...range.getClientRects()].some(box =>
      box.left <= left && left <= box.right && box.top <= top && top <= box.bottom);
  });
  const one = document.querySelector(selector); if (!one) return 0;
  one.focus();
  const box = one.getClientRects()[0]; if (!box) return 0;
  const at = part => [0.08, 0.5, 0.92].map(share => part * share);
  const fits = box.width < innerWidth && box.height < innerHeight;  // what is larger cannot be seen whole
  let covered = 0;
  for (const x of at(box.width)) for (const y of at(box.height)) {
    const left = box.left + x, top = box.top + y;
    const hit = document.elementFromPoint(left, top);
    const outside = left < 0 || top < 0 || left >= innerWidth || top >= innerHeight;
    const labels = [...(one.labels ?? [])];
    const own = hit && ([one, ...labels].some(part => part.contains(hit)) || isBeside(hit, one, left, top));
    if (outside ? fits : !own) covered += 1;
  }
  return covered; })"""
POINTS = 9
SIZES = ({"width": 1280, "height": 720}, {"width": 320, "height": 480})


def check(subject: Subject) -> Iterator[Finding]:
    """Each control is given focus in a wide and in a narrow, low window: the nine points of it can all be hit."""
    worst: dict[str, int] = {}
    # The box of what is drawn is wider than its strokes, which alone can be hit.
    stops = [one for one in controls(subject) if ">>>" not in one.selector and not is_svg(one)]
    for size in SIZES:
        subject.page.set_viewport_size(size)
        covered = subject.page.evaluate(COVERED, [one.selector for one in stops])
        for control, points in zip(stops, covered, strict=True):
            worst[control.selector] = max(worst.get(control.selector, 0), points)
    for control in stops:
        points = worst[control.selector]
        if points and control.style.get("position") != "absolute":
            yield failed(control, f"{points} of its {POINTS} points are covered when it has focus.", points=points)
        else:
            yield passed(control, "Nothing lies over it.")


RULE = Rule(
    id="own-focus-is-not-covered",
    name="Nothing lies over what has focus",
    criteria=("2.4.11", "2.4.12"),
    applicability="The first forty tab stops that can be seen.",
    expectation="When it has focus, no point of it is covered or out of the window.",
    check=check,
    acts=True,
)
