"""Abbreviations are explained where they stand, or known to everybody."""

import re
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.prose import blocks

# What stands in Den Danske Ordbog as a word of its own, or is the name of a thing that is sold by it.
KNOWN = frozenset({
    "AA", "AAA", "CPR", "CVR", "SMS", "PIN", "USB", "NFC", "PDF", "MP3", "DVD", "IT", "EU", "ID", "OK", "NEMID",
    "MITID", "FIDO", "FIDO2", "BRF", "A4", "QR", "DAISY", "HTML", "ZIP", "IP", "WCAG", "TV", "GPS", "WAS", "WEB",
    "EAN", "EN", "DA", "DK", "UK", "OS", "IOS", "MAC", "PC", "URL", "ISO", "TXT", "JSON", "TOTP", "HOTP", "OATH",
    "PSKC",
})  # fmt: skip
# A key that is written in groups, such as that of an authenticator app: four groups at least, with a digit in them.
GROUPS = re.compile(r"(?<!\w)(?:[A-Z0-9]{3,5}\s+){3,}[A-Z0-9]{3,5}(?!\w)")
ABBREVIATION = re.compile(r"(?<![\w@/.-])[A-ZÆØÅ][A-ZÆØÅ0-9]{2,7}(?![\w@/-])")


def check(subject: Subject) -> Iterator[Finding]:
    """Each word of capitals in the content is known, in an abbr with a title, or followed or led by its meaning."""
    main = next((one for one in subject.snapshot.own if one.role == "main"), None)
    if main is None or (main.document.root.get("lang") or "")[:2] not in ("da", "en"):
        return
    text = _text_of(main)
    explained = {one.text_content for one in main.elements if one.tag == "abbr" and one.get("title")}
    for word in sorted({match.group() for match in ABBREVIATION.finditer(text)}):
        if not any(letter.isdigit() for letter in word[:1]) and not _is_code(word):
            known = word in KNOWN or word in explained or _is_told(word, text)
            yield expect(_where(main, word), known, f"{word} is known.", f"{word} is not explained.")


def _text_of(main: Element) -> str:
    """Its text, block by block: the last word of one item and the first of the next are two."""
    text = "\n".join(one.text for one in blocks(main.document) if main in (one.element, *one.element.above))
    return GROUPS.sub(lambda match: " " if re.search(r"\d", match.group()) else match.group(), text)


def _is_code(word: str) -> bool:
    return sum(letter.isdigit() for letter in word) > 1


def _is_told(word: str, text: str) -> bool:
    return bool(re.search(rf"\({re.escape(word)}\)|{re.escape(word)} \([^)]{{6,}}\)", text))


def _where(main: Element, word: str) -> Element:
    holding = [one for one in main.elements if word in one.visible_text]
    return holding[-1] if holding else main


RULE = Rule(
    id="own-abbreviations-are-explained",
    name="Abbreviations are explained",
    criteria=("3.1.4",),
    applicability="Every word of three to eight capitals in the main content of a page in Danish or English.",
    expectation="It is known to everybody, or explained on the page.",
    check=check,
)
