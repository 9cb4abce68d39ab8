"""Listening time: how long it takes to hear a text, by rendering it with espeak-ng."""

import io
import subprocess
import wave
from collections.abc import Iterable

from a11y_tests.screen_reader.stage import CannotStart

VOICES = {"da": "da", "en": "en-gb"}


def seconds_to_speak(texts: Iterable[str], lang: str) -> float:
    """Seconds that the texts take when spoken at espeak-ng's ordinary speed (175 words a minute)."""
    spoken = "\n\n".join(texts)
    if not spoken.strip():
        return 0.0
    # The text goes in by standard input: an argument list can be read by anybody on the machine.
    command = ["espeak-ng", "-v", VOICES[lang], "--stdin", "--stdout"]
    try:
        done = subprocess.run(command, input=spoken.encode(), capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as problem:
        raise CannotStart(f"espeak-ng could not speak: {problem}") from problem
    return wav_seconds(done.stdout)


def wav_seconds(sound: bytes) -> float:
    """The duration of a WAV; written to a pipe, its header does not know how long it became."""
    with wave.open(io.BytesIO(sound)) as header:
        bytes_a_second = header.getframerate() * header.getsampwidth() * header.getnchannels()
    return (len(sound) - sound.index(b"data") - 8) / bytes_a_second
