"""How the tests share two processors: see docs/testing.md."""

import pytest


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items):
    """Put what is heard through the screen reader on one worker, and first, for it takes the longest."""
    for item in items:
        if item.get_closest_marker("screen_reader"):
            item.add_marker(pytest.mark.xdist_group("screen_reader"))
    items.sort(key=lambda item: item.get_closest_marker("screen_reader") is None)
