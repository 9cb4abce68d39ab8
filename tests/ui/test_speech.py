"""Spoken codes: what is heard is taken apart again and compared with the clips, sample for sample."""

import io
import itertools
import time
import wave
from typing import get_args

import pytest

from app.ui import speech
from app.ui.speech import BRISK, RATE, SLOW, SLOWEST, Lang, Pauses, Phrase

LANGS = get_args(Lang)
DIGITS = "0123456789"


def samples(sound: bytes) -> bytes:
    with wave.open(io.BytesIO(sound)) as wav:
        assert (wav.getframerate(), wav.getsampwidth(), wav.getnchannels()) == (16_000, 2, 1)
        return wav.readframes(wav.getnframes())


def clip(lang: str, name: str) -> bytes:
    return samples((speech.Path(speech.__file__).parent / "clips" / lang / f"{name}.wav").read_bytes())


def seconds(raw: bytes) -> float:
    return len(raw) / 2 / RATE


class Ear:
    """Hears a sound from its beginning: each expectation must be next, exactly."""

    def __init__(self, sound: bytes, lang: str) -> None:
        self.left, self.lang = samples(sound), lang

    def silence(self, length: float) -> None:
        quiet = bytes(round(length * RATE) * 2)
        assert self.left.startswith(quiet)
        self.left = self.left[len(quiet) :]

    def clip(self, name: str) -> None:
        said = clip(self.lang, name)
        assert self.left.startswith(said)
        self.left = self.left[len(said) :]

    def code(self, code: str, pauses: Pauses) -> None:
        for place, digit in enumerate(code):
            if place:
                self.silence(pauses.digit if place % 3 else pauses.group)
            self.clip(digit)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("slow", "pauses"), [(True, SLOW), (False, BRISK)])
@pytest.mark.parametrize("code", ["123456", "000000", "987650", "7", "1234", "12345678"])
def test_a_code_is_heard_digit_by_digit_three_and_three_and_twice(lang, slow, pauses, code):
    ear = Ear(speech.speak_code(code, lang, slow=slow), lang)
    ear.silence(pauses.edge)
    ear.clip("your_code_is")
    ear.silence(pauses.phrase)
    ear.code(code, pauses)
    ear.silence(pauses.repeat)
    ear.clip("i_repeat")
    ear.silence(pauses.phrase)
    ear.code(code, pauses)
    ear.silence(pauses.edge)
    assert ear.left == b""


def test_the_slow_pauses_are_those_that_were_decided():
    assert (SLOW.digit, SLOW.group, SLOW.repeat) == (0.35, 1.0, 1.5)
    assert all(slow >= brisk for slow, brisk in zip(SLOW, BRISK, strict=True))
    assert all(slower >= slow for slower, slow in zip(SLOWEST, SLOW, strict=True))


@pytest.mark.parametrize("lang", LANGS)
def test_the_number_of_repeats_decides_the_length(lang):
    lengths = [seconds(samples(speech.speak_code("123456", lang, repeats=times))) for times in (1, 2, 3)]
    assert lengths[2] - lengths[1] == pytest.approx(lengths[1] - lengths[0])
    assert 5 < lengths[0] < 9, "six digits, slowly"


@pytest.mark.parametrize("lang", LANGS)
def test_every_digit_and_phrase_sounds_different_and_fills_its_clip(lang):
    clips = {name: clip(lang, name) for name in [*DIGITS, *get_args(Phrase)]}
    for one, other in itertools.combinations(clips, 2):
        assert clips[one] != clips[other], f"{one} and {other} sound the same"
    assert all(0.2 < seconds(clips[digit]) < 0.8 for digit in DIGITS)


@pytest.mark.parametrize("lang", LANGS)
def test_every_clip_is_equally_loud_trimmed_and_unclipped(lang):
    for name in [*DIGITS, *get_args(Phrase)]:
        values = memoryview(clip(lang, name)).cast("h")
        frames = [values[at : at + 320] for at in range(0, len(values), 320)]
        powers = [sum(value * value for value in frame) / len(frame) for frame in frames]
        voiced = [power for power in powers if power > max(powers) / 100]
        assert (sum(voiced) / len(voiced)) ** 0.5 / 32768 == pytest.approx(0.1, rel=0.1), name
        peak = max(map(abs, values))
        assert peak < 32500, f"{name} is clipped"
        edge = round(0.03 * RATE)
        assert max(map(abs, values[:edge])) > peak / 100, f"{name} begins with silence"
        assert max(map(abs, values[-edge:])) > peak / 100, f"{name} ends with silence"


def test_the_clips_stay_small():
    clips = list((speech.Path(speech.__file__).parent / "clips").rglob("*.wav"))
    assert len(clips) == len(LANGS) * (10 + len(get_args(Phrase)))
    assert sum(path.stat().st_size for path in clips) < 1_500_000


@pytest.mark.parametrize(
    "code", ["", "12a456", "12 456", "-12345", "١٢٣٤٥٦", "12²456", "１２３", "1" * 17, "../../x", "12\n"]
)
def test_anything_but_digits_is_refused_and_not_repeated_in_the_error(code):
    for refused in (
        lambda: speech.speak_code(code, "da"),
        lambda: speech.spoken_text(code, "da"),
        lambda: speech.digits_text(code),
    ):
        with pytest.raises(ValueError, match="digits") as error:
            refused()
        assert not code or code not in str(error.value)


def test_an_unknown_language_phrase_or_number_of_repeats_is_refused():
    with pytest.raises(ValueError, match="clip"):
        speech.speak_code("123456", "../da")
    with pytest.raises(ValueError, match="clip"):
        speech.speak_phrase("../da/1", "da")
    with pytest.raises(ValueError, match="no such"):
        speech.spoken_text("123456", "sv")
    with pytest.raises(ValueError, match="once"):
        speech.speak_code("123456", "da", repeats=0)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("phrase", get_args(Phrase))
def test_each_phrase_has_a_sound_and_its_text(lang, phrase):
    ear = Ear(speech.speak_phrase(phrase, lang), lang)
    ear.silence(SLOW.edge)
    ear.clip(phrase)
    ear.silence(SLOW.edge)
    assert ear.left == b""
    assert speech.phrase_text(phrase, lang)


def test_the_text_of_the_same_is_read_digit_by_digit():
    assert speech.digits_text("123456") == "1 2 3, 4 5 6"
    assert speech.digits_text("00123456") == "0 0 1, 2 3 4, 5 6"
    assert speech.spoken_text("123456", "da") == "Din kode er 1 2 3, 4 5 6."
    assert speech.spoken_text("123456", "en") == "Your code is 1 2 3, 4 5 6."


def test_a_sound_is_built_without_touching_a_file_or_a_process(monkeypatch):
    expected = speech.speak_code("0123456789", "da")
    for module, name in (("builtins", "open"), ("subprocess", "Popen"), ("wave", "open")):
        original = getattr(__import__(module), name)

        def only_memory(target, *args, original=original, **kwargs):
            assert isinstance(target, io.BytesIO)
            return original(target, *args, **kwargs)

        monkeypatch.setattr(f"{module}.{name}", only_memory)
    started = time.perf_counter()
    assert speech.speak_code("0123456789", "da") == expected
    assert time.perf_counter() - started < 1, "made at each request"
