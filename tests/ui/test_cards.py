"""The forms of a card: every code is read back from where its form's grid says that it stands."""

import io
import re
import shutil
import subprocess
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.ui import speech
from app.ui.cards import audio, braille, pdf, sheet, text
from app.ui.cards.sheet import Entry, Grid, Sheet
from tests.support import pdf as reading

GRIDS = (sheet.ORDINARY, sheet.LARGE, sheet.LIST, sheet.BRAILLE, sheet.AUDIO)
COUNTS = (148, 10, 1)
with_louis = pytest.mark.skipif(not braille.available(), reason="liblouis is not installed")


def card(language="da", count=148, used=()):
    entries = [Entry(f"{n * 67 + 5:04d}", f"{n * 6737 % 10**6:06d}", n in used) for n in range(count)]
    notes = {"da": ("Gem kortet, hvor kun du kan finde det.",), "en": ("Keep the card safe.",)}[language]
    title = {"da": "Kodekort K123456789", "en": "Code card K123456789"}[language]
    return Sheet(title, "K123456789", notes, tuple(entries), language)


# Where things stand


@given(st.sampled_from(GRIDS), st.integers(min_value=0, max_value=10_000))
def test_a_spot_leads_back_to_its_position(grid, position):
    spot = grid.spot(position)
    assert grid.position(spot) == position
    assert 1 <= spot.column <= grid.columns
    assert grid.first_line <= spot.line < grid.first_line + grid.lines


@given(
    st.builds(Grid, *[st.integers(min_value=1, max_value=50)] * 4), st.integers(min_value=1, max_value=400), st.data()
)
def test_no_two_positions_share_a_spot(grid, count, data):
    one = data.draw(st.integers(min_value=0, max_value=count))
    other = data.draw(st.integers(min_value=0, max_value=count).filter(lambda n: n != one))
    assert grid.spot(one) != grid.spot(other)


def test_digits_are_read_three_and_three_and_other_codes_as_they_are():
    assert [Entry("1", code).grouped for code in ("123456", "1234", "AB12-CD", "")] == [
        "123 456",
        "123 4",
        "AB12-CD",
        "",
    ]


# Text


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_list_has_every_code_in_its_section_and_line(language):
    made = card(language)
    sections = re.split(r"\n\n(?:Kode|Codes) \d+ (?:til|to) \d+\n", text.plain(made))[1:]
    for position, entry in enumerate(made.entries):
        spot = sheet.LIST.spot(position)
        line = sections[spot.page - 1].splitlines()[spot.line - 1]
        assert line == f"{spot.line}. {entry.number}: {entry.grouped}"


def test_the_list_names_its_sections_and_says_what_is_used():
    plain = text.plain(card(count=13, used=[11]))
    assert "Kode 11 til 13\n1. 0675: 067 370\n2. 0742: (brugt)\n" in plain
    assert plain.startswith("Kodekort K123456789\n\nGem kortet")


def test_codes_are_read_in_the_groups_that_they_are_made_for():
    assert Entry("1", "1234567890", group=5).grouped == "12345 67890"
    assert Entry("1", "1234567890").grouped == "123 456 789 0"


def test_a_list_whose_numbers_are_its_lines_tells_them_once():
    made = replace(card("en", count=2), lined=False)
    assert text.plain(made).splitlines()[-2:] == ["0005: 000 000", "0072: 006 737"]
    for make in (pdf.ordinary, pdf.large):
        assert reading.roles(make(made)).count("TH") == 2
        assert "0072 006 737" in reading.lines(make(made))


# PDF


@pytest.mark.parametrize("make", [pdf.ordinary, pdf.large])
@pytest.mark.parametrize("language", ["da", "en"])
def test_a_pdf_is_tagged_and_says_its_title_and_language(make, language):
    made = reading.unpacked(make(card(language)))
    assert re.search(rb"/MarkInfo\s*<<[^>]*/Marked true", made)
    assert b"/StructTreeRoot" in made
    assert re.search(rb"/Lang ?\(" + language.encode(), made)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in made
    assert b"/DisplayDocTitle true" in made
    assert b"K123456789" in re.search(rb"<dc:title>.*?</dc:title>", made, re.DOTALL)[0]


@pytest.mark.parametrize(("make", "tables"), [(pdf.ordinary, 4), (pdf.large, 8)])
def test_every_table_of_a_pdf_has_a_heading_and_column_headers(make, tables):
    found = reading.roles(make(card()))
    assert found.count("Table") == tables
    assert found.count("TH") == 3 * tables
    assert found.count("TD") == 3 * 148
    assert found.count("H2") == tables
    assert found.count("H1") == 1


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_print_has_every_code_in_its_column_and_line_on_one_page(language):
    made = card(language)
    printed = pdf.ordinary(made)
    assert reading.pages(printed) == 1
    rows = [line for line in reading.lines(printed) if re.match(r"\d+ \d{4} \d{3} \d{3}( |$)", line)]
    assert len(rows) == sheet.ORDINARY.lines
    for position, entry in enumerate(made.entries):
        spot = sheet.ORDINARY.spot(position)
        cells = re.findall(r"(\d+) (\d{4}) (\d{3} \d{3})", rows[spot.line - 1])
        assert cells[spot.column - 1] == (str(spot.line), entry.number, entry.grouped)


def test_the_large_print_has_every_code_on_its_page_and_line():
    made = card("en")
    printed = pdf.large(made)
    assert reading.pages(printed) == 9
    parts = re.split(r"K123456789, page (\d+)\n", "\n".join(reading.lines(printed)))
    pages = dict(zip(map(int, parts[1::2]), parts[2::2], strict=True))
    for position, entry in enumerate(made.entries):
        spot = sheet.LARGE.spot(position)
        assert f"\n{spot.line} {entry.number} {entry.grouped}" in pages[spot.page]


