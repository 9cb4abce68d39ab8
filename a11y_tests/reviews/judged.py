"""What a question is about, as a hash: a person is asked again only when that has changed."""

import hashlib
import re
from collections.abc import Iterable

LENGTH = 12
# Made anew each time: tokens of forms, versions in the addresses of files.
_MADE = re.compile(r"(?=[\w-]*\d)[\w-]{16,}|\b[0-9a-f]{8,}\b")
# Which element another one names: it may be counted anew on each page.
_REFERENCES = re.compile(r"""\s(?:id|for|aria-labelledby|aria-describedby|aria-controls)=("[^"]*"|'[^']*')""")
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


def normal(text: str, names: Iterable[str] = ()) -> str:
    """A text without what differs from run to run: numbers, tokens, and the names of the test citizens."""
    for name in sorted(names, key=len, reverse=True):
        text = re.sub(rf"\b{re.escape(name)}\b", "N", text)
    return _SPACE.sub(" ", _DIGITS.sub("0", _MADE.sub("*", _REFERENCES.sub("", text)))).strip()


def mark(rule: str, parts: Iterable[str], names: Iterable[str] = ()) -> str:
    """The mark of what a rule (or look) has judged: the same as long as all parts are the same."""
    names = list(names)
    judged = "\n".join([rule, *(normal(part, names) for part in parts)])
    return hashlib.sha256(judged.encode()).hexdigest()[:LENGTH]
