"""The stage that the screen reader plays on: a private folder and environment, and the programs in it."""

import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

START_SECONDS = 30
STOP_SECONDS = 3
LOCALES = {"da": "da_DK.UTF-8", "en": "en_GB.UTF-8"}
PROGRAMS = {
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    "dbus-daemon": "dbus",
    "gdbus": "libglib2.0-bin",
    "speech-dispatcher": "speech-dispatcher",
    "orca": "orca",
    "firefox-esr": "firefox-esr",
}


BUS_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")


class CannotStart(Exception):
    """A program of the harness did not start, or died; the message ends with its log."""


def missing_parts() -> list[str]:
    """Debian packages and locales that the screen reader needs and the machine lacks: a reason to skip by."""
    packages = [package for program, package in PROGRAMS.items() if not shutil.which(program)]
    if not BUS_LAUNCHER.exists():
        packages.append("at-spi2-core")
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower()
    locales = [name for name in LOCALES.values() if name.lower().replace("utf-8", "utf8") not in listed]
    return packages + [f"the locale {name}" for name in locales]


class Stage:
    """Starts programs in a private home and environment, keeps their logs, and ends all of them."""

    def __init__(self, lang: str) -> None:
        """`lang` is a key of LOCALES; the locale is what decides the screen reader's language."""
        self.folder = Path(tempfile.mkdtemp(prefix="reader-"))
        self.programs: dict[str, subprocess.Popen] = {}
        self.env = self._environment(LOCALES[lang])

    def _environment(self, locale: str) -> dict[str, str]:
        """Nothing of the caller's own surroundings but these words; GTK's are what AT-SPI needs."""
        home, runtime = self.folder / "home", self.folder / "runtime"
        home.mkdir()
        runtime.mkdir(mode=0o700)
        return {
            "PATH": "/usr/bin:/bin:/usr/sbin",
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_SESSION_TYPE": "x11",
            "LANG": locale,
            "LC_ALL": locale,
            "TZ": "Europe/Copenhagen",
            "GTK_MODULES": "gail:atk-bridge",
            "GNOME_ACCESSIBILITY": "1",
            "GSETTINGS_BACKEND": "memory",
        }

    def start(self, *command: object, **options: object) -> subprocess.Popen:
        """Start a program that stays; what it prints goes to its log."""
        words = [str(word) for word in command]
        name = Path(words[0]).name
        with open(self._log(name), "ab") as log:
            options = {"stdout": log, "stderr": log, "stdin": subprocess.DEVNULL} | options
            try:
                program = subprocess.Popen(words, env=self.env, start_new_session=True, **options)
            except OSError as problem:
                raise CannotStart(f"{name}: {problem}") from problem
        self.programs[name] = program
        return program

    def run(self, *command: object) -> bool:
        """Run a program to its end; whether it succeeded."""
        words = [str(word) for word in command]
        with open(self._log(Path(words[0]).name), "ab") as log:
            done = subprocess.run(words, env=self.env, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        return done.returncode == 0

    def wait_for(self, name: str, ready: Callable[[], bool], seconds: float = START_SECONDS) -> None:
        """Return when `ready()` says so; raise CannotStart if the program dies or the time runs out first."""
        give_up = time.monotonic() + seconds
        while not ready():
            self.check_alive()
            if time.monotonic() > give_up:
                raise CannotStart(f"{name} was not ready within {seconds} s.\n{self.log(name)}")
            time.sleep(0.02)

    def check_alive(self) -> None:
        """Raise CannotStart if any program has ended: silence would then mean nothing."""
        for name, program in self.programs.items():
            if program.poll() is not None:
                raise CannotStart(f"{name} ended with {program.returncode}.\n{self.log(name)}")

    def is_busy(self, name: str) -> bool:
        """Whether a program computes, or waits for a processor to do so; one that is not there does not."""
        if name not in self.programs:
            return False
        state = Path(f"/proc/{self.programs[name].pid}/stat").read_text().rpartition(")")[2]
        return state.split()[0] == "R"

    def log(self, name: str, lines: int = 40) -> str:
        """The end of a program's log."""
        if not self._log(name).exists():
            return f"({name} wrote nothing)"
        return "\n".join(self._log(name).read_text(errors="replace").splitlines()[-lines:])

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def stop(self) -> None:
        """End every program, the last one first, and remove the folder."""
        for program in reversed(self.programs.values()):
            end(program)
        shutil.rmtree(self.folder, ignore_errors=True)


def end(program: subprocess.Popen) -> None:
    """End a program and the children in its group: politely, then not."""
    for signal_ in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(program.pid, signal_)
            program.wait(STOP_SECONDS)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue
