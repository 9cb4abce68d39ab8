"""A portal whose every stage can be entered."""

from collections.abc import Iterator

import pytest

from app.main import build_app
from tests.security.stages import World, make_world
from tests.support.world import quick_core, quick_settings

OPEN_HANDED = {"source_failures": 10**6, "free_tries": 10**5, "failures_before_human": 10**6}


@pytest.fixture
def world(tmp_path) -> Iterator[World]:
    """The throttle is open here: what is tried is the web, not the guessing."""
    core = quick_core(quick_settings(tmp_path, base_url="http://localhost:8000", **OPEN_HANDED))
    made = make_world(build_app(core))
    yield made
    made.close()
    core.database.engine.dispose()
