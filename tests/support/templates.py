"""Templates that every portal of a test run shares once they are compiled: each test makes a portal of its own."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from types import CodeType

import pytest
from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from app.ui import portal


class Compiled(BytecodeCache):
    """Jinja's code of templates, kept in memory by name and source: one that was changed is compiled anew."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the code that is kept, where there is any."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code."""
        if bucket.code:
            self._codes[bucket.key, bucket.checksum] = bucket.code


@contextmanager
def compiled_once() -> Iterator[None]:
    """From now on portals compile a template only where none before them did. Each wording has code of its own."""
    kept: dict[str, Compiled] = defaultdict(Compiled)
    make = portal.environments

    def environments() -> dict[str, Environment]:
        made = make()
        for voice, environment in made.items():
            environment.bytecode_cache = kept[voice]
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(portal, "environments", environments)
        yield
