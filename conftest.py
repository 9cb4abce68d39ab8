"""How the tests share two processors: see docs/testing.md."""

import os
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

HEARD = "screen_reader"
MEMORY, ROOM_BYTES = Path("/dev/shm"), 4 * 1024**3  # noqa: S108  (pytest makes a folder of its own in it)


def pytest_configure():
    """Keep the tests' folders in memory, where there is room: every write is still synced, and waits for no disk."""
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK):
        disk = os.statvfs(MEMORY)
        runs_programs = not disk.f_flag & os.ST_NOEXEC
        if runs_programs and disk.f_bavail * disk.f_frsize >= ROOM_BYTES:
            os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))


class ByFile(LoadScopeScheduling):
    """A file's tests stay on one worker, and all that is heard on one, so that readers do not crowd.

    (xdist's own groups, --dist loadgroup, do nothing under pytest 9.2: pytest-xdist issue 1386.)
    """

    def _split_scope(self, nodeid):
        path = nodeid.partition("::")[0]
        return HEARD if HEARD in path else path


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Share the tests out as ByFile says, in the order in which they were collected."""
    config.option.loadscopereorder = False
    return ByFile(config, log)


def pytest_collection_modifyitems(items):
    """Put the slow tests first, so that no worker is left alone with them at the end."""
    for item in items:
        if item.get_closest_marker(HEARD) and HEARD not in item.nodeid:
            raise pytest.UsageError(f"{item.nodeid} is heard: its file must have {HEARD} in its name or folder")
    slow = (HEARD, "browser")
    items.sort(key=lambda item: [item.get_closest_marker(mark) is None for mark in slow])
