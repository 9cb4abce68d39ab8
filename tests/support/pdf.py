"""Looking into a PDF without a PDF library: its catalogue and structure tree as text, its words through Ghostscript."""

import html
import re
import shutil
import subprocess
import zlib

import pytest

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def unpacked(pdf: bytes) -> bytes:
    """The file with every deflated stream spelt out after it, so that its objects can be searched."""
    found = [pdf]
    for stream in STREAM.findall(pdf):
        try:
            found.append(zlib.decompress(stream))
        except zlib.error:
            continue
    return b"\n".join(found)


def roles(pdf: bytes) -> list[str]:
    """The kinds of the structure elements, in the order in which they stand in the file."""
    return [name.decode() for name in re.findall(rb"/Type ?/StructElem\s*/S ?/(\w+)", unpacked(pdf))]


def pages(pdf: bytes) -> int:
    """How many pages there are."""
    return len(re.findall(rb"/Type\s*/Page\b", unpacked(pdf)))


def in_order(pdf: bytes) -> str:
    """All words in the order of the content, which is that of its marks, not in that of the page."""
    spans = "".join(_text(pdf, "-dTextFormat=0").splitlines())
    return html.unescape("".join(re.findall(r'<char[^>]* c="([^"]*)"', spans)))


def lines(pdf: bytes) -> list[str]:
    """The words, line by line as they stand on the page, spaces folded; skipped where Ghostscript is missing."""
    return [" ".join(line.split()) for line in _text(pdf).splitlines() if line.strip()]


def _text(pdf: bytes, *options: str) -> str:
    program = shutil.which("gs")
    if program is None:
        pytest.skip("Ghostscript is not installed")
    command = [program, "-q", "-dSAFER", "-sDEVICE=txtwrite", *options, "-o", "-", "-"]
    return subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=60).stdout.decode()
