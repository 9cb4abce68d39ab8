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
# Ended without asking: they take long to say farewell, and what they would keep goes with the stage.
HASTY = {"firefox-esr", "orca"}
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

    def is_at_rest(self) -> bool:
        """Whether no thread of any program, or of what they have started, computes or waits for a processor or a disk.

        What one of them hands to the next is always in the hands of one that does: a loaded machine changes nothing.
        """
        sessions = {str(program.pid) for program in self.programs.values()}
        return not any(_works(name) for name in os.listdir("/proc") if name.isdigit() and _session(name) in sessions)

    def log(self, name: str, lines: int = 40) -> str:
        """The end of a program's log."""
        if not self._log(name).exists():
            return f"({name} wrote nothing)"
        return "\n".join(self._log(name).read_text(errors="replace").splitlines()[-lines:])

    def _log(self, name: str) -> Path:
        return self.folder / f"{name}.log"

    def stop(self) -> None:
        """End every program, the last one first, and remove the folder."""
        for name, program in reversed(self.programs.items()):
            end(program, hasty=name in HASTY)
        shutil.rmtree(self.folder, ignore_errors=True)


def end(program: subprocess.Popen, *, hasty: bool = False) -> None:
    """End a program and the children in its group: politely, then not. `hasty`: not politely at all."""
    for signal_ in (signal.SIGKILL,) if hasty else (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(program.pid, signal_)
            program.wait(STOP_SECONDS)
        except (ProcessLookupError, subprocess.TimeoutExpired):
            continue


def _session(process: str) -> str:
    """The id of a process's session, which is its program's; "" when it has ended."""
    return _stat(Path("/proc", process))[3]


def _works(process: str) -> bool:
    """Whether any thread of a process does not sleep."""
    try:
        threads = list(Path("/proc", process, "task").iterdir())
    except OSError:
        return False
    return any(_stat(thread)[0] in "RD" for thread in threads)


def _stat(folder: Path) -> list[str]:
    """State, parent, group, session ... of a process or thread (proc(5)); of one that has ended nothing but dashes."""
    try:
        return (folder / "stat").read_text(errors="replace").rpartition(")")[2].split()
    except OSError:
        return ["-"] * 4
