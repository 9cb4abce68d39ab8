"""The terms in force: a version and a date. The text stands in `templates/crossing/terms_text.html`."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Terms:
    """`version` is what is kept with the acceptance; raise it when the text changes in substance."""

    version: str
    valid_from: date


TERMS = Terms("1.0", date(2026, 11, 1))
