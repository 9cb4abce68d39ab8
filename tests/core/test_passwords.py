"""Argon2id, its queue, and the dummy hash."""

import threading
import time as real_time

import pytest

from app.core.passwords import Busy, Checked, Passwords
from app.settings import Settings
from tests.support.parallel import at_once


def quick(**changes):
    return Passwords(**{"memory_kib": 64, "passes": 1, "queue": 10, "cores": 2, **changes})


def test_right_and_wrong():
    passwords = quick()
    stored = passwords.hash("tolv grønne kaniner")
    assert passwords.check(stored, "tolv grønne kaniner") == Checked(True)
    assert passwords.check(stored, "tolv grønne kaninér") == Checked(False)


def test_owasp_parameters_are_the_default():
    settings = Settings()
    assert (settings.argon2_memory_kib, settings.argon2_passes) == (19 * 1024, 2)
    stored = Passwords(memory_kib=settings.argon2_memory_kib, passes=settings.argon2_passes, queue=1).hash("x")
    assert stored.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_an_unknown_user_costs_one_hash_too_and_is_never_right():
    passwords = quick()
    passwords.warm()
    verified = []
    real = passwords._hasher.verify

    class Spy:
        def verify(self, stored, password):
            verified.append(stored)
            return real(stored, password)

        def check_needs_rehash(self, stored):
            return False

    stored = passwords.hash("right")
    passwords._hasher = Spy()
    assert not passwords.check(None, "anything").ok
    assert not passwords.check(stored, "anything").ok
    assert passwords.check(stored, "right").ok
    assert len(verified) == 3
    assert verified[0].split("$")[:4] == verified[1].split("$")[:4], "the dummy has other parameters"


def test_older_parameters_give_a_better_hash_and_only_to_the_right_password():
    old, new = quick(), quick(passes=2)
    stored = old.hash("right")
    better = new.check(stored, "right").better_hash
    assert better is not None
    assert new.check(better, "right") == Checked(True)
    assert new.check(stored, "wrong").better_hash is None


@pytest.mark.parametrize("stored", ["", "x", "$argon2id$", "$argon2id$v=19$m=64,t=1,p=1$!!$!!"])
def test_a_broken_hash_is_a_wrong_password(stored):
    assert not quick().check(stored, "x").ok


def test_beyond_the_queue_it_is_busy_and_the_rest_are_served():
    passwords = quick(queue=3, cores=2)
    stored = passwords.hash("right")
    gate, real = threading.Event(), passwords._hasher

    class Slow:
        def verify(self, *given):
            gate.wait(10)
            return real.verify(*given)

        def check_needs_rehash(self, stored):
            return False

    passwords._hasher = Slow()

    def one(_number):
        try:
            return passwords.check(stored, "right").ok
        except Busy:
            return "busy"

    def open_gate():
        real_time.sleep(0.5)
        gate.set()

    threading.Thread(target=open_gate).start()
    answers = at_once(20, one)
    assert answers.count(True) == 5
    assert answers.count("busy") == 15
    assert passwords.check(stored, "right").ok, "the places were not given back"


def test_no_more_run_at_once_than_there_are_cores():
    passwords = quick(queue=30, cores=2)
    running, most, lock, real = 0, 0, threading.Lock(), passwords._hasher

    class Counting:
        def hash(self, password):
            nonlocal running, most
            with lock:
                running += 1
                most = max(most, running)
            made = real.hash(password)
            real_time.sleep(0.005)
            with lock:
                running -= 1
            return made

    passwords._hasher = Counting()
    at_once(20, lambda number: passwords.hash(str(number)))
    assert most == 2
