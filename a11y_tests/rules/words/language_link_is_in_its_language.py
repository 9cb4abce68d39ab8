"""The link to a page in another language says so in that language."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.language import primary

# What languages call themselves. A name in the page's own language ("engelsk" on a Danish page) needs no mark.
OWN_NAMES = {"english": "en", "dansk": "da", "deutsch": "de", "svenska": "sv", "norsk": "no", "français": "fr"}


def check(subject: Subject) -> Iterator[Finding]:
    """A link by the name that a language gives itself has that language as its lang."""
    for link in subject.snapshot.own:
        meant = OWN_NAMES.get(link.text_content.strip().lower(), "") if link.tag == "a" else ""
        here = next((one.get("lang") or "" for one in (link, *link.above) if one.get("lang") is not None), "")
        inside = next((one.get("lang") or "" for one in link.elements if one.get("lang")), here)
        page = primary(subject.snapshot.root.get("lang") or "")
        if meant and link.is_in_tree and meant != page:
            words = f"{link.text_content!r} is read aloud as {here or 'no language'}."
            yield expect(link, primary(inside) == meant, "It is in its own language.", words)


RULE = Rule(
    id="own-language-link-is-in-its-language",
    name="A language's own name is in that language",
    criteria=("3.1.2",),
    applicability="Every link that is called what another language than the page's calls itself.",
    expectation="Its lang is that language.",
    check=check,
)
