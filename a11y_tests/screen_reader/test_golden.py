"""The transcripts that are kept say what is expected of the portal, and give nothing away."""

import re

import pytest

from a11y_tests.screen_reader.expected import MOST_SECONDS, PAGES, must_be_heard
from a11y_tests.screen_reader.golden import FOLDER, mask, sections

FILES = [f"{journey}.{lang}" for journey in ("crossing", "logon") for lang in ("da", "en")]


@pytest.mark.parametrize("name", FILES)
def test_every_page_holds_what_must_be_heard_in_this_order(name):
    for page, text in sections(name):
        rest = text
        for line in must_be_heard(page, name[-2:]):
            assert line in rest, f"{name}, {page}: {line!r}"
            rest = rest.partition(line)[2]


@pytest.mark.parametrize("lang", PAGES)
def test_every_expectation_belongs_to_a_page_of_a_transcript(lang):
    heard = {page for journey in ("crossing", "logon") for page, _ in sections(f"{journey}.{lang}")}
    assert heard == set(PAGES[lang])


@pytest.mark.parametrize("name", FILES)
def test_no_page_takes_longer_than_the_ceiling(name):
    before = (FOLDER / f"{name}.md").read_text(encoding="utf-8").partition("## ")[0]
    times = [int(time) for time in re.findall(r"^\| \w[\w, ]* \| (\d+) \|$", before, re.MULTILINE)]
    assert len(times) == len(sections(name))
    assert max(times) <= MOST_SECONDS


@pytest.mark.parametrize("name", FILES)
def test_nothing_is_kept_that_differs_from_run_to_run(name):
    text = (FOLDER / f"{name}.md").read_text(encoding="utf-8")
    assert mask(text) == text


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Find nummer 5 1 7 7 på kodekortet K358789678.", "Find nummer # # # # på kodekortet K#########."),
        ("for eksempel 1 2 3 4 5 6.", "for eksempel 1 2 3 4 5 6."),
        ("VLBG ONZN C5JK 3IRH HBUH 2QUV Q3E3 OHYP.", "#### #### #### #### #### #### #### ####."),
        ("Du bliver logget af klokken 21.13.", "Du bliver logget af klokken ##.##."),
        ("Dette er nummer 55 af 148: kolonne 2, linje 18.", "Dette er nummer # af 148: kolonne #, linje #."),
    ],
)
def test_what_differs_is_masked(said, kept):
    assert mask(said) == kept
