"""Makes the clips of spoken codes: `python -m tools.make_clips`. Needs espeak-ng (Debian: `apt install espeak-ng`).

Run it only to change the voice or the words; the clips are kept with the code. Each is trimmed, brought to
one loudness and written as 16 kHz, 16 bit, mono. A recording of a person may replace any of them.
"""

from __future__ import annotations

import argparse
import io
import math
import subprocess
import wave
from array import array
from functools import cache
from operator import mul
from pathlib import Path

from app.ui.speech import DIGIT_WORDS, PHRASES, RATE, Lang

CLIPS = Path(__file__).resolve().parents[1] / "app" / "ui" / "clips"
VOICES: dict[Lang, tuple[str, int]] = {"da": ("da+klatt4", 130), "en": ("en-gb-x-rp+klatt4", 155)}
"""Voice and words a minute of the digits. Chosen with a speech recogniser over 20 English codes: 16 right with
this voice, 1 with `en-gb`. `en-gb+klatt` is silently the same as `en-gb`: the variant needs the full name."""
PHRASE_SPEED = 155
LOUDNESS = 0.1
"""Root mean square of the voiced parts, of full scale (-20 dBFS): equal for every clip."""
PEAK = 0.95
TRIM_BELOW = 0.01
"""What is quieter than this part of the clip's peak (-40 dB) at either end is silence."""
EDGE_S = 0.01
HALF_TAPS = 24

Samples = list[float]


def synthesise(text: str, voice: str, speed: int) -> tuple[Samples, int]:
    """Samples (-1 to 1) and their rate. The text goes by stdin, as everything does that is to be said."""
    command = ["espeak-ng", "-v", voice, "-s", str(speed), "-z", "--stdin", "--stdout"]
    made = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    with wave.open(io.BytesIO(made.stdout)) as sound:
        # A streamed WAV claims an endless length: take what there is.
        numbers = array("h", sound.readframes(len(made.stdout))[: len(made.stdout) // 2 * 2])
        return [number / 32768 for number in numbers], sound.getframerate()


def trim(samples: Samples, rate: int) -> Samples:
    """Without the silence at both ends, but for 10 ms that fade in and out so that a join never clicks."""
    floor = TRIM_BELOW * max(map(abs, samples))
    loud = [place for place, value in enumerate(samples) if abs(value) > floor]
    edge = round(EDGE_S * rate)
    kept = samples[max(0, loud[0] - edge) : loud[-1] + edge]
    for step in range(edge):
        kept[step] *= step / edge
        kept[-1 - step] *= step / edge
    return kept


def resample(samples: Samples, rate: int) -> Samples:
    """At RATE, through a windowed sinc that cuts what the new rate cannot carry."""
    padded = [0.0] * HALF_TAPS + samples + [0.0] * HALF_TAPS
    made: Samples = []
    for number in range(len(samples) * RATE // rate):
        place, phase = divmod(number * rate, RATE)
        taps = _taps(phase / RATE, min(1.0, RATE / rate) * 0.97)
        made.append(sum(map(mul, taps, padded[place : place + 2 * HALF_TAPS])))
    return made


@cache
def _taps(phase: float, cut: float) -> tuple[float, ...]:
    """The weights of the samples around a place that lies `phase` of a sample after one of them."""
    weights = []
    for tap in range(-HALF_TAPS, HALF_TAPS):
        offset = tap - phase
        window = 0.5 + 0.5 * math.cos(math.pi * offset / (HALF_TAPS + 1))
        angle = math.pi * offset * cut
        weights.append(cut * window * (math.sin(angle) / angle if angle else 1.0))
    return tuple(weights)


def level(samples: Samples) -> Samples:
    """At one loudness: measured where there is voice, so that a long hiss or a pause does not count."""
    size = RATE // 50
    frames = [samples[at : at + size] for at in range(0, len(samples), size)]
    powers = [sum(value * value for value in frame) / len(frame) for frame in frames]
    voiced = [power for power in powers if power > max(powers) / 100]
    gain = min(LOUDNESS / math.sqrt(sum(voiced) / len(voiced)), PEAK / max(map(abs, samples)))
    return [value * gain for value in samples]


def write(samples: Samples, path: Path) -> None:
    """One clip to its file; the folder is made if it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with wave.open(str(path), "wb") as clip:
        clip.setnchannels(1)
        clip.setsampwidth(2)
        clip.setframerate(RATE)
        clip.writeframes(array("h", [round(value * 32767) for value in samples]).tobytes())


def main() -> None:
    """Makes every clip of every language, and prints what it made."""
    parser = argparse.ArgumentParser(description="Make the clips of spoken codes with espeak-ng.")
    parser.add_argument("--to", type=Path, default=CLIPS, help="folder for the clips (default: the portal's)")
    to: Path = parser.parse_args().to
    for lang, (voice, digit_speed) in VOICES.items():
        texts = {str(digit): word for digit, word in enumerate(DIGIT_WORDS[lang])} | PHRASES[lang]
        for name, text in texts.items():
            samples, rate = synthesise(text, voice, digit_speed if name.isdigit() else PHRASE_SPEED)
            made = level(resample(trim(samples, rate), rate))
            write(made, to / lang / f"{name}.wav")
            print(f"{lang}/{name}: {len(made) / RATE:.2f} s")


if __name__ == "__main__":
    main()
