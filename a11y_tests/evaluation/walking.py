"""Walking the journeys of an evaluation, and recording what they pass."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Error

from a11y_tests.evaluation.capture import Library
from a11y_tests.evaluation.recording import Recorder
from a11y_tests.journeys.plan import Journey, LeftOut, Seats
from a11y_tests.portal import Portal


@dataclass
class Walk:
    """How one journey went in one language.

    broke: why it could not be finished ("" where it was): a citizen would be stranded there.
    left_out: why nobody went it ("" where somebody did): what it needs is not there.
    faults: what the pages' scripts and their Content-Security-Policy complained of.
    """

    journey: str
    language: str
    broke: str = ""
    faults: list[str] = field(default_factory=list)
    visited: list[str] = field(default_factory=list)
    left_out: str = ""


def walk_one(browser: Browser, portal: Portal | None, library: Library, journey: Journey, language: str) -> Walk:
    """Go one journey in one language, to its end or to where it breaks; where there is no portal for it, not at all."""
    if portal is None:
        needed = ", ".join(f"{name}={value}" for name, value in {**journey.settings, **journey.beside}.items())
        return Walk(journey.name, language, left_out=f"this deployment would have to be started with {needed}")
    recorder = Recorder(library, journey.name)
    seats = Seats(portal, browser, language, recorder, journey.window)
    walk = Walk(journey.name, language)
    try:
        journey.walk(seats)
    except LeftOut as reason:
        walk.left_out = str(reason)
    except (AssertionError, Error, StopIteration, KeyError) as error:
        walk.broke = f"{type(error).__name__}: {error}"
    walk.faults, walk.visited = seats.leave(), sorted(recorder.visited)
    return walk
