"""The label of a field, and what is wrong with it, can be seen by whoever sees the field."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support import colour
from a11y_tests.rules.support.exposure import is_seen
from a11y_tests.rules.support.names import labels_of

FIELDS = frozenset({"input", "select", "textarea"})
SEEN = 1.2  # below this contrast nobody sees that there are words at all
SUMMARIES = frozenset({"alert", "alertdialog", "status"})


def check(subject: Subject) -> Iterator[Finding]:
    """No label has the colour of the paper; of each wrong field, some words that tell it can be seen."""
    by_id = subject.snapshot.by_id
    for field in (one for one in subject.snapshot.own if one.tag in FIELDS and is_seen(one)):
        labels = [one for one in labels_of(field) if is_seen(one) and one.visible_text]
        if labels:
            same = all(_is_of_the_paper(one) for one in labels)
            bad = "Its label has the colour of what is behind it."
            yield failed(field, bad) if same else passed(field, "Its label can be seen.")
        if field.get("aria-invalid") == "true":
            names = f"{field.get('aria-describedby') or ''} {field.get('aria-errormessage') or ''}".split()
            told = [by_id[name] for name in names if name in by_id and by_id[name].text_content]
            if told and not any(is_seen(one) for one in told) and not _is_summed_up(subject, field):
                yield failed(field, "It is marked as wrong, and the words that say so cannot be seen.")


def _is_of_the_paper(label: Element) -> bool:
    """Whether all its words are of one colour with a flat background."""
    parts = [one for one in (label, *label.elements) if any(part.text.strip() for part in one.children)]
    ratios = [_ratio(one) for one in parts if is_seen(one)]
    return bool(ratios) and all(ratio is not None and ratio < SEEN for ratio in ratios)


def _ratio(element: Element) -> float | None:
    front, behind = colour.read(element.style.get("-webkit-text-fill-color", "")), colour.read(element.background)
    if front is None or behind is None or behind.opacity < 1 or element.style.get("text-shadow", "none") != "none":
        return None
    return colour.contrast(front.over(behind), behind)


def _is_summed_up(subject: Subject, field: Element) -> bool:
    """Whether a link to it, or words that are cried out, can be seen elsewhere."""
    target = f"#{field.get('id')}"
    return any(
        is_seen(one) and one.visible_text and (one.get("href") == target or one.get("role") in SUMMARIES)
        for one in subject.snapshot.own
    )


RULE = Rule(
    id="own-words-of-fields-are-seen",
    name="Labels and errors can be seen",
    criteria=("3.3.2", "3.3.1"),
    applicability="Every field that can be seen and has a label or is marked as wrong.",
    expectation="The label differs from what is behind it; the words that say what is wrong, or a summary, are seen.",
    check=check,
    worlds=("light", "dark", "more contrast"),
)
