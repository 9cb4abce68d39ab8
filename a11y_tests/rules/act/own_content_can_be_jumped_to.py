"""There is a link, or something like it, to where the page's own content begins."""

from collections.abc import Iterator
from urllib.parse import unquote

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Document, Element
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
    controls = [one for one in subject.snapshot.own if is_tab_stop(one) and is_exposed(one)]
    walker = Walker(subject)
    for control in controls:
        address = control.get("href") or ""
        leads = control.tag == "a" and len(address) > 1 and address.startswith("#")
        if leads and (control.get("onclick") is None or _moves(walker, control)):
            yield _at(subject.snapshot, address[1:])
    for control in controls:
        if control.tag not in ("a", "input", "select", "textarea") and control.is_clickable:
            walker.focus(control.backend_id)
            walker.press("Enter")
            yield _at(subject.snapshot, str(subject.page.evaluate("location.hash.slice(1)")))
            yield next((one for one in subject.snapshot.own if one.backend_id == walker.focused()), None)


def _at(page: Document, fragment: str) -> Element | None:
    """What a fragment of an address indicates: the element with this id, else the anchor with this name."""
    name = unquote(fragment)
    anchors = (one for one in page.own if one.tag == "a" and one.get("name") == name)
    return page.by_id.get(fragment) or page.by_id.get(name) or next(anchors, None)


def _moves(walker: Walker, control: Element) -> bool:
    """Whether a link whose click is a script's leads anywhere at all: to another place, or focus to another element."""
    before = walker.page.url
    walker.focus(control.backend_id)
    return walker.press("Enter") != control.backend_id or walker.page.url != before


RULE = Rule(
    id="act-ye5d6e",
    name="Document has an instrument to move focus to non-repeated content",
    criteria=(),
    applicability="Any HTML page.",
    expectation="Nothing of its own follows repeated content, or a control moves focus to just before such content.",
    check=check,
    acts=True,
)
