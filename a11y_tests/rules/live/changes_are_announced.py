"""What a page puts in while one types is announced: it comes in a live region that was there before."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import LiveRule, expect, failed
from a11y_tests.journeys import account
from a11y_tests.journeys.plan import Seats

PERSONA, KIND = "crossed-card", "code_card"
WEAK = "123"
# Text that appears, and whether a region that announces it was there before the page changed.
WATCH = """() => {
  const live = '[aria-live=polite], [aria-live=assertive], [role=status], [role=alert], [role=log], output';
  const before = new Set(document.querySelectorAll(live));
  window.appeared = [];
  new MutationObserver(changes => {
    for (const change of changes) for (const node of change.addedNodes) {
      const text = node.textContent.trim(), around = change.target.closest(live);
      if (text) window.appeared.push([text, Boolean(around) && before.has(around)]);
    }
  }).observe(document.querySelector('main'), { childList: true, subtree: true });
}"""
APPEARED = "() => window.appeared"


def check(seats: Seats) -> Iterator[Finding]:
    """A weak password is typed where a new one is chosen; the words about it are announced."""
    me = seats.take(PERSONA)
    account.visit(me, account.log_on(me, KIND), "password")
    me.page.evaluate(WATCH)
    field = me.page.get_by_label(me.say("new_password"), exact=True)
    field.press_sequentially(WEAK)
    me.page.wait_for_function("() => window.appeared.length || document.querySelector('main [aria-invalid=true]')")
    appeared = me.page.evaluate(APPEARED)
    if not appeared:
        yield failed(None, "The field is marked as invalid, and no words are announced.", url=me.page.url)
    for text, announced in appeared:
        yield expect(None, announced, f"Announced: {text}", f"Appears and is not announced: {text}", url=me.page.url)


RULE = LiveRule(
    id="own-changes-are-announced",
    name="What appears while one types is announced",
    criteria=("4.1.3",),
    applicability="The words that appear when a weak new password is typed.",
    expectation="They appear in a live region that was in the page before.",
    check=check,
)
