"""The code device on the pages, in both languages: registration, log-on, and what is said when it goes wrong."""

import pytest

from app.core import clock
from app.factors.code_device import oath
from app.factors.code_device.bringing import bring_in
from app.factors.code_device.records import Record
from tests.support.account import log_on
from tests.support.moving import MovingClock

SEED = b"12345678901234567890"
CODES = [oath.code_at(SEED, place, digits=6, algorithm="sha1") for place in range(12)]


@pytest.fixture(autouse=True)
def time():
    standing = MovingClock()
    with clock.moved(standing):
        yield standing


@pytest.fixture
def device(sqlite_core):
    record = Record("DK0012345", "hotp", SEED, form="speaking")
    bring_in(sqlite_core.database, [record], form="display", on_bad=pytest.fail)
    return record


ADD = {"da": "/min-side/faktorer/tilfoej", "en": "/en/my-page/factors/add"}
SPEAKS = {"da": "Din enhed læser koden op.", "en": "Your device reads the code aloud."}
WRONG_SERIAL = {"da": "Du kan ikke bruge en enhed med dette nummer.", "en": "You cannot use a device with this number."}
NOT_NEXT = {"da": "den kode, der kommer lige efter", "en": "the code that comes right after"}
NEXT = {"da": "Vi skal være sikre på", "en": "We must be sure"}
LOG_ON = {"da": "/log-paa", "en": "/en/log-on"}


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_citizen_registers_a_device_and_logs_on(visitor, sqlite_core, kirsten, device, time, language):
    log_on(visitor, sqlite_core, kirsten)
    time.forward(seconds=30)
    visitor.get(ADD[language]).submit(kind="code_device")
    visitor.submit(serial="DK 0012346")
    assert WRONG_SERIAL[language] in visitor.errors[0]
    visitor.submit(serial="dk 0012345")
    assert SPEAKS[language] in visitor.text
    assert device.serial not in visitor.html
    visitor.submit(code="000 000")
    assert len(visitor.errors) == 1
    for place, refused in ((3, False), (5, True), (6, False)):
        visitor.submit(code=CODES[place])
        assert bool(visitor.errors) == refused
        if refused:
            assert NOT_NEXT[language] in visitor.errors[0]
    assert "ready" in visitor.path or "klar" in visitor.path
    visitor.get("/log-af").submit("Log af her")

    time.forward(minutes=1)
    visitor.get(LOG_ON[language]).submit(user_id=kirsten.user_id, password=kirsten.password)
    visitor.submit(code=CODES[11])
    assert NEXT[language] in visitor.errors[0]
    visitor.submit(code=oath.code_at(SEED, 12, digits=6, algorithm="sha1"))
    assert visitor.path in ("/min-side", "/en/my-page"), visitor.text


def test_too_many_wrong_serial_numbers_wait_with_a_clock_time(visitor, sqlite_core, kirsten, device):
    log_on(visitor, sqlite_core, kirsten)
    visitor.get(ADD["da"]).submit(kind="code_device")
    for _ in range(5):
        visitor.submit(serial="DK0012346")
    visitor.submit(serial="DK0012345")
    assert "10.02" in visitor.errors[0]


@pytest.mark.parametrize("code", ["12345", "123456789", "12345x"])
def test_a_code_of_the_wrong_length_says_what_to_do(visitor, sqlite_core, kirsten, device, code):
    log_on(visitor, sqlite_core, kirsten)
    visitor.get(ADD["da"]).submit(kind="code_device").submit(serial="DK0012345")
    visitor.submit(code=code)
    assert "6 til 8 cifre" in visitor.errors[0]
