"""The space bar presses what is called a button."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.acting import controls, watching

NATIVE = frozenset({"button", "input", "summary"})
MOST = 3
# Whether a click came, or a script took the key for itself.
HEARD = """one => {
  const clicked = event => { window.heardSpace = true; event.preventDefault(); };
  const taken = event => { if (event.key === ' ' && event.defaultPrevented) window.heardSpace = true; };
  window.heardSpace = false;
  one.addEventListener('click', clicked);
  for (const kind of ['keydown', 'keyup']) addEventListener(kind, taken);
  window.hearNoMore = () => {
    one.removeEventListener('click', clicked);
    for (const kind of ['keydown', 'keyup']) removeEventListener(kind, taken);
    return window.heardSpace;
  };
  one.focus();
}"""


def check(subject: Subject) -> Iterator[Finding]:
    """The space bar on each of the first elements with the role of a button that are none by nature."""
    buttons = [one for one in controls(subject) if one.get("role") == "button" and one.tag not in NATIVE][:MOST]
    for button in buttons:
        subject.page.locator(button.selector).first.evaluate(HEARD)
        with watching(subject) as noticed:
            subject.page.keyboard.press("Space")
        heard = subject.page.evaluate("hearNoMore()") or noticed.anything
        yield expect(button, bool(heard), "The space bar presses it.", "The space bar does nothing here.")


RULE = Rule(
    id="own-space-does-it",
    name="The space bar presses what is called a button",
    criteria=(),
    applicability='The first three elements that can be seen with the role "button" that are no buttons by nature.',
    expectation="The space bar makes a click, or a script takes it.",
    check=check,
    acts=True,
)
