"""Argon2id behind a semaphore of the cores and a short queue; the same cost for known and unknown users."""

import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from argon2 import PasswordHasher, Type
from argon2.exceptions import InvalidHashError, VerificationError

Result = TypeVar("Result")


class Busy(Exception):
    """More password checks wait than the queue allows: answer 503 with Retry-After."""


@dataclass(frozen=True)
class Checked:
    """Whether the password was right, and a new hash where the stored one has older parameters."""

    ok: bool
    better_hash: str | None = None


class Passwords:
    """Hashes and checks passwords.

    256 threads hashing at once take 2 GB and run at half the speed of as many as there are cores; so `cores` threads
    hash, `queue` more checks may wait, and the rest are told to come back. They are threads of their own because
    glibc keeps 19 MiB for every thread that ever hashed.
    """

    def __init__(self, *, memory_kib: int, passes: int, queue: int, cores: int | None = None) -> None:
        self._hasher = PasswordHasher(passes, memory_kib, 1, type=Type.ID)
        cores = cores or os.cpu_count() or 1
        self._threads = ThreadPoolExecutor(cores, "argon2")
        self._places = threading.BoundedSemaphore(cores + queue)
        self._dummy = ""

    def hash(self, password: str) -> str:
        """The PHC string of a password. Raises Busy."""
        return self._in_turn(self._hasher.hash, password)

    def check(self, stored: str | None, password: str) -> Checked:
        """Compare. Where `stored` is None a dummy is checked, so that an unknown user costs the same. Raises Busy."""
        return self._in_turn(self._check, stored, password)

    def _check(self, stored: str | None, password: str) -> Checked:
        try:
            self._hasher.verify(stored or self._dummy_hash(), password)
        except (VerificationError, InvalidHashError):
            return Checked(False)
        if stored is None:
            return Checked(False)
        stale = self._hasher.check_needs_rehash(stored)
        return Checked(True, self._hasher.hash(password) if stale else None)

    def warm(self) -> None:
        """Make the dummy hash now, so that the first unknown user does not pay for it."""
        self._dummy_hash()

    def _dummy_hash(self) -> str:
        if not self._dummy:
            self._dummy = self._hasher.hash(os.urandom(16).hex())
        return self._dummy

    def _in_turn(self, work: Callable[..., Result], *given: object) -> Result:
        if not self._places.acquire(blocking=False):
            raise Busy
        try:
            return self._threads.submit(work, *given).result()
        finally:
            self._places.release()
