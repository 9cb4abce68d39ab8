"""Real calls on this machine: a SIP telephone is rung, answers, presses keys, and keeps what it heard."""

import asyncio
import logging
import random
import re

import pytest
from aiortp import PayloadType, get_codec

from app.delivery.message import DeliveryFailed
from app.delivery.sip import SipCalls, Tempo
from app.delivery.telephone_sound import said
from app.delivery.trunk import Trunk
from app.ui.speech import SLOW, SLOWEST, code_parts
from tools.telephone import Telephone

QUICK = Tempo(listen_s=0.2, longest_s=30, frame_s=0.0005)
"""Forty times as fast as a person would hear it; what is heard is the same."""
CODE = "407315"


def pcm(*parts):
    """What a telephone hears of these parts, sample for sample."""
    sound = said(parts)
    return get_codec(PayloadType.PCMA).decode(sound[: len(sound) // 160 * 160])


def clip(lang, name):
    """A clip alone, without the silence that fills up its last frame."""
    sound = said([(lang, name)]).rstrip(b"\xd5")
    return get_codec(PayloadType.PCMA).decode(sound)


def code_sound(lang="da", pauses=SLOW, code=CODE):
    return pcm(*((lang, part) for part in code_parts(code, pauses=pauses)))


@pytest.fixture
def call(message):
    """Places a call to a telephone, does the steps on it, and gives what came of it."""

    def place(steps=None, manner="answers", *, phone=None, trunk=None, report=None, tempo=QUICK, **changed):
        async def run():
            async with phone or Telephone(manner) as rung:
                port = random.randrange(31_000, 40_000, 2)
                gateway = SipCalls(
                    Trunk(**({"uri": rung.uri, "caller": "+4570101010", "ring_s": 0.4, "wait_s": 1} | (trunk or {}))),
                    ports=(port, port + 20),
                    report=report,
                    tempo=tempo,
                )
                told = {"channel": "call", "recipient": "+4534412331", "body": CODE} | changed
                sending = asyncio.create_task(gateway.send(message(**told)))
                try:
                    if steps:
                        await steps(rung)
                    await asyncio.wait_for(sending, 20)
                finally:
                    sending.cancel()
                if manner == "answers":
                    await asyncio.wait_for(rung.ended.wait(), 5)
                return rung

        return asyncio.run(run())

    return place


def spoken_digits(heard, lang):
    """The digits in what was heard, in order, by their clips: sample for sample."""
    found = [
        (match.start(), digit)
        for digit in "0123456789"
        for match in re.finditer(re.escape(bytes(clip(lang, digit))), bytes(heard), re.DOTALL)
    ]
    return "".join(digit for _, digit in sorted(found))


def test_after_1_and_not_before_the_code_is_heard_twice(call, tmp_path):
    async def steps(phone):
        await phone.hears(clip("da", "press_1"))
        await phone.hears(clip("en", "this_language"))
        assert spoken_digits(phone.pcm, "da") == ""
        phone.press("1")
        await phone.hears(code_sound())
        await phone.hears(clip("da", "again"))

    phone = call(steps)
    assert phone.number == "+4534412331"
    assert spoken_digits(phone.pcm, "da") == CODE * 2
    for phrase in ("asked", "press_1", "press_9", "your_code_is", "i_repeat", "never_tell", "slower", "goodbye"):
        assert phone.pcm.count(clip("da", phrase)) == 1, phrase
    phone.save(tmp_path / "call.wav")
    assert (tmp_path / "call.wav").stat().st_size == 44 + len(phone.pcm)


@pytest.mark.parametrize("code", ["000000", "987654", "112233"])
def test_every_digit_is_heard_in_english_too(call, code):
    async def steps(phone):
        await phone.hears(clip("en", "asked"))
        phone.press("1")
        await phone.hears(code_sound("en", code=code))
        phone.hang_up()

    assert spoken_digits(call(steps, lang="en", body=code).pcm, "en") == code * 2


def test_1_again_2_slower_3_the_other_language(call):
    async def steps(phone):
        await phone.hears(clip("da", "asked"))
        phone.press("1")
        await phone.hears(code_sound())
        phone.press("1")
        await phone.hears(code_sound())
        phone.press("2")
        await phone.hears(code_sound(pauses=SLOWEST))
        phone.press("3")
        await phone.hears(code_sound("en", SLOWEST))
        phone.hang_up()

    assert len(code_sound(pauses=SLOWEST)) > 1.5 * len(code_sound())
    call(steps)


def test_9_is_reported_before_it_is_said_and_ends_the_call(call):
    reports = []

    async def steps(phone):
        await phone.hears(clip("da", "press_9"))
        phone.press("9")
        await phone.hears(clip("da", "stopped"))
        assert reports == [("0f3a", "not_asked")]

    phone = call(steps, report=lambda *told: reports.append(told))
    assert spoken_digits(phone.pcm, "da") == ""
    assert len(reports) == 1


def test_nobody_is_told_that_it_is_stopped_where_it_is_not(call):
    def report(*_):
        raise OSError("the database is away")

    async def steps(phone):
        await phone.hears(clip("da", "asked"))
        phone.press("9")

    assert clip("da", "stopped") not in call(steps, report=report).pcm


def test_a_voicemail_that_beeps_hears_three_prompts_and_no_code(call):
    phones = []

    async def steps(phone):
        phones.append(phone)
        await phone.hears(clip("da", "goodbye"))

    with pytest.raises(DeliveryFailed) as failed:
        call(steps)
    assert (failed.value.reason, failed.value.permanent) == ("nobody pressed 1", True)
    (phone,) = phones
    assert phone.pcm.count(clip("da", "press_1")) == 3
    assert spoken_digits(phone.pcm, "da") == spoken_digits(phone.pcm, "en") == ""


def test_who_hangs_up_after_the_first_digits_has_been_called(call):
    async def steps(phone):
        await phone.hears(clip("da", "asked"))
        phone.press("1")
        await phone.hears(clip("da", CODE[0]))
        phone.hang_up()

    assert spoken_digits(call(steps).pcm, "da") in [CODE[:length] for length in range(1, 6)]


def test_who_hangs_up_before_1_is_not_called_again(call):
    async def steps(phone):
        await phone.hears(clip("da", "asked"))
        phone.hang_up()

    with pytest.raises(DeliveryFailed, match="nobody pressed 1") as failed:
        call(steps)
    assert failed.value.permanent


def test_a_call_that_lasts_too_long_says_goodbye(call):
    async def steps(phone):
        await phone.hears(clip("da", "goodbye"))

    with pytest.raises(DeliveryFailed, match="nobody pressed 1"):
        call(steps, tempo=Tempo(listen_s=30, longest_s=0.6, frame_s=0.0005))


@pytest.mark.parametrize(
    ("manner", "reason", "permanent"),
    [("busy", "the line is busy", False), ("declines", "the trunk answered 603", True)],
)
def test_a_refused_call(call, manner, reason, permanent):
    with pytest.raises(DeliveryFailed) as failed:
        call(manner=manner)
    assert (failed.value.reason, failed.value.permanent) == (reason, permanent)


def test_who_does_not_answer_is_not_rung_for_ever(call):
    async def steps(phone):
        await asyncio.wait_for(phone.cancelled.wait(), 5)

    with pytest.raises(DeliveryFailed) as failed:
        call(steps, "rings")
    assert (failed.value.reason, failed.value.permanent) == ("nobody answered the call", False)


def test_a_trunk_that_is_not_there(call):
    with pytest.raises(DeliveryFailed) as failed:
        call(manner="rings", trunk={"uri": "sip:127.0.0.1:9", "wait_s": 0.3})
    assert (failed.value.reason, failed.value.permanent) == ("the trunk did not answer", False)


@pytest.mark.parametrize("changed", [{"recipient": "20123456"}, {"body": "Din kode er 1"}, {"body": ""}])
def test_only_digits_to_a_number(call, changed):
    with pytest.raises(DeliveryFailed) as failed:
        call(manner="rings", **changed)
    assert failed.value.permanent


def test_the_log_knows_neither_the_code_nor_whom_it_was_for(call, caplog):
    caplog.set_level(logging.DEBUG)

    async def steps(phone):
        await phone.hears(clip("da", "asked"))
        phone.press("1")
        await phone.hears(code_sound())
        phone.press("9")

    call(steps, report=lambda *_: None)
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING] == []
    logged = "\n".join(record.getMessage() for record in caplog.records)
    assert not re.search(r"(?<!\d)\d{6}(?!\d)", logged)
    assert "34412331" not in logged
    assert CODE not in logged
