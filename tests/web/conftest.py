"""Fixtures of the pages' tests."""

from collections.abc import Iterator

import pytest

from app.core import clock
from app.core.context import Core
from tests.support.moving import MovingClock
from tests.support.world import Person, give_factor, make_citizen


@pytest.fixture
def still() -> Iterator[MovingClock]:
    """The clock stands at 10.01 in Denmark until the test moves it."""
    moving = MovingClock()
    with clock.moved(moving):
        yield moving


@pytest.fixture
def reachable(sqlite_core: Core, still: MovingClock) -> Person:
    """A citizen with an e-mail address, a mobile number and a code card."""
    person = make_citizen(sqlite_core, email="kirsten@example.dk", mobile="+4534412331")
    give_factor(sqlite_core, person, "code_card")
    return person
