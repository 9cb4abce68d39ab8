"""The transcripts that are kept for people to read: docs/heard/<journey>.<language>.md."""

import re
from pathlib import Path

from a11y_tests.screen_reader.expected import must_be_heard
from a11y_tests.screen_reader.listener import NUMBER, HeardPage
from a11y_tests.screen_reader.listening import seconds_to_speak

FOLDER = Path(__file__).parents[2] / "docs" / "heard"
# What differs from run to run, and what is nobody's business: numbers asked, keys, codes, times, addresses.
MASKS = (
    (NUMBER, "# # # #"),
    (re.compile(r"\b(?:[A-Z2-7]{4} ){7}[A-Z2-7]{4}\b"), "#### #### #### #### #### #### #### ####"),
    (re.compile(r"\b\d\d[.:]\d\d\b"), "##.##"),
    (re.compile(r"\bK\d{9}\b"), "K#########"),
    (re.compile(r"\bsofie\d+"), "sofie####"),
    (re.compile(r"\d+ af 148: kolonne \d+, linje \d+"), "# af 148: kolonne #, linje #"),
    (re.compile(r"\d+ of 148: column \d+, line \d+"), "# of 148: column #, line #"),
    (re.compile(r"(kolonne|column) \d+, (linje|line) \d+"), r"\1 #, \2 #"),
    (re.compile(r"\d{1,2}\.? (november|december|oktober) 20\d\d (klokken|at)"), r"# \1 #### \2"),
    (re.compile(r"localhost:\d+"), "localhost"),
)
NAMES = {"da": ("Tast", "Det høres", "Side", "Sekunder"), "en": ("Key", "Heard", "Page", "Seconds")}


def mask(text: str) -> str:
    """A text without what differs from run to run."""
    for pattern, instead in MASKS:
        text = pattern.sub(instead, text)
    return text


def sections(name: str) -> list[tuple[str, str]]:
    """The pages of a transcript ("crossing.da") that is kept: the title and the text of each."""
    parts = re.split(r"^## (.+)$", (FOLDER / f"{name}.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def seconds(page: HeardPage, lang: str) -> float:
    """How long one listens to a page: what one key brings is said without a pause."""
    return seconds_to_speak([" ".join(step.heard) for step in page.steps if step.heard], lang)


def written(title: str, pages: list[HeardPage], lang: str) -> str:
    """A journey as Markdown: the table of listening time, and what was heard on each page; what must be is bold."""
    _, _, name, unit = NAMES[lang]
    times = [(page.title, round(seconds(page, lang))) for page in pages]
    table = [f"| {name} | {unit} |", "|---|--:|", *(f"| {page} | {time} |" for page, time in times)]
    total = f"| | {sum(time for _, time in times)} |"
    return "\n".join([f"# {title}", "", *table, total, "", *[_page(page, lang) for page in pages]])


def _page(page: HeardPage, lang: str) -> str:
    wanted = must_be_heard(page.title, lang)
    lines = [f"## {page.title}", ""]
    for step in page.steps:
        said = [_bold(mask(text), wanted) for text in _without_spelling(step.heard)]
        lines.append(f"- `{_key(step.key)}` {' · '.join(said) or '–'}")
    return "\n".join([*lines, ""])


def _bold(text: str, wanted: list[str]) -> str:
    return f"**{text}**" if any(line in text for line in wanted) else text


def _key(key: str) -> str:
    """A key's name; of what was typed, only that something was."""
    return "(text)" if key.startswith("type ") else mask(key)


def _without_spelling(heard: list[str]) -> list[str]:
    """Without the letters of a key that was spelt out."""
    letters = [text for text in heard if len(text) == 1 and text.isalnum()]
    if len(letters) < 20:
        return heard
    return [heard[0], "(#)"]
