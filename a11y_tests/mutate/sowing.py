"""Sowing a defect into recorded pages: just what the proxy does to the same answers on their way."""

from dataclasses import replace

from a11y_tests.evaluation.capture import Answer, Capture, Library
from a11y_tests.mutate.defect import Defect, Passing

MOST_PAGES = 5
TEXT = ("text/html", "text/css", "javascript")


def fits(defect: Defect, capture: Capture) -> bool:
    """Whether a defect is meant for a page in this state."""
    return (not defect.pages or capture.name in defect.pages) and defect.state in capture.state


def sow(defect: Defect, capture: Capture, library: Library, into: Library) -> Capture | None:
    """The page with the defect, its bodies in another library; None where nothing of it changes."""
    answers = {url: _changed(defect, url, answer, library, into) for url, answer in capture.answers.items()}
    live = _changed_live(defect, capture, library, into)
    same = all(
        answers[url].body == answer.body and answers[url].headers == answer.headers
        for url, answer in capture.answers.items()
    )
    return None if same and live == capture.live else replace(capture, answers=answers, live=live)


def _changed(defect: Defect, url: str, answer: Answer, library: Library, into: Library) -> Answer:
    body = library.body(answer.body)
    if not any(kind in answer.headers.get("content-type", "") for kind in TEXT):
        return Answer(answer.status, answer.headers, into.keep(body))
    passing = Passing(url, answer.status, dict(answer.headers), body.decode("utf-8", "replace"))
    defect.change(passing)
    return Answer(passing.status, passing.headers, into.keep(passing.text.encode()))


def _changed_live(defect: Defect, capture: Capture, library: Library, into: Library) -> str:
    if not capture.live:
        return ""
    passing = Passing(capture.url, 200, {"content-type": "text/html"}, library.body(capture.live).decode())
    defect.change(passing)
    return into.keep(passing.text.encode())


def chosen(defect: Defect, captures: list[Capture], library: Library, into: Library) -> list[Capture]:
    """The first few pages on which the defect shows, of different names, with it; pages as they usually are before
    those in a special state, where the defect asks for none."""
    found: dict[tuple[str, str], Capture] = {}
    for capture in sorted(captures, key=lambda one: bool(one.state)):
        if len(found) < MOST_PAGES and fits(defect, capture) and (capture.name, capture.language) not in found:
            changed = sow(defect, capture, library, into)
            if changed is not None:
                found[capture.name, capture.language] = changed
    return list(found.values())
