"""Links that are called the same."""

from collections import defaultdict
from collections.abc import Callable, Hashable
from itertools import combinations

from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.destinations import address_of, lead_to_the_same
from a11y_tests.rules.support.links import links_of

# So many pairs of pages are opened; a person looks at the rest.
_MOST_PAIRS = 6


def namesakes(
    page: Document, kind: Callable[[Element], Hashable] = lambda link: None
) -> list[tuple[str, list[Element]]]:
    """The names that two or more links of one kind share, with the links."""
    found: dict[Hashable, list[tuple[str, Element]]] = defaultdict(list)
    for link, name in links_of(page):
        if name:
            found[(name.casefold(), kind(link))].append((name, link))
    return [(group[0][0], [link for _, link in group]) for group in found.values() if len(group) > 1]


def differing(subject: Subject, links: list[Element]) -> tuple[list[tuple[Element, Element]], bool]:
    """The pairs of links that lead to different things, and whether of some it could not be said."""
    different, open_questions = [], False
    known: dict[frozenset[str], bool | None] = {}
    for one, other in combinations(links, 2):
        pair = frozenset((address_of(one), address_of(other)))
        if pair not in known:
            known[pair] = _same(subject, pair) if len(known) < _MOST_PAIRS else None
        if known[pair] is False:
            different.append((one, other))
        open_questions = open_questions or known[pair] is None
    return different, open_questions


def _same(subject: Subject, pair: frozenset[str]) -> bool | None:
    addresses = sorted(pair)
    return lead_to_the_same(subject.page, addresses[0], addresses[-1])
