"""A link's words say where it leads, also when they are read alone."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.links import is_vague

# What says nothing when one goes from link to link.
EMPTY_WORDS = frozenset({
    "her", "klik her", "tryk her", "læs mere", "mere", "se mere", "link", "gå", "videre", "dette", "denne side",
    "here", "click here", "read more", "more", "see more", "learn more", "go", "this", "this page", "this link",
})  # fmt: skip


def check(subject: Subject) -> Iterator[Finding]:
    """No link is called by words that fit any link."""
    for link in subject.snapshot.all:
        name = link.accessible_name.lower().strip(" .…»>:")
        if link.role == "link" and link.accessible_name:
            good = name not in EMPTY_WORDS and not is_vague(name) and any(sign.isalnum() for sign in name)
            words = f"The name is only {link.accessible_name!r}."
            yield expect(link, good, "The name says something.", words)


RULE = Rule(
    id="own-link-says-where",
    name="A link's name says where it leads",
    criteria=("2.4.9",),
    applicability="Every link with a name.",
    expectation='The name has letters, and is not made of words that fit any link, such as "here" or "læs mere".',
    check=check,
)
