"""The command that records a call writes what a telephone hears."""

import asyncio
import wave

from tools.record_call import record


def test_a_call_is_recorded(tmp_path, capsys):
    out = tmp_path / "call.wav"
    ended = asyncio.run(record(out, lang="en", keys="9", code="407315", wait_s=0.5, gap_s=10))
    assert ended == "the call ended as it should"
    assert capsys.readouterr().out == "reported: not_asked\n"
    with wave.open(str(out)) as sound:
        assert (sound.getframerate(), sound.getsampwidth(), sound.getnchannels()) == (8000, 2, 1)
        assert 2 < sound.getnframes() / 8000 < 8
