"""What stands on every page can be folded away."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.blocks import Blocks, perceivable
from a11y_tests.rules.support.exposure import is_exposed, is_seen, is_tab_stop
from a11y_tests.rules.support.pages import html_page
from a11y_tests.rules.support.roles import input_type, semantic_role
from a11y_tests.rules.support.walking import Walker


def check(subject: Subject) -> Iterator[Finding]:
    """Each control that does something on the page is used, to see whether the blocks go away for eyes and ears."""
    root = html_page(subject)
    if root is None:
        return
    blocks = Blocks(subject.snapshot).before_own
    unseen, untold = _folded(subject, blocks) if blocks else (set(), set())
    left = [block for block in blocks if block.backend_id not in unseen & untold]
    if left:
        yield failed(left[0], "No control takes this block away both from sight and from assistive technology.")
    else:
        yield passed(root, "What is repeated can be folded away, or nothing comes after it.")


def _folded(subject: Subject, blocks: list[Element]) -> tuple[set[int], set[int]]:
    """The blocks that some control makes invisible, and those that one hides from assistive technology."""
    unseen: set[int] = set()
    untold: set[int] = set()
    walker = Walker(subject)
    for control in _controls(subject.snapshot):
        walker.focus(control.backend_id)
        walker.press(_key(control))
        now = {one.backend_id: one for one in subject.snapshot_now().all}
        own = {control.backend_id, *(one.backend_id for one in control.elements)}
        for block in blocks:
            # What folds the rest away stays.
            parts = [now[one] for one in _holders(block) if one in now and one not in own]
            if not any(is_seen(part) for part in parts):
                unseen.add(block.backend_id)
            if not any(is_exposed(part) for part in parts):
                untold.add(block.backend_id)
        walker.focus(control.backend_id)
        walker.press(_key(control))
    return unseen, untold


def _holders(block: Element) -> set[int]:
    """The elements that hold the texts of a block, and its images and controls, by their ids in the browser."""
    found = (one if isinstance(one, Element) else next(one.above) for one in perceivable(block))
    return {one.backend_id for one in found}


def _controls(page: Document) -> list[Element]:
    """What does something on this page when it is used: no links to elsewhere, no buttons that send."""
    found = [one for one in page.own if is_tab_stop(one) and is_exposed(one)]
    return [one for one in found if one.tag == "summary" or _is_box(one) or (_is_button(one) and one.is_clickable)]


def _is_box(element: Element) -> bool:
    return element.tag == "input" and input_type(element) == "checkbox"


def _key(control: Element) -> str:
    return "Space" if _is_box(control) else "Enter"


def _is_button(element: Element) -> bool:
    if element.tag == "a":
        return (element.get("href") or "").startswith(("#", "javascript:")) and element.get("onclick") is not None
    is_in_form = any(one.tag == "form" for one in element.above)
    return semantic_role(element) in ("button", "link") and not is_in_form


RULE = Rule(
    id="act-3e12e1",
    name="Block of repeated content is collapsible",
    criteria=(),
    applicability="Any HTML page.",
    expectation="Controls take each repeated block that stands before own content from sight and from software.",
    check=check,
    acts=True,
    quick=False,
)
