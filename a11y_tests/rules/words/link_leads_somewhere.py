"""A link leads somewhere."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.text import words

TOP = frozenset({"top", "up", "start", "begin", "op", "toppen", "øverst"})


def check(subject: Subject) -> Iterator[Finding]:
    """What looks like a link and runs a script, or leads nowhere, is a button in truth."""
    for link in subject.snapshot.own:
        if link.tag not in ("a", "area") or link.get("href") is None or link.role != "link":
            continue
        address = link.attributes["href"].strip().lower()
        if address.startswith("javascript:"):
            yield expect(link, False, "", "It runs a script: that is what buttons are for.")
        elif address == "#":
            to_top = bool(TOP & set(words(link.accessible_name)))
            yield expect(link, to_top, "It leads to the top.", "It leads nowhere ('#'): that is what buttons are for.")
        else:
            yield expect(link, True, "It has an address.", "")


RULE = Rule(
    id="own-link-leads-somewhere",
    name="A link leads somewhere",
    criteria=(),
    applicability="Every link with an href.",
    expectation="Its address is no script, and no lone # unless it says that it leads to the top.",
    check=check,
)
