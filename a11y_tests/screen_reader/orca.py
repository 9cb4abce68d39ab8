"""Orca, the screen reader: its settings and its start."""

import json
import re
from pathlib import Path

from a11y_tests.screen_reader.speech import Speech
from a11y_tests.screen_reader.stage import Stage

# Whatever depends on time or on the sound card is off: no key echo, no tutorials, no reading on load
# (it races with the person's first key, so no two runs would be alike), and a double press may take its time.
SETTINGS = {
    "enableSpeech": True,
    "enableBraille": True,
    "enableKeyEcho": False,
    "enableSound": False,
    "enableTutorialMessages": False,
    "doubleClickTimeout": 5,
    "sayAllOnLoad": False,
    "pageSummaryOnLoad": False,
    "speechServerFactory": "speechdispatcherfactory",
    "speechServerInfo": ["Default Synthesizer", "default"],
    "startingProfile": ["Default", "default"],
    "profile": ["Default", "default"],
    "keyboardLayout": 1,
}
# What Orca says, before the title, when a page has come.
LOADED = {"da": "Færdig med at indlæse", "en": "Finished loading"}
# What it says while a page is slow: whether it does depends on the machine's load, not on the page.
LOADING = {"da": "Indlæser.", "en": "Loading."}
# What Orca's own Python loads when it starts.
IN_ORCA = Path(__file__).with_name("in_orca")
EMPTY = {"pronunciations": {}, "keybindings": {}}


def start_orca(stage: Stage, speech: Speech, *, braille: bool) -> None:
    """Start Orca and wait until it has said that it is there; `braille` keeps the braille lines too."""
    folder = stage.folder / "orca"
    folder.mkdir()
    profiles = {"default": {"profile": ["Default", "default"], **EMPTY}}
    # Without a braille display Orca makes its lines only for the monitor, a strip on the screen.
    general = SETTINGS | {"enableBrailleMonitor": braille}
    settings = {"general": general, "profiles": profiles, **EMPTY}
    (folder / "user-settings.conf").write_text(json.dumps(settings))
    debug = ["--debug-file", debug_file(stage)] if braille else []
    hide_other_orcas(stage)
    stage.env["PYTHONPATH"] = str(IN_ORCA)
    stage.start("orca", "--user-prefs", folder, *debug)
    del stage.env["PYTHONPATH"]
    stage.wait_for("orca", lambda: speech.size() > 0)


def hide_other_orcas(stage: Stage) -> None:
    """Let Orca find no other one: it refuses to run beside another of the same user, which may well be
    a tester's own, or another test's. Ours is alone on its bus. It looks with pgrep: ours finds nothing."""
    programs = stage.folder / "programs"
    programs.mkdir()
    (programs / "pgrep").write_text("#!/bin/sh\nexit 1\n")
    (programs / "pgrep").chmod(0o755)
    stage.env["PATH"] = f"{programs}:{stage.env['PATH']}"


def debug_file(stage: Stage) -> Path:
    """Where Orca writes its own account, braille lines among the rest."""
    return stage.folder / "orca.out"


def braille_lines(stage: Stage) -> list[str]:
    """Every line that a braille display would have shown, in order."""
    account = debug_file(stage).read_text(errors="replace")
    return re.findall(r"BRAILLE LINE:\s+'(.*)'$", account, re.MULTILINE)
