"""A field has one label, a group has a legend, and a hint belongs to its field."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import TEXT, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.names import labels_of

FIELDS = frozenset({"input", "select", "textarea"})
NO_FIELDS = frozenset({"hidden", "submit", "button", "reset", "image"})
HINTS = frozenset({"p", "div", "span", "small", "em"})


def check(subject: Subject) -> Iterator[Finding]:
    """Each field has one label and is bound to what stands between it and the label; each fieldset has a name."""
    for element in subject.snapshot.own:
        if element.tag == "fieldset" and is_seen(element):
            yield _of_group(element)
        elif element.tag in FIELDS and element.get("type") not in NO_FIELDS and is_seen(element):
            labels = labels_of(element)
            if len(labels) > 1:
                yield failed(element, f"{len(labels)} labels point to it: {labels[0].text_content[:40]!r} and another.")
            elif labels:
                yield _of_hint(element, labels[0])


def _of_group(group: Element) -> Finding:
    return passed(group, "It has a name.") if group.accessible_name else failed(group, "The fieldset has no legend.")


def _of_hint(field: Element, label: Element) -> Finding:
    hint = _hint(field, label)
    if hint is None or field.get("aria-describedby") or field.get("aria-details"):
        return passed(field, "Nothing beside it is left out.")
    return failed(field, f"{hint.visible_text[:50]!r} stands between it and its label, and is not bound to it.")


def _hint(field: Element, label: Element) -> Element | None:
    """A lone text between a label and its field, all of them siblings."""
    around = field.parent
    if around is None or label.parent is not around or any(one.tag in FIELDS for one in label.elements):
        return None
    beside = [
        one for one in around.children if (one.kind != TEXT or one.text.strip()) and one.document is field.document
    ]
    first, last = beside.index(label), beside.index(field)
    between = beside[first + 1 : last]
    if len(between) != 1 or not isinstance(between[0], Element) or between[0].tag not in HINTS:
        return None
    inside = {one.tag for one in between[0].elements}
    return between[0] if between[0].visible_text and not inside & {*FIELDS, "button", "label"} else None


RULE = Rule(
    id="own-labels-and-hints",
    name="One label, a legend, and hints that belong to their fields",
    criteria=(),
    applicability="Every field with a label, and every fieldset, that can be seen.",
    expectation="One label points to it; a lone text between both describes it; the fieldset has a legend.",
    check=check,
)
