"""A link that opens a window says so."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen

SAYS = re.compile(r"ny(?:t)? (?:vindue|fane|side)|new (?:window|tab)", re.IGNORECASE)
STAYS = frozenset({"", "_self", "_top", "_parent"})
MOST = 40
# Which of these links a script opens in a window, when they are clicked; nothing opens, and nobody goes anywhere.
OPENED = """selectors => {
  const open = window.open;
  const stay = event => event.preventDefault();
  let opened = false;
  window.open = () => { opened = true; return null };
  addEventListener('click', stay);
  const found = selectors.map(selector => {
    opened = false;
    document.querySelector(selector)?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    return opened;
  });
  removeEventListener('click', stay);
  window.open = open;
  return found;
}"""


def check(subject: Subject) -> Iterator[Finding]:
    """A link with a target of its own, or that a script opens in a window, tells it in its name or description (H83,
    G201)."""
    for link in subject.snapshot.all:
        if link.tag in ("a", "area", "form") and (link.get("target") or "").lower() not in STAYS:
            yield expect(link, _is_told(link), "It says that a window opens.", "It opens a window, and says nothing.")
    links = [one for one in subject.snapshot.own if one.tag == "a" and one.get("href") and is_seen(one)][:MOST]
    if links and subject.hears("click"):
        opened = subject.page.evaluate(OPENED, [one.selector for one in links])
        silent = [link for link, opens in zip(links, opened, strict=True) if opens and not _is_told(link)]
        yield from (failed(one, "A script opens a window for it, and it says nothing.") for one in silent)
        if not silent:
            yield passed(None, "No script opens a window for a link that does not say so.")


def _is_told(link: Element) -> bool:
    return bool(SAYS.search(f"{link.accessible_name} {link.accessible_description} {link.text_content}"))


RULE = Rule(
    id="own-no-window-unasked",
    name="A link that opens a window says so",
    criteria=("3.2.5",),
    applicability="Links and forms with a target that is another window, the first forty links that scripts hear.",
    expectation="Its name or description speaks of a new window or tab.",
    check=check,
    acts=True,
)
