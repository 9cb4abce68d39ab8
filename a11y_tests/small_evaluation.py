"""A small evaluation, as its folder looks: for the tests of reports."""

import json
from pathlib import Path

from a11y_tests.evaluation.capture import Answer, Capture, Library
from a11y_tests.evaluation.facts import Facts, Field, Link
from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.run import Order
from a11y_tests.evaluation.walking import Walk
from a11y_tests.virtual_reader.keeping import keep
from a11y_tests.virtual_reader.phrase import Phrase

HOME = "https://portal.example"
TITLE = "act-2779a5"
CONTRAST = ("1.4.3", "1.4.6")
WALKS = [
    Walk("open pages", "da", faults=["Refused to load a picture"]),
    Walk("log-on", "da", broke="TimeoutError: no button\nmore"),
    Walk("maintenance", "da", left_out="this deployment would have to be started anew"),
]
# What a page may hold to harm those who read reports of it.
HOSTILE = '=HYPERLINK("x") <script>alert(1)</script>\x07'

HEARD = [
    Phrase("title", "Log på – Overgang", "Log på – Overgang", "da"),
    Phrase("link", "Overgang henvisning", "Overgang", "da", "banner"),
    Phrase("main", "hovedindhold.", "", "da", "main"),
    Phrase("heading", "Log på overskrift niveau 1", "Log på", "da", "main"),
    Phrase("text", "Find nummer 4 1 7 7.", "Find nummer 4 1 7 7.", "da", "main"),
    Phrase("textbox", "Kode felt", "Kode", "da", "main"),
    Phrase("description", "Find nummer 4 1 7 7.", "Find nummer 4 1 7 7.", "da", "main", True),
    Phrase("link", "Use another way link", "Use another way", "en", "main"),
]


def capture(id: str, name: str, journey: str, state: str = "") -> Capture:
    """A page of the small evaluation."""
    files = {f"{HOME}/portal.css": Answer(200, {"content-type": "text/css"}, "aa")}
    return Capture(id, f"{HOME}/{name}", name, state, "da", journey, True, 1280, 900, 0.0, "", answers=files)


def facts_of(one: Capture) -> Facts:
    """What is remembered of it; its heading names a test citizen."""
    links = [Link("Skriv", "mailto:hjaelp@example.dk", "main"), Link("Ring", "tel:+4572000000", "main")]
    fields = [Field("user_id", "Bruger-ID", "text", "username", "")]
    return Facts(
        *(one.id, one.url, one.name, one.state, one.language, 200, "Forside", "da"),
        *(["Hej Mette"], ["main"], links, fields, ["Videre"], [], "Tekst"),
    )


def results() -> dict[str, list[Result]]:
    """What rules said, by page: one failure, one question, the rest good or nothing to judge."""
    bad = Finding(Verdict.FAILED, f"The contrast is 2.1: {HOSTILE}", "main > p", "<p>Ring</p>", {"screenshot": "a.png"})
    open_ = Finding(Verdict.CANT_TELL, "Is this the right language? Hej", "p", "<p lang='da'>Hej</p>")
    good = Finding(Verdict.PASSED, "The page has a title.")
    return {
        "one": [Result(TITLE, "one", "light", ("2.4.2",), [good]), Result("axe", "one", "dark", CONTRAST, [bad])],
        "two": [
            Result("act-de46e4", "two", "light", ("3.1.2",), [open_]),
            Result("act-23a2a8", "two", "light", ("1.1.1",)),
        ],
        "": [Result("own-same-help", "", "light", ("3.2.6",), [good])],
    }


def folder_of(path: Path) -> Path:
    """Write the evaluation into a folder, as a run leaves it."""
    library = Library(path)
    for one in (capture("one", "home", "open pages"), capture("two", "logon", "log-on", "error")):
        library.add(one)
        (path / "facts").mkdir(exist_ok=True)
        (path / "facts" / f"{one.id}.json").write_text(json.dumps(facts_of(one).as_json()), encoding="utf-8")
    keep(path, "one", HEARD)
    for page, some in results().items():
        Results(path).save(page, some)
    (path / "walks.json").write_text(json.dumps([vars(walk) for walk in WALKS]), encoding="utf-8")
    (path / "a.png").write_bytes(b"")
    return path


ORDER = Order(HOME, citizens=[{"name": "Mette Holm", "cpr": "secret"}], languages=("da",), own=True)