def test_nothing_in_large_print_is_small():
    assert min(pdf.BIG.text, pdf.BIG.codes, pdf.BIG.heads) >= pdf.SMALLEST_LARGE


@pytest.mark.parametrize("make", [pdf.ordinary, pdf.large])
def test_a_pdf_is_read_in_the_order_of_the_card(make):
    """Title, notes, then each column (or page) from its heading down: not line by line across the columns."""
    made = card()
    read = reading.in_order(make(made))
    wanted = [made.title, made.notes[0], *(f"{entry.number}{entry.grouped}" for entry in made.entries)]
    places = [read.find(words) for words in wanted]
    assert -1 not in places
    assert places == sorted(places)
    found = reading.roles(make(made))
    assert found.index("H1") < found.index("H2") < found.index("Table")


def test_what_is_in_a_card_is_never_a_command_to_the_typesetter():
    evil = Sheet('#panic("x") $ \\ "', "#x", ("*a* #import", "= b"), (Entry("0001", "#eval"),), "en")
    assert pdf.ordinary(evil).startswith(b"%PDF-")
    assert any("*a* #import" in line for line in reading.lines(pdf.ordinary(evil)))


# Braille


def read_back(brf, language):
    """The lines of each page as liblouis reads them."""
    pages = []
    for page in brf.decode("ascii").split("\f")[:-1]:
        given = page.replace("\r\n", "\n")
        command = [shutil.which("lou_translate"), "--backward", braille.TABLES[language]]
        ran = subprocess.run(command, input=given.encode(), capture_output=True, check=True, timeout=20)
        pages.append(ran.stdout.decode().split("\n"))
    return pages


@with_louis
@pytest.mark.parametrize("cells", braille.CELLS)
@pytest.mark.parametrize("language", ["da", "en"])
def test_braille_reads_back_to_every_code_on_its_page_and_line(language, cells):
    made = card(language)
    pages = read_back(braille.brf(made, cells=cells), language)
    word = {"da": "side", "en": "page"}[language]
    assert len(pages) == 9
    for position, entry in enumerate(made.entries):
        spot = sheet.BRAILLE.spot(position)
        page = pages[spot.page - 1]
        assert page[0] == f"K123456789, {word} {spot.page}"
        assert page[spot.line - 1] == f"{entry.number}: {entry.grouped}"


@with_louis
@pytest.mark.parametrize("cells", braille.CELLS)
def test_braille_keeps_within_lines_and_pages(cells):
    made = braille.brf(card(), cells=cells)
    assert made.endswith(b"\r\n\f")
    for page in made.split(b"\f")[:-1]:
        assert page.count(b"\r\n") <= braille.LINES
        assert max(map(len, page.split(b"\r\n"))) <= cells


@with_louis
def test_a_heading_that_does_not_fit_is_refused_rather_than_moved():
    long = Sheet("K", "a heading that is far too long", (), (Entry("1", "1"),), "en")
    with pytest.raises(ValueError, match="line"):
        braille.brf(long, cells=28)


def test_without_liblouis_the_form_says_so(monkeypatch):
    monkeypatch.setattr(braille, "PROGRAM", "no-such-program")
    assert not braille.available()
    with pytest.raises(braille.NotInstalled):
        braille.brf(card(count=1))


# Sound


def test_ten_codes_a_file_with_names_that_tell_nothing():
    with zipfile.ZipFile(io.BytesIO(audio.zip_of_mp3(card(count=21)))) as archive:
        assert archive.namelist() == ["fil-01.mp3", "fil-02.mp3", "fil-03.mp3"]
        assert archive.testzip() is None
        for name in archive.namelist():
            assert archive.read(name)[:4] == b"ID3\x03"
        assert "Kode 11 til 20".encode("utf-16") in archive.read("fil-02.mp3")


@pytest.mark.parametrize("language", ["da", "en"])
def test_each_file_says_its_number_and_each_code_twice(language):
    pairs = [("0907", "123456"), ("1001", "000001")]
    heard = audio.spoken(12, pairs, language)
    for name in ("file", "number", "code", "i_repeat"):
        clip = speech.samples(name, language)
        assert heard.count(clip) == {"file": 1, "number": 2, "code": 2, "i_repeat": 2}[name]
    assert heard.count(speech.samples("6", language)) == 2
    assert heard.count(speech.samples("9", language)) == 1


def test_a_file_lasts_as_long_as_what_is_said():
    made = card(count=10)
    pairs = [(entry.number, entry.code) for entry in made.entries]
    seconds = len(audio.spoken(1, pairs, "da")) / 2 / speech.RATE
    with zipfile.ZipFile(io.BytesIO(audio.zip_of_mp3(made))) as archive:
        size = len(archive.read("fil-01.mp3"))
    assert 120 < seconds < 260
    assert size * 8 / (audio.KILOBITS * 1000) == pytest.approx(seconds, rel=0.02)


def test_only_digits_can_be_spoken():
    with pytest.raises(ValueError, match="digits"):
        audio.spoken(1, [("1", "AB12")], "en")


@settings(max_examples=20)
@given(st.sampled_from(COUNTS), st.sampled_from(GRIDS))
def test_columns_hold_everything_in_order(count, grid):
    items = list(range(count))
    columns = grid.columns_of(items)
    assert [item for column in columns for item in column] == items
    assert all(len(column) == grid.lines for column in columns[:-1])
