"""There is a link, or something like it, to where the page's own content begins."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.blocks import Blocks
from a11y_tests.rules.support.exposure import is_exposed, is_tab_stop
from a11y_tests.rules.support.pages import html_page
from a11y_tests.rules.support.walking import Walker


def check(subject: Subject) -> Iterator[Finding]:
    """Where a link leads is read from it; other controls are used, to see where they lead."""
    root = html_page(subject)
    if root is None:
        return
    blocks = Blocks(subject.snapshot)
    has_one = not blocks.own or any(
        target is not None and blocks.is_own(blocks.first_from(target)) for target in _targets(subject)
    )
    yield expect(root, has_one, "Focus can be moved to the page's own content.", "Nothing leads past what is repeated.")


def _targets(subject: Subject) -> Iterator[Element | None]:
    by_id = subject.snapshot.by_id
    controls = [one for one in subject.snapshot.own if is_tab_stop(one) and is_exposed(one)]
    for control in controls:
        address = control.get("href") or ""
        if control.tag == "a" and len(address) > 1 and address.startswith("#"):
            yield by_id.get(address[1:])
    walker = Walker(subject)
    for control in controls:
        if control.tag not in ("a", "input", "select", "textarea") and control.is_clickable:
            walker.focus(control.backend_id)
            walker.press("Enter")
            yield by_id.get(str(subject.page.evaluate("location.hash.slice(1)")))
            yield next((one for one in subject.snapshot.own if one.backend_id == walker.focused()), None)


RULE = Rule(
    id="act-ye5d6e",
    name="Document has an instrument to move focus to non-repeated content",
    criteria=(),
    applicability="Any HTML page.",
    expectation="Nothing of its own follows repeated content, or a control moves focus to just before such content.",
    check=check,
    acts=True,
)
