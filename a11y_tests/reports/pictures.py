"""Pictures of what failed, and of what people must look at: chosen, taken by several processes, and listed."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from playwright.sync_api import Error

from a11y_tests.evaluation import working
from a11y_tests.evaluation.capture import Capture, Library
from a11y_tests.evaluation.outcome import Finding, Verdict
from a11y_tests.evaluation.picture import FOLDER, announced, cut_around, framed, photograph, place_of
from a11y_tests.evaluation.replay import opened
from a11y_tests.evaluation.results import Result, Results
from a11y_tests.evaluation.run import Order, Progress, spread
from a11y_tests.evaluation.snapshot import Box, Element
from a11y_tests.evaluation.subject import WORLDS, Subject
from a11y_tests.reports import ordered
from a11y_tests.reviews.answers import Answers
from a11y_tests.reviews.question import judged_by

LIST = "pictures.json"
# Of one rule, and of what one rule says in one sentence: more of the same teaches nobody anything.
MOST_OF_A_RULE, MOST_OF_A_MESSAGE = 6, 3
NOT_SHOWN = "It is not to be seen on the page, so there is no picture of it."


@dataclass(frozen=True)
class Spot:
    """An element (by its selector; "": the page) on a recorded page in a world of colour."""

    page: str
    world: str
    selector: str


@dataclass(frozen=True)
class Picture:
    """A spot's picture. file: relative to the evaluation's folder, "" where nothing is to be seen.

    number: what its frame is marked with. where: the page and the world. alt: what it shows, in words.
    announced: what a screen reader is told there.
    """

    spot: Spot
    number: int
    file: str
    where: str
    alt: str
    announced: str = ""
    width: int = 0
    height: int = 0


def take_pictures(order: Order, folder: Path, progress: Progress, answers: Answers | None = None) -> None:
    """Take the pictures that an evaluation needs; none where nothing failed and everybody has answered."""
    captures = {one.id: one for one in Library(folder).captures()}
    results, names = list(Results(folder).all()), sorted(set(ordered.names(order)))
    spots = list(dict.fromkeys(_wanted(results, answers or Answers(), names, quick=order.quick)))
    numbered = [(spot, number) for number, spot in enumerate((one for one in spots if one.page in captures), start=1)]
    if [(one.spot, one.number) for one in listed(folder).values()] == numbered:
        return  # a run that was stopped has them, or there is nothing to show
    if not numbered:
        (folder / LIST).unlink()
        return
    by_page: dict[str, list[tuple[Spot, int]]] = defaultdict(list)
    for spot, number in numbered:
        by_page[spot.page].append((spot, number))
    tasks = [(folder, captures[page], some) for page, some in by_page.items()]
    taken = [one for some in spread(order, take_of_page, tasks, "pictured", progress) for one in some]
    taken.sort(key=lambda one: one.number)
    (folder / LIST).write_text(json.dumps([asdict(one) for one in taken], ensure_ascii=False), encoding="utf-8")


def listed(folder: Path) -> dict[Spot, Picture]:
    """The pictures of an evaluation, by what they show."""
    path = folder / LIST
    raw = json.loads(path.read_text(encoding="utf-8")) if path.exists() else []
    pictures = [Picture(**{**one, "spot": Spot(**one["spot"])}) for one in raw]
    return {one.spot: one for one in pictures}


def _wanted(results: Iterable[Result], answers: Answers, names: list[str], *, quick: bool) -> Iterator[Spot]:
    """What failed first; then, in a full evaluation, each thing that people are asked about and nobody has judged."""
    of_rule: dict[tuple[str, str], set[Spot]] = defaultdict(set)
    of_message: dict[tuple[str, str], set[str]] = defaultdict(set)
    found = [(result, finding) for result in results if result.world in WORLDS for finding in result.findings]
    for verdict in (Verdict.FAILED,) if quick else (Verdict.FAILED, Verdict.CANT_TELL):
        for result, finding in ((one, two) for one, two in found if two.verdict is verdict):
            spot = spot_of(result.page, result.world, finding)
            asked = judged_by(result, finding, names)
            thing, rule = f"{asked} {result.world}", (result.rule, str(verdict))
            seen, messages = of_rule[rule], of_message[result.rule, finding.message]
            if thing in messages or answers.get(asked):
                continue
            if len(seen | {spot}) <= MOST_OF_A_RULE and len(messages | {thing}) <= MOST_OF_A_MESSAGE:
                seen.add(spot)
                messages.add(thing)
                yield spot


def spot_of(page: str, world: str, finding: Finding) -> Spot:
    """Where a finding is: the page of a site's rule is in its evidence."""
    return Spot(str(finding.evidence.get("page", page)), world, finding.selector)


def take_of_page(folder: Path, capture: Capture, spots: list[tuple[Spot, int]]) -> list[Picture]:
    """Open a recorded page and take the pictures of its spots. Runs in the processes of an evaluation."""
    (folder / FOLDER).mkdir(exist_ok=True)
    try:
        with opened(working.the_browser(), Library(folder), capture) as subject:
            return list(_taken(folder, capture, subject, spots))
    except Error as error:  # the verdict stands without a picture
        return [
            Picture(spot, number, "", _where(capture, spot.world), f"No picture: {error.message}")
            for spot, number in spots
        ]


def _taken(folder: Path, capture: Capture, subject: Subject, spots: list[tuple[Spot, int]]) -> Iterator[Picture]:
    entered = ""
    for spot, number in sorted(spots, key=lambda one: list(WORLDS).index(one[0].world)):
        if spot.world != entered:
            entered = spot.world
            subject.enter(entered)
        yield _take(folder, capture, subject, spot, number)


def _take(folder: Path, capture: Capture, subject: Subject, spot: Spot, number: int) -> Picture:
    document = subject.snapshot
    element = next((one for one in document.all if one.selector == spot.selector), None)
    box, where = (place_of(element) if element else None), _where(capture, spot.world)
    told = announced(element) if element else ""
    if spot.selector and box is None:
        return Picture(spot, number, "", where, NOT_SHOWN, told)
    size = subject.size or {"width": 1280, "height": 900}
    cut = cut_around(box or Box(0, 0, size["width"], size["height"]), document)
    image = framed(working.the_browser(), photograph(subject.page, cut), box, cut, str(number))
    name = f"{FOLDER}/{number}.webp"
    (folder / name).write_bytes(image)
    shown = f"Frame {number} is around {_called(element)}." if box and element else "The top of the page."
    return Picture(spot, number, name, where, shown, told, round(cut.width), round(cut.height))


def _where(capture: Capture, world: str) -> str:
    return f"{capture.title}, in {world}" if world != "light" else capture.title


def _called(element: Element) -> str:
    """An element in words: its role and name, or how it is written."""
    if element.tag in ("html", "body"):
        return "the page"
    name = element.accessible_name or element.visible_text[:80]
    return f"the {element.role or element.tag} “{name}”" if name else f"the element {element.tag} without a name"
