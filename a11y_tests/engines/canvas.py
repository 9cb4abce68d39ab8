"""What engines do not know of colours: they take a page to be white wherever nothing is painted.

In a dark colour scheme, and in forced colours, the browser's own canvas is dark. Text on it has other contrast than an
engine reckons: its word that contrast fails is then no failure, but a reason to look at the pixels.
"""

from collections.abc import Iterable
from dataclasses import replace

from a11y_tests.engines.engine import Engine, EngineFinding
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import WORLDS, Subject

CONTRAST = frozenset({"1.4.3", "1.4.6"})
NOT_PAINTED = "rgba(0, 0, 0, 0)"
DOUBT = "The engine takes the page to be white here, and it is not: look at the pixels."


def judge_all(engines: Iterable[Engine], subject: Subject) -> list[EngineFinding]:
    """What all engines say whose word counts in the world of colour that the page is in. Raises CannotJudge."""
    found = [one for engine in engines if subject.world in engine.worlds for one in engine.judge(subject)]
    if _is_white(subject) or not any(_faults_contrast(one) for one in found):
        return found
    bare = {element.selector for element in subject.snapshot.all if _is_bare(element)}
    return [_doubted(one) if _faults_contrast(one) and one.selector in bare else one for one in found]


def _is_white(subject: Subject) -> bool:
    """Whether the browser's canvas is white: by the root's color-scheme and what the reader prefers."""
    world, schemes = WORLDS[subject.world], _schemes(subject.snapshot)
    if world["forced_colors"] == "active" or "dark" not in schemes:
        return world["forced_colors"] != "active"
    return "light" in schemes and world["color_scheme"] == "light"


def _schemes(page: Document) -> list[str]:
    """The colour schemes that a page says it has: by its style sheets, else by its <meta>."""
    declared = page.root.style.get("color-scheme", "normal")
    if declared == "normal":
        metas = (one for one in page.own if one.tag == "meta" and (one.get("name") or "").lower() == "color-scheme")
        declared = next((one.get("content") or "" for one in metas), "")
    return declared.lower().split()


def _is_bare(element: Element) -> bool:
    """Whether neither it nor anything around it has a background."""
    around = (element, *element.above)
    return all(
        one.style.get("background-color", NOT_PAINTED) == NOT_PAINTED
        and one.style.get("background-image", "none") == "none"
        for one in around
    )


def _faults_contrast(finding: EngineFinding) -> bool:
    return finding.verdict is Verdict.FAILED and bool(CONTRAST & set(finding.criteria))


def _doubted(finding: EngineFinding) -> EngineFinding:
    return replace(finding, verdict=Verdict.CANT_TELL, message=f"{finding.message} {DOUBT}".strip())
