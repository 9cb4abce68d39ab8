"""The page itself: whether it is HTML, and its parts."""

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject


def html_page(subject: Subject) -> Element | None:
    """The root element of a page of the type text/html; None of any other page."""
    root = subject.snapshot.root
    kind = subject.headers.get("content-type", "text/html")
    return root if root.tag == "html" and kind.startswith("text/html") else None
