"""The report by ear: what a citizen hears, to be read, played, and felt in braille, beside what Orca said."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from a11y_tests.evaluation.capture import Capture
from a11y_tests.reports import html
from a11y_tests.reports.evaluated import Evaluated
from a11y_tests.screen_reader.expected import MOST_SECONDS, PAGES
from a11y_tests.screen_reader.golden import sections
from a11y_tests.virtual_reader import timing
from a11y_tests.virtual_reader.braille import braille, can_translate
from a11y_tests.virtual_reader.keeping import kept
from a11y_tests.virtual_reader.phrase import TITLE, Phrase
from a11y_tests.virtual_reader.sound import can_speak, seconds_of, sound_file

SOUNDS = "heard"
GOLDEN = ("crossing", "logon")
# Seconds of sound that are made for one report: an hour takes a processor ten seconds, and is seven megabytes.
MOST_SOUND, MOST_SOUND_QUICK = 7200, 2700
# Codes, keys and numbers of test citizens are nobody's business, and change from run to run.
SECRET = re.compile(r"\b\d(?: \d){3,}\b|\b\d{6,}\b|\bK\d{9}\b|\b(?:[A-Z2-7]{4} ){3,}[A-Z2-7]{4}\b")


@dataclass
class Step:
    """A page as it is heard. title: page, state and language. seconds: rendered where there is a sound, else reckoned.

    sound: its file, from the reports' folder ("": none). orca: what Orca said there, key by key; empty where Orca was
    not there.
    """

    title: str
    journey: str
    language: str
    phrases: list[Phrase]
    seconds: float
    orca: list[str]
    sound: str = ""
    braille: list[str] = field(default_factory=list)

    @property
    def is_long(self) -> bool:
        """Whether it takes longer than one can listen for."""
        return self.seconds > MOST_SECONDS


def page(evaluation: Evaluated) -> str:
    """heard.html: what is heard of the pages, with the main steps to be played; writes their sounds beside it."""
    steps = steps_of(evaluation)
    main = with_sound(evaluation, steps)  # and with the time that the sound takes
    return html.rendered(
        "heard.html",
        evaluation,
        steps=steps,
        journeys=_journeys(steps),
        main=main,
        has_voice=can_speak(),
        most_seconds=MOST_SECONDS,
    )


def _journeys(steps: Iterable[Step]) -> dict[tuple[str, str], float]:
    """Seconds to hear every page of a journey once, by journey and language."""
    found: dict[tuple[str, str], float] = defaultdict(float)
    for step in steps:
        found[step.journey, step.language] += step.seconds
    return found


def steps_of(evaluation: Evaluated) -> list[Step]:
    """Every page in every state and language, as it was heard the first time."""
    steps: dict[str, Step] = {}
    for capture in evaluation.tally.captures.values():
        if capture.title not in steps and (phrases := list(_to_tell(kept(evaluation.folder, capture.id)))):
            steps[capture.title] = _step(capture, phrases)
    return list(steps.values())


def with_sound(evaluation: Evaluated, steps: Iterable[Step]) -> list[Step]:
    """The main steps, those where Orca was first, with what can be made on this machine: sound and braille."""
    most = MOST_SOUND_QUICK if evaluation.order.quick else MOST_SOUND
    main: list[Step] = []
    for step in sorted(steps, key=lambda one: not one.orca):
        if sum(one.seconds for one in main) + step.seconds <= most:
            main.append(step)
    if can_speak():
        _add_sounds(evaluation.folder / "reports", main)
    if can_translate():
        _add_braille(main)
    return main


def transcripts(evaluation: Evaluated) -> str:
    """heard.txt: what every page says, a phrase a line."""
    parts = [
        f"{one.title}: {one.seconds:.0f} s\n" + "\n".join(_line(line) for line in one.phrases)
        for one in steps_of(evaluation)
    ]
    return "\n\n".join(parts) + "\n"


def _line(phrase: Phrase) -> str:
    return f"  ({phrase.said})" if phrase.again else f"  {phrase.said}"


def _step(capture: Capture, phrases: list[Phrase]) -> Step:
    orca = _orca().get((capture.language, phrases[0].name.partition(" – ")[0]), [])
    return Step(capture.title, capture.journey, capture.language, phrases, timing.seconds(phrases), orca)


def _to_tell(phrases: list[Phrase]) -> Iterator[Phrase]:
    """The title and the main content (all, where there is none), without secrets."""
    has_main = any(one.place == "main" for one in phrases)
    for one in phrases:
        if one.kind == TITLE or one.place == "main" or not has_main:
            yield replace(one, said=_masked(one.said), name=_masked(one.name))


def _masked(text: str) -> str:
    return SECRET.sub(lambda found: re.sub(r"\w", "0", found.group()), text)


def _add_sounds(home: Path, steps: list[Step]) -> None:
    home.mkdir(exist_ok=True)
    with ThreadPoolExecutor(2) as pool:
        files = pool.map(lambda step: sound_file(step.phrases, home / SOUNDS), steps)
        for step, path in zip(steps, files, strict=True):
            step.sound, step.seconds = f"{SOUNDS}/{path.name}", seconds_of(path)


def _add_braille(steps: list[Step]) -> None:
    for language in {step.language for step in steps}:
        mine = [step for step in steps if step.language == language]
        lines = iter(braille([one.said for step in mine for one in step.phrases], language))
        for step in mine:
            step.braille = [next(lines) for _ in step.phrases]


@cache
def _orca() -> dict[tuple[str, str], list[str]]:
    """What Orca said on each page where it was, by language and heading."""
    found = {}
    for journey in GOLDEN:
        for language, pages in PAGES.items():
            for page, text in sections(f"{journey}.{language}"):
                lines = [line.removeprefix("- ").replace("**", "") for line in text.splitlines() if line]
                found[language, pages[page][0]] = lines
    return found
