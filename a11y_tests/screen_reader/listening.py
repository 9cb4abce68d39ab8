"""Listening time: how long it takes to hear a text, by rendering it with espeak-ng."""

import io
import subprocess
import wave
from collections.abc import Iterable

from a11y_tests.screen_reader.stage import CannotStart

VOICES = {"da": "da", "en": "en-gb"}
# What espeak-ng's voices give: 16 bits, one channel.
RATE, SAMPLE_BYTES = 22_050, 2


def seconds_to_speak(texts: Iterable[str], lang: str) -> float:
    """Seconds that the texts take when spoken at espeak-ng's ordinary speed (175 words a minute)."""
    spoken = "\n\n".join(texts)
    return len(samples(spoken, lang)) / (RATE * SAMPLE_BYTES)


def samples(text: str, lang: str) -> bytes:
    """A text as sound, RATE samples a second. Raises CannotStart where espeak-ng does not speak."""
    if not text.strip():
        return b""
    # The text goes in by standard input: an argument list can be read by anybody on the machine.
    command = ["espeak-ng", "-v", VOICES[lang], "--stdin", "--stdout"]
    try:
        done = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise CannotStart(f"espeak-ng could not speak: {problem}") from problem
    return _samples_of(done.stdout)


def _samples_of(sound: bytes) -> bytes:
    """The samples of a WAV; written to a pipe, its header does not know how many they became."""
    with wave.open(io.BytesIO(sound)) as header:
        form = (header.getframerate(), header.getsampwidth(), header.getnchannels())
    if form != (RATE, SAMPLE_BYTES, 1):
        raise CannotStart(f"espeak-ng spoke in another form: {form}")
    return sound[sound.index(b"data") + 8 :]
