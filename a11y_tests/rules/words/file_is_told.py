"""A link to a file says of what kind and how large it is, and to sound, film or a picture, where its words are."""

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.links import block_of

PAPERS = {
    "pdf": "pdf", "doc": "doc|word", "docx": "doc|word", "odt": "odt|opendocument", "rtf": "rtf", "xls": "xls|excel",
    "xlsx": "xls|excel", "ods": "ods|opendocument", "csv": "csv", "ppt": "ppt|powerpoint", "pptx": "ppt|powerpoint",
    "zip": "zip", "epub": "epub",
}  # fmt: skip
MEDIA = {
    **dict.fromkeys(("mp3", "wav", "ogg", "oga", "m4a", "aac", "flac"), "sound"),
    **dict.fromkeys(("mp4", "mov", "avi", "wmv", "mpg", "mpeg", "webm", "ogv", "m4v", "mkv"), "film"),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "avif", "bmp", "tif", "tiff"), "picture"),
}
SIZE = re.compile(r"\d\s*(?:bytes?|[kmg]i?b|kilobytes?|megabytes?|sider?|pages?)\b", re.IGNORECASE)
ALTERNATIVE = re.compile(
    r"transcript|text version|in words|captions?|subtitle|descri|udskrift|tekstudgave|undertekst|beskriv|som tekst",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """The link, or the block that it stands in, names the format and the size, or the words beside what is shown."""
    for link in subject.snapshot.own:
        if link.tag != "a" or not link.get("href") or link.role != "link":
            continue
        try:
            ending = unquote(urlsplit(link.attributes["href"]).path).rpartition(".")[2].lower()
        except ValueError:  # an address that is none
            continue
        if ending in PAPERS:
            yield _of_paper(link, ending)
        elif ending in MEDIA and not any(one.tag == "img" for one in link.elements):
            yield _of_media(link, MEDIA[ending])


def _of_paper(link: Element, ending: str) -> Finding:
    said = _said(link)
    missing = []
    if not re.search(rf"\b({PAPERS[ending]})", said, re.IGNORECASE):
        missing.append(f"format ({ending})")
    if not SIZE.search(said):
        missing.append("size")
    return failed(link, f"It does not tell its {' or its '.join(missing)}.") if missing else passed(link, "It tells.")


def _of_media(link: Element, kind: str) -> Finding:
    if ALTERNATIVE.search(_said(link)):
        return passed(link, f"It leads to a {kind}, and tells of its words.")
    return failed(link, f"It leads to a {kind} alone, and nothing beside it tells where the same stands in words.")


def _said(link: Element) -> str:
    block = block_of(link)
    around = block.text_content if block is not None and block.tag not in ("body", "main", "html") else ""
    return f"{link.accessible_name} {link.accessible_description} {link.text_content} {around}"


RULE = Rule(
    id="own-file-is-told",
    name="A link to a file says what one gets",
    criteria=(),
    applicability="Every link to a document, and every link of words to a sound, a film or a picture.",
    expectation="It or its block tells format and size; of sound, film and pictures, that there are words for them.",
    check=check,
)
