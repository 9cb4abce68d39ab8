"""Looking into a PDF without a PDF library: its catalogue and structure tree as text, its words through Ghostscript."""

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


def lines(pdf: bytes) -> list[str]:
    """The words, line by line as they stand on the page, spaces folded; skipped where Ghostscript is missing."""
    program = shutil.which("gs")
    if program is None:
        pytest.skip("Ghostscript is not installed")
    command = [program, "-q", "-dSAFER", "-sDEVICE=txtwrite", "-o", "-", "-"]
    ran = subprocess.run(command, input=pdf, capture_output=True, check=True, timeout=60)
    return [" ".join(line.split()) for line in ran.stdout.decode().splitlines() if line.strip()]
