"""A long text is divided by headings."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, cannot_tell, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import Block, blocks

LONG, VERY_LONG = 250, 400  # words from one heading to the next
FEWEST_BLOCKS = 8
FEWEST_LISTS = 2  # a letter or a story has no parts; what is put in lists has
HEADING = frozenset({"legend", "summary", "caption", "dt"})


def check(subject: Subject) -> Iterator[Finding]:
    """The words of the main content from each heading to the next are counted; a table is looked up, not read."""
    main = next((one for one in subject.snapshot.own if one.role == "main"), None)
    if main is None:
        return
    inside = [one for one in blocks(main.document) if main in (one.element, *one.element.above)]
    longest = max(_runs(inside), key=_words, default=[])
    count = _words(longest)
    if count < LONG or len(longest) < FEWEST_BLOCKS:
        if inside:
            yield passed(main, f"At most {count} words stand between two headings.")
        return
    words = f"{count} words in {len(longest)} parts stand without a heading."
    # Where there are headings at all, somebody has thought of where they belong.
    sure = count >= VERY_LONG and len(list(_runs(inside))) <= 2 and _lists(longest) >= FEWEST_LISTS
    yield failed(longest[0].element, words) if sure else cannot_tell(longest[0].element, words)


def _runs(inside: list[Block]) -> Iterator[list[Block]]:
    """The blocks from each heading to the next."""
    run: list[Block] = []
    for block in inside:
        if _is_heading(block.element):
            yield run
            run = []
        elif not any(one.tag == "table" for one in block.element.above):
            run.append(block)
    yield run


def _is_heading(element: Element) -> bool:
    """Whether it heads what follows, as a heading does, or the legend of a group, or a term and its meaning."""
    return any(one.role == "heading" or one.tag in HEADING for one in (element, *element.above))


def _lists(run: list[Block]) -> int:
    """How many lists its blocks stand in."""
    return len({id(around) for one in run for around in one.element.above if around.tag in ("ul", "ol")})


def _words(run: list[Block]) -> int:
    return sum(block.count for block in run)


RULE = Rule(
    id="own-long-text-has-headings",
    name="A long text has headings",
    criteria=("2.4.10",),
    applicability="The main content of a page with text.",
    expectation="No 400 words in eight parts or more, with lists, stand under the page's own heading alone.",
    check=check,
)
