"""What failed is shown: a framed picture of the spot in the world it failed in, once for equal things."""

import base64
from dataclasses import replace

import pytest

from a11y_tests.evaluation import working
from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.picture import with_picture
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.run import Order
from a11y_tests.evaluation.visiting import look_at_all
from a11y_tests.reports import pictures
from a11y_tests.reports.writing import write_all
from a11y_tests.reviews.answers import Answer, Answers
from a11y_tests.reviews.question import judged_by
from a11y_tests.screen_reader.pages import serve

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark">
<title>Log on</title><main><h1>Log on</h1><p style="margin-top: 1500px"><button id="send" aria-describedby="how">Send
</button> <span id="how">It costs nothing.</span></p><p id="gone" hidden>Gone</p></main></html>"""
BUTTON = Finding(Verdict.FAILED, "The button is bad.", "#send", "<button>")
HIDDEN = Finding(Verdict.FAILED, "The text is bad.", "#gone", "<p>")
ASKED = Finding(Verdict.CANT_TELL, "Is this a good heading?", "h1", "<h1>")
# How many pixels of a picture have the frame's colour, and how bright its last pixel is.
LOOK = """async data => {
  const image = new Image(); image.src = 'data:image/webp;base64,' + data; await image.decode();
  const pen = new OffscreenCanvas(image.width, image.height).getContext('2d'); pen.drawImage(image, 0, 0);
  const all = pen.getImageData(0, 0, image.width, image.height).data; let framed = 0;
  for (let i = 0; i < all.length; i += 4) framed += all[i] > 160 && all[i + 1] < 40 && all[i + 2] > 70;
  return [framed, all.at(-4)];
}"""


@pytest.fixture
def folder(tmp_path, browser, monkeypatch):
    """A recorded page with three findings, in a process of our own."""
    monkeypatch.setattr(working, "the_browser", lambda: browser)
    monkeypatch.setattr(pictures, "spread", lambda order, work, tasks, what, progress: [work(*one) for one in tasks])
    with serve({"/": PAGE}) as address:
        walks = look_at_all(browser, Library(tmp_path), (f"{address}/",))
    (capture,) = Library(tmp_path).captures()
    found = [
        Result("own-a", capture.id, "dark", ("4.1.2",), [BUTTON, replace(BUTTON), HIDDEN]),
        Result("own-b", capture.id, "light", ("2.4.6",), [ASKED]),
    ]
    Results(tmp_path).save(capture.id, found)
    return tmp_path, capture.id, walks


def take(folder, answers=None, **order):
    pictures.take_pictures(Order("http://x", pages=("x",), **order), folder, lambda *done: None, answers)
    return list(pictures.listed(folder).values())


@pytest.mark.browser
def test_a_spot_is_framed_in_its_world_and_told_in_words(folder, browser):
    path, _, walks = folder
    button, hidden, asked = take(path, Answers(path / "answers.json"))
    assert [one.spot.selector for one in (button, hidden, asked)] == ["#send", "#gone", "h1"], "equal things once"
    assert (button.where, button.alt) == ("home, en, in dark", "Frame 1 is around the button “Send”.")
    assert button.announced == "“Send”, button, described by “It costs nothing.”"
    assert (hidden.file, hidden.alt) == ("", pictures.NOT_SHOWN)
    assert hidden.announced == "nothing: it is hidden from screen readers"
    tab = browser.new_page()
    data = base64.b64encode((path / button.file).read_bytes()).decode()
    framed, brightness = tab.evaluate(LOOK, data)
    tab.close()
    assert framed > 200
    assert brightness < 60, "the page is dark there"
    write_all(path, Order("http://x", pages=("x",)), walks, Answers(path / "answers.json"))
    html = (path / "reports" / "index.html").read_text(encoding="utf-8")
    assert html.count(f'<img src="../{button.file}" alt="Frame 1 is around the button “Send”."') == 1
    assert "A screen reader is told: “Send”, button" in html


@pytest.mark.browser
def test_what_is_answered_or_quick_needs_no_picture_and_a_good_run_starts_nothing(folder, monkeypatch):
    path, page, _ = folder
    assert [one.spot.selector for one in take(path, Answers(path / "answers.json"), quick=True)] == ["#send", "#gone"]
    results = [Result("own-b", page, "light", ("2.4.6",), [ASKED])]
    Results(path).save(page, results)
    answers = Answers(path / "answers.json")
    answers.give(judged_by(results[0], ASKED, []), Answer(Verdict.PASSED, "Good.", "Mette Holm", "2026-11-24", "x"))
    monkeypatch.setattr(pictures, "spread", lambda *arguments: pytest.fail("a process was started for nothing"))
    assert take(path, answers) == []


@pytest.mark.browser
def test_a_rule_that_acts_shows_the_page_as_it_was_when_it_failed(browser, tmp_path):
    page = browser.new_page()
    page.set_content('<h1>Wrong</h1><p id="it" style="margin-top: 2000px">It</p>')
    for name, spot, framed in (("one", "", False), ("two", "#it", True), ("three", "#gone", False)):
        kept = with_picture(replace(BUTTON, evidence={"spot": spot}), page, tmp_path, name)
        data = base64.b64encode((tmp_path / kept.evidence["screenshot"]).read_bytes()).decode()
        assert (page.evaluate(LOOK, data)[0] > 200) == framed
    assert with_picture(ASKED, page, tmp_path, "live-y") is ASKED
    page.close()
