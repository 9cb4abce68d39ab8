"""Fixtures of the core's tests."""

from collections.abc import Iterator

import pytest

from app.core import clock
from app.core.context import Core
from tests.support.moving import MovingClock
from tests.support.world import Person, give_factor, make_citizen


@pytest.fixture
def time() -> Iterator[MovingClock]:
    """The core's clock, standing still until it is moved."""
    moving = MovingClock()
    with clock.moved(moving):
        yield moving


@pytest.fixture
def person(core: Core, time: MovingClock) -> Person:
    """A citizen with a code card and both channels, on both databases."""
    made = make_citizen(core, email="kirsten@example.dk", mobile="+4534412331", notify="every")
    give_factor(core, made, "code_card")
    return made
