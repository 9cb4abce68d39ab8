"""What comes up under the pointer or with focus, and covers something, goes with Escape."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import FOCUS, TEXT_OF_PAGE, controls
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.listening import listeners
from a11y_tests.rules.support.pressing import middle
from a11y_tests.rules.support.text import words

COMING = ("mouseenter", "mouseover", "pointerenter", "pointerover", "mousemove")
WHOLE = frozenset({"html", "body", "main", "form"})
MOST, FEWEST_WORDS, SHOWN_MS, FAR = 6, 2, 400, (1, 1)
# Whether what says this lies over anything else: it is taken out of the flow, and something stands under it.
COVERS = """text => {
  const says = [...document.body.querySelectorAll('*')].filter(one => one.checkVisibility()
    && one.innerText?.includes(text));
  for (let at = says.at(-1); at && at !== document.body; at = at.parentElement) {
    if (!['absolute', 'fixed'].includes(getComputedStyle(at).position)) continue;
    const box = at.getBoundingClientRect();
    return [.2, .5, .8].some(x => [.2, .5, .8].some(y =>
      document.elementsFromPoint(box.x + x * box.width, box.y + y * box.height).some(one => !at.contains(one)
        && !one.contains(at) && (one.matches('a, button, input, select, textarea')
          || [...one.childNodes].some(part => part.nodeType === 3 && part.data.trim())))));
  }
  return false;
}"""
# Words that a style sheet alone puts over the page, while one points at or has focus: no key sends them away.
BY_STYLE = """() => {
  const found = [];
  const walk = rules => { for (const rule of rules) {
    if (rule.cssRules) walk(rule.cssRules);
    const says = /["'][^"']*\\p{L}{2,}[^"']*["']|attr\\(/u.test(rule.style?.content ?? '');
    const comes = /:(hover|focus|focus-visible|focus-within)\\b/.test(rule.selectorText ?? '');
    if (!says || !comes || !/::?(before|after)/.test(rule.selectorText)) continue;
    const at = rule.selectorText.split(',')[0]
      .replace(/:(hover|focus-visible|focus-within|focus)\\b|::?(before|after)/g, '');
    const lies = ['absolute', 'fixed'].includes(rule.style.position);
    try { if (lies && document.querySelector(at)) found.push(rule.selectorText) } catch { /* no selector */ }
  } };
  for (const sheet of document.styleSheets) { try { walk(sheet.cssRules) } catch { /* of another origin */ } }
  return found;
}"""


def check(subject: Subject) -> Iterator[Finding]:
    """Point at what listens for it, and give focus to the first fields: what then covers something goes with Escape."""
    page = subject.page
    if by_style := page.evaluate(BY_STYLE):
        yield failed(None, f"Words of a style sheet come over the page, and no key sends them away: {by_style}")
    if subject.hears(*COMING):
        heard = listeners(subject)
        asked = [one for one in subject.snapshot.own if heard.get(one.backend_id, set()) & set(COMING)]
        for element in [one for one in asked if one.tag not in WHOLE and is_seen(one)][:MOST]:
            yield _judged(subject, element, points=True)
        page.mouse.move(*FAR)
    if subject.hears(*FOCUS):
        for element in controls(subject)[:MOST]:
            yield _judged(subject, element, points=False)


def _judged(subject: Subject, element: Element, *, points: bool) -> Finding:
    page = subject.page
    page.mouse.move(*FAR)
    point, before = middle(page, element), _lines(subject)
    if points and point:
        page.mouse.move(*point)
    elif not points:
        page.locator(element.selector).first.focus()
    subject.wait(SHOWN_MS)
    new = sorted(one for one in _lines(subject) - before if len(words(one)) >= FEWEST_WORDS)
    if not new or not page.evaluate(COVERS, new[0]):
        return passed(element, "Nothing comes over the page.")
    page.keyboard.press("Escape")
    subject.wait(SHOWN_MS)
    if new[0] in _lines(subject):
        return failed(element, f"This comes over the page, and Escape does not send it away: {new[0][:80]!r}")
    return passed(element, "What comes goes with Escape.")


def _lines(subject: Subject) -> set[str]:
    return {line.strip() for line in str(subject.page.evaluate(TEXT_OF_PAGE)).splitlines() if line.strip()}


RULE = Rule(
    id="own-bubbles-can-be-sent-away",
    name="What comes up over the page goes with Escape",
    criteria=("1.4.13",),
    applicability="The first elements that listen for the pointer or for focus, and words that style sheets add then.",
    expectation="Where words come that lie over others or over a control, Escape sends them away.",
    check=check,
    acts=True,
)
