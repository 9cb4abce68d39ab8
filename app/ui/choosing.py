"""Help me choose: which factor suits a person, asked in needs and never in technology.

Pure: it knows the factors through the registry alone (their `Needs`, level, seconds), so a fifth one is judged like
the rest. Nothing is stored: the answers stand in the address and are read again at each request.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from app.core.assurance import Level
from app.core.factor import Factor
from app.ui.forms import BooleanField, Form
from app.ui.i18n import N_, Message

ASK = "ask"
# A hard obstacle outweighs everything; a soft one outweighs level and speed together (40 at most).
HARD, SOFT = 1000, 50
LEVEL_POINTS = 10
SLOWEST = 20


@dataclass(frozen=True)
class Need:
    """One thing a person may tick.

    hard and soft: traits of `app.core.factor.Needs` that are out of reach, or only hard to reach. without: said in
    favour of a factor that asks for none of them. against: said of one that does.
    """

    name: str
    label: str
    without: str
    against: str
    hard: tuple[str, ...] = ()
    soft: tuple[str, ...] = ()


NO_SIGHT = N_("You do not need to see anything.")
SIGHT = N_("You must be able to see.")

NEEDS = (
    Need("no_sight", N_("I cannot see or read the screen"), NO_SIGHT, SIGHT, hard=("sight",)),
    Need("low_vision", N_("I see little"), NO_SIGHT, SIGHT, soft=("sight",)),
    Need(
        "no_hearing",
        N_("I cannot hear"),
        N_("You do not need to hear anything."),
        N_("You must be able to hear."),
        hard=("hearing",),
    ),
    Need(
        "hands",
        N_("It is hard for me to use my hands"),
        N_("You do not have to type a code."),
        N_("You must type a code each time."),
        soft=("hands",),
    ),
    Need(
        "memory",
        N_("It is hard for me to remember things"),
        N_("You need not remember anything but your user ID and password."),
        N_("There is one more thing to remember."),
        soft=("memory",),
    ),
    Need(
        "reading",
        N_("It is hard for me to read"),
        N_("You do not have to read and copy numbers."),
        N_("You must read numbers and copy them."),
        soft=("reading",),
    ),
    Need(
        "no_smartphone",
        N_("I have no smartphone"),
        N_("You do not need a smartphone."),
        N_("You need a smartphone."),
        hard=("smartphone",),
    ),
    Need(
        "no_computer",
        N_("I have no computer of my own"),
        N_("It works on a computer that you borrow."),
        N_("It may not work on a computer that you borrow."),
        soft=("javascript",),
    ),
    Need(
        "no_printer",
        N_("I have no printer"),
        N_("You do not need a printer."),
        N_("You need a printer."),
        hard=("printer",),
    ),
    Need(
        "abroad",
        N_("I live or travel abroad"),
        N_("It works abroad."),
        N_("Abroad it may cost money, or may not reach you."),
        soft=("telephone",),
    ),
)
SHARED = Need(
    "shared",
    N_("I share a computer with others"),
    N_("It leaves nothing behind on the computer that you share."),
    N_("Save no passkey on the computer that you share. Use a key that you carry with you."),
)
HELPED = Need(
    "helped",
    N_("Somebody helps me"),
    N_("Your helper sees no code."),
    N_("Your helper may see the code. Write it yourself if you can."),
)
TIME = N_("It takes about %(seconds)s seconds each time.")
REACHES = {
    Level.LOW: N_("It reaches the level Low. That is enough for some services."),
    Level.SUBSTANTIAL: N_("It reaches the level Substantial. That is enough for nearly every service."),
    Level.HIGH: N_("It reaches the level High. That is enough for every service."),
}
NOT_HIGH = N_("It does not reach the level High. A few services ask for High.")

# Things that are lost or break as one: two ways that lean on the same thing are no help to each other.
THINGS = ({"smartphone", "telephone"}, {"printer"}, {"javascript"})


@dataclass(frozen=True)
class Suggestion:
    """A factor for this person: how well it suits (more is better), what speaks for it and against it (message ids).

    fits: False where it asks for something that the person said is out of reach.
    """

    kind: str
    score: int
    reasons: tuple[str, ...]
    warnings: tuple[str, ...]
    fits: bool
    level: Level


class NeedsForm(Form):
    """The questions: one box for each need."""


for _need in (*NEEDS, SHARED, HELPED):
    setattr(NeedsForm, _need.name, BooleanField(_need.label))


@dataclass(frozen=True)
class Advice:
    """The form and, where it was sent (`asked`), what follows from it.

    best: None where nothing fits. second: another way that does not break together with the best, or None.
    high: the best that fits and reaches the level High, or None.
    """

    form: NeedsForm
    asked: bool
    suggestions: tuple[Suggestion, ...]
    best: Suggestion | None
    second: Suggestion | None
    high: Suggestion | None


def advise(factors: Iterable[Factor], query: Any) -> Advice:
    """Read the needs from a query (Starlette's `query_params`) and give advice."""
    known = list(factors)
    form = NeedsForm(query)
    needs = {field.name for field in form if field.data}
    suggestions = tuple(rank(known, needs))
    best = next((one for one in suggestions if one.fits), None)
    high = next((one for one in suggestions if one.fits and one.level >= Level.HIGH), None)
    return Advice(form, ASK in query or bool(needs), suggestions, best, second_way(known, suggestions, best), high)


def rank(factors: Iterable[Factor], needs: set[str]) -> list[Suggestion]:
    """The factors from best to worst for somebody with these needs; equals stay in the registry's order."""
    return sorted((_judge(factor, needs) for factor in factors), key=lambda one: -one.score)


def second_way(
    factors: Iterable[Factor], suggestions: Iterable[Suggestion], best: Suggestion | None
) -> Suggestion | None:
    """The next best that fits and leans on none of the things that the best leans on."""
    if best is None:
        return None
    by_kind = {factor.kind: factor for factor in factors}
    taken = _things(by_kind[best.kind])
    return next(
        (one for one in suggestions if one.fits and one is not best and not taken & _things(by_kind[one.kind])), None
    )


def beside(factors: Iterable[Factor], kind: str) -> Suggestion | None:
    """What to have besides a way of this kind, for somebody of whom we know no more; None where nothing is apart."""
    known = list(factors)
    suggestions = rank(known, set())
    return second_way(known, suggestions, next((one for one in suggestions if one.kind == kind), None))


def _things(factor: Factor) -> set[int]:
    traits = _traits(factor)
    return {number for number, thing in enumerate(THINGS) if thing & traits}


def _traits(factor: Factor) -> set[str]:
    return {name for name, wanted in vars(factor.needs).items() if wanted}


def _judge(factor: Factor, needs: set[str]) -> Suggestion:
    traits = _traits(factor)
    ticked = [need for need in NEEDS if need.name in needs]
    hard = sum(len(traits & set(need.hard)) for need in ticked)
    soft = sum(len(traits & set(need.soft)) for need in ticked)
    reasons = [need.without for need in ticked if not traits & {*need.hard, *need.soft}]
    warnings = [need.against for need in ticked if traits & {*need.hard, *need.soft}]
    for need, weak in ((SHARED, factor.alone), (HELPED, bool(traits & {"sight", "reading"}))):
        if need.name in needs:
            (warnings if weak else reasons).append(need.against if weak else need.without)
    reasons += [Message(TIME, seconds=factor.seconds), REACHES[factor.level]]
    if factor.level < Level.HIGH:
        warnings.append(NOT_HIGH)
    score = LEVEL_POINTS * (factor.level - 1) - min(factor.seconds // 5, SLOWEST) - HARD * hard - SOFT * soft
    return Suggestion(factor.kind, score, _once(reasons), _once(warnings), not hard, factor.level)


def _once(messages: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(messages))
