"""Letters for the printing house: whole, for the right person, in the form that was chosen."""

import asyncio
import io
import json
import stat
import subprocess
import zipfile

import pytest

from app.delivery import letter
from app.delivery.letter import FORMS, LetterGateway
from app.delivery.message import DeliveryFailed, Message
from app.settings import Settings
from app.ui.cards import audio, braille
from app.ui.messages import Composer

CODE, STOP = "123456789012", "9876543210"


def written(form: str, language: str = "da") -> Message:
    said = {
        "form": form,
        "name": "Kirsten Ørsted",
        "code": CODE,
        "stop_code": STOP,
        "ready_at": "2026-11-25T09:01:00+00:00",
        "expires_at": "2026-12-24T09:01:00+00:00",
    }
    subject, body = Composer.of(Settings()).compose("recovery.letter", language, said, "letter")
    return Message("letter", "6111800001", subject, body, language, "r-1", form=form, code=CODE)


def lay(folder, message):
    asyncio.run(LetterGateway(folder).send(message))
    slip = json.loads((folder / "r-1.json").read_text())
    return slip, (folder / slip["file"]).read_bytes()


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_words_name_person_code_times_and_how_to_stop_it(language):
    body = written("print", language).body
    assert "Kirsten Ørsted" in body
    assert "1234 5678 9012" in body
    assert "9876 5432 10" in body
    assert ("25. november 2026 klokken 10.01" in body) or ("25 November 2026 at 10:01" in body)
    assert "%(" not in body


@pytest.mark.parametrize("form", ["print", "large"])
def test_print_is_tagged_and_says_its_language(tmp_path, form):
    slip, content = lay(tmp_path, written(form))
    assert slip == {"recipient": "6111800001", "language": "da", "form": form, "file": "r-1.pdf"}
    assert content.startswith(b"%PDF-")
    assert b"/MarkInfo" in content or b"/ObjStm" in content
    assert b"pdfuaid" in content, "it says that it is PDF/UA"


def test_braille_reads_back_to_the_same_code(tmp_path):
    slip, content = lay(tmp_path, written("braille"))
    assert slip["file"] == "r-1.brf"
    command = ["lou_translate", "-b", "en-us-brf.dis,da-dk-g16.ctb"]
    back = subprocess.run(command, input=content.replace(b"\f", b""), capture_output=True, check=True)
    assert CODE in back.stdout.decode().replace(" ", "").replace("\n", "").replace("\r", "")


@pytest.mark.parametrize(
    ("language", "sound", "text"), [("da", "fil-01.mp3", "tekst.txt"), ("en", "file-01.mp3", "text.txt")]
)
def test_sound_can_be_played_and_all_of_it_read_beside_it(tmp_path, language, sound, text):
    message = written("audio", language)
    slip, content = lay(tmp_path, message)
    assert slip["file"] == "r-1.zip"
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == [sound, text]
        assert archive.read(sound).startswith(b"ID3")
        read = archive.read(text).decode("utf-8-sig").split("\r\n")
    assert read[0] == message.subject
    assert [line for line in read[1:] if line] == message.body.split("\n\n"), "the code, the times and how to stop it"


def test_a_second_try_makes_no_second_letter_and_others_cannot_read_it(tmp_path):
    for _ in range(2):
        lay(tmp_path, written("print"))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["r-1.json", "r-1.pdf"]
    assert all(stat.S_IMODE(path.stat().st_mode) & 0o007 == 0 for path in tmp_path.iterdir())


@pytest.mark.parametrize("problem", [OSError("full"), audio.Busy(), braille.NotInstalled()])
def test_what_cannot_be_made_is_tried_again(tmp_path, monkeypatch, problem):
    def fail(_sheet):
        raise problem

    monkeypatch.setitem(letter.FORMS, "print", ("pdf", fail))
    with pytest.raises(DeliveryFailed) as failed:
        lay(tmp_path, written("print"))
    assert not failed.value.permanent
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_missing_is_known_at_the_start(tmp_path):
    with pytest.raises(NotADirectoryError):
        LetterGateway(tmp_path / "none")
    assert set(FORMS) == {"print", "large", "braille", "audio"}
