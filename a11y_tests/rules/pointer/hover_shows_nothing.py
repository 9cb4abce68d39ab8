"""Nothing shows only under the pointer."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject

# The rules of the page's style sheets that show something under the pointer and not on focus as well.
SHOWN = """() => {
  const shows = style => ['display', 'visibility', 'opacity', 'content', 'clip', 'clip-path', 'max-height', 'height']
    .filter(name => style.getPropertyValue(name) && !['none', 'hidden'].includes(style.getPropertyValue(name)));
  const found = [];
  const walk = rules => { for (const rule of rules) {
    if (rule.cssRules) walk(rule.cssRules);
    if (rule.selectorText?.includes(':hover') && shows(rule.style).length && !rule.selectorText.includes(':focus')) {
      const without = rule.selectorText.replaceAll(/:hover/g, '');
      try { if (document.querySelector(without)) found.push(rule.cssText.slice(0, 200)) } catch { /* no selector */ }
    }
  } };
  for (const sheet of document.styleSheets) { try { walk(sheet.cssRules) } catch { /* of another origin */ } }
  return found }"""


def check(subject: Subject) -> Iterator[Finding]:
    """No style sheet makes anything appear on hover alone."""
    found = subject.page.evaluate(SHOWN)
    root = subject.snapshot.root
    yield expect(root, not found, "Nothing shows under the pointer alone.", f"Under the pointer alone shows: {found}")


RULE = Rule(
    id="own-hover-shows-nothing",
    name="Nothing shows under the pointer alone",
    criteria=("1.4.13", "2.1.1"),
    applicability="Every page.",
    expectation="No rule of its style sheets with :hover, and without :focus, changes whether something shows.",
    check=check,
)
