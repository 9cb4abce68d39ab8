"""The parts of one section have headings of their own."""

from collections import Counter
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.text import plain

FEWEST_SURE = 3


def check(subject: Subject) -> Iterator[Finding]:
    """Headings of one level under one heading are compared; "For" and "Against" may come back under another."""
    called = list(_called(subject))
    times = Counter(key for _, key in called)
    for heading, key in called:
        alone = sum(other[:2] == key[:2] for _, other in called) == times[key]
        if times[key] >= FEWEST_SURE and alone:
            yield failed(heading, f"All {times[key]} parts of one section are called {heading.accessible_name[:40]!r}.")
        elif times[key] > 1:
            yield cannot_tell(heading, f"Are these two parts one: {heading.accessible_name[:40]!r}?")
        else:
            yield passed(heading, "No part beside it is called so.")


def _called(subject: Subject) -> Iterator[tuple[Element, tuple[int, int, str]]]:
    """Each heading, with the heading that it stands under, its level and its name."""
    path: list[tuple[int, Element]] = []
    for heading in subject.snapshot.own:
        if heading.role != "heading" or not heading.accessible_name:
            continue
        level = int(heading.has("level") or 0)
        path = [(above, one) for above, one in path if above < level]
        yield heading, (id(path[-1][1]) if path else 0, level, plain(heading.accessible_name))
        path.append((level, heading))


RULE = Rule(
    id="own-headings-differ",
    name="The parts of a section have headings of their own",
    criteria=("2.4.6",),
    applicability="Every heading with a name.",
    expectation="Not all headings of one level under the same heading, three or more, are called the same.",
    check=check,
)
