"""Journeys from the old card to the new eID."""

from collections.abc import Callable

from a11y_tests.journeys import choosing, crossing, mistakes, personas
from a11y_tests.journeys.plan.journey import Journey, Seats, unwatched


def _with_every_mistake(seats: Seats) -> None:
    mistakes.cross_with_mistakes(seats.take("everyday"))


def _to(kind: str) -> Callable[[Seats], None]:
    """To a factor: the steps before it are looked at elsewhere."""

    def walk(seats: Seats) -> None:
        me = seats.take("everyday")
        me.watched_by(unwatched)
        crossing.up_to_the_choice(me)
        me.watched_by(seats.on_page)
        mistakes.activate_with_mistakes(me, kind)

    return walk


def _choosing_by_need(seats: Seats) -> None:
    me = seats.take("tremor")
    me.watched_by(unwatched)
    crossing.up_to_the_choice(me)
    me.watched_by(seats.on_page)
    choosing.cross_as_advised(me, "no_sight", "no_hearing", "no_smartphone")


def _giving_nothing(seats: Seats) -> None:
    crossing.cross(seats.take("eldest"), "code_card")


def _helped_by_a_person(seats: Seats) -> None:
    for key, heading in personas.HELPED_BY_A_PERSON.items():
        personas.ask_for_a_person(seats.take(key), heading)
    personas.try_to_cross_again(seats.take("crossed-card"))


JOURNEYS = (
    Journey("crossing, with every mistake", _with_every_mistake, quick=True),
    *(
        Journey(f"crossing, to {kind.replace('_', ' ')}", _to(kind))
        for kind in ("authenticator_app", "security_key", "audio_code")
    ),
    Journey("crossing, choosing by need", _choosing_by_need),
    Journey("crossing, giving nothing", _giving_nothing),
    Journey("crossing, helped by a person", _helped_by_a_person),
)
