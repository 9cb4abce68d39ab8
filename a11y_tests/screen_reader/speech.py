"""Speech without sound: speech-dispatcher with an output module that writes down what it is given."""

import json
import socket
import sys
from pathlib import Path

from a11y_tests.screen_reader.stage import Stage

MODULE = Path(__file__).with_name("capture_module.py")
CONFIGURATION = """\
LogLevel 3
LogDir "default"
CommunicationMethod "unix_socket"
DefaultRate 0
DefaultLanguage "{lang}"
AudioOutputMethod "alsa"
Timeout 0
SymbolsPreproc "none"
AddModule "capture" "capture" "capture.conf"
DefaultModule capture
DisableAutoSpawn
"""


class Speech:
    """What has been said so far, in order."""

    def __init__(self, log: Path) -> None:
        """`log` is the file that the output module writes, one JSON object a line."""
        self.log = log
        self.position = 0
        log.touch()

    def size(self) -> int:
        """Bytes written: it grows whenever something is said."""
        return self.log.stat().st_size

    def news(self) -> list[str]:
        """The utterances since the last call, without empty ones."""
        utterances = self.peek()
        self.position = self.size()
        return utterances

    def peek(self) -> list[str]:
        """The utterances since the last news, left there."""
        with open(self.log, "rb") as log:
            log.seek(self.position)
            return [text for line in log if (text := json.loads(line)["text"])]


def start_speech(stage: Stage, lang: str) -> Speech:
    """Start speech-dispatcher with our output module alone, and return what it will write."""
    speech = Speech(stage.folder / "speech.jsonl")
    address = stage.folder / "speech.socket"
    stage.env |= {"SPEECH_LOG": str(speech.log), "SPEECHD_ADDRESS": f"unix_socket:{address}"}
    settings, modules = write_settings(stage.folder / "speechd", lang)
    stage.start(
        "speech-dispatcher", "-s", "-C", settings, "-m", modules,
        "-S", address, "-P", stage.folder / "speech.pid", "-L", stage.folder,
    )  # fmt: skip
    stage.wait_for("speech-dispatcher", lambda: listens(address))
    return speech


def write_settings(folder: Path, lang: str) -> tuple[Path, Path]:
    """Write the dispatcher's settings, and a copy of our module that may be run; return both folders."""
    settings, modules = folder / "settings", folder / "programs"
    (settings / "modules").mkdir(parents=True)
    modules.mkdir()
    (settings / "speechd.conf").write_text(CONFIGURATION.format(lang=lang))
    (settings / "modules" / "capture.conf").touch()
    program = modules / "capture"
    program.write_text(f"#!{sys.executable} -IS\n{MODULE.read_text()}")
    program.chmod(0o755)
    return settings, modules


def listens(address: Path) -> bool:
    """Whether somebody answers at a socket."""
    try:
        with socket.socket(socket.AF_UNIX) as client:
            client.connect(str(address))
    except OSError:
        return False
    return True
