"""Set-up on a fresh machine: virtual environment, locked dependencies, assets and catalogues.

Runs on the system's Python with the standard library alone. Every step leaves a stamp, so that a second
run costs milliseconds; a step that is broken off leaves none, and is done again.
"""

import fcntl
import hashlib
import json
import shutil
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

from tools import system_packages

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BUILD = ROOT / "build"
STAMP = VENV / "installed.json"
OLDEST_PYTHON = (3, 11)
RUN, TEST = "requirements.txt", "requirements-dev.txt"


class SetupError(Exception):
    """Something that a person must put right; the message says what and how."""


def main(arguments):
    """Run the named part; 0 when it is done, 1 with a message when it cannot be."""
    part, *rest = arguments or ["run"]
    try:
        require_python()
        with only_one():
            PARTS[part](*rest)
    except KeyError:
        print(f"Unknown part: {part}. Known: {', '.join(PARTS)}.", file=sys.stderr)
    except SetupError as problem:
        print(f"\nSet-up stopped: {problem}\n", file=sys.stderr)
    else:
        return 0
    return 1


def require_python():
    """Raise SetupError where this Python is too old for the portal."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        found, wanted = (".".join(map(str, version)) for version in (sys.version_info[:3], OLDEST_PYTHON))
        raise SetupError(
            f"Python {wanted} or newer is needed, and this is {found} ({sys.executable}). "
            f"Install a newer one and name it: make run PYTHON=python{wanted}"
        )


@contextmanager
def only_one():
    """Let one set-up run at a time: `make run` and `make test` may be started together."""
    BUILD.mkdir(exist_ok=True)
    with open(BUILD / "setup.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def for_running():
    """What `make run` needs."""
    install(RUN)
    build()


def for_testing():
    """What `make test` needs; the system's packages are tools.system_packages' work."""
    install(TEST)
    build("--for-tests")


def install(requirements):
    """Bring the virtual environment to what the requirements file says, unless it is there already."""
    if digest(requirements) in installed().values():
        return
    make_environment()
    print(f"Installing {requirements} ...", flush=True)
    STAMP.unlink(missing_ok=True)
    pip("--require-hashes", "-r", requirements)
    # The tests' file holds everything in the portal's own, at the same versions (tests/test_setup.py).
    held = (RUN, TEST) if requirements == TEST else (RUN,)
    STAMP.write_text(json.dumps({name: digest(name) for name in held}))


def installed():
    """What the environment was last brought to: {requirements file: digest}; empty if it cannot be used."""
    if not (VENV / "bin" / "python").exists() or not STAMP.exists():
        return {}
    return json.loads(STAMP.read_text())


def digest(name):
    """SHA-256 of a file in the repository's root, in hexadecimal."""
    return hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def make_environment():
    """Make .venv, or make it anew where its Python has gone."""
    if works(VENV / "bin" / "python"):
        return
    print("Making the virtual environment .venv ...", flush=True)
    command = [sys.executable, "-m", "venv", "--clear", VENV]
    made = subprocess.run(command, capture_output=True, text=True)
    # Debian keeps half of venv in a package of its own, and root may fetch it.
    if made.returncode and (root := system_packages.become_root()) is not None:
        system_packages.install(["python3-venv"], root)
        made = subprocess.run(command, capture_output=True, text=True)
    if made.returncode:
        shutil.rmtree(VENV, ignore_errors=True)
        raise SetupError(
            f"{sys.executable} could not make a virtual environment. On Debian and Ubuntu: "
            f"apt-get install python3-venv\n{made.stdout}{made.stderr}"
        )


def works(python):
    """Whether there is a Python here that can run pip."""
    if not python.exists():
        return False
    return subprocess.run([python, "-m", "pip", "--version"], capture_output=True).returncode == 0


def pip(*arguments):
    """Run `pip install` in the environment, quietly; raise SetupError if it fails."""
    command = [VENV / "bin" / "python", "-m", "pip", "install"]
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    if subprocess.run([*command, *quiet, *arguments], cwd=ROOT).returncode:
        raise SetupError("the packages could not be installed; pip says why above. Is there a network?")


def build(*options):
    """Build assets and catalogues; each skips what has not changed."""
    run_tool("assets", *options)
    catalogues = sorted((ROOT / "locales").rglob("*.po")) + sorted((ROOT / "tools").glob("strings*"))
    once_changed("locales", catalogues, "strings", "compile")


def once_changed(output, inputs, *tool):
    """Run the tool unless build/<output> is there and was made from these very files."""
    stamp = BUILD / f"{output}.stamp"
    state = repr([(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in inputs])
    if (BUILD / output).exists() and stamp.exists() and stamp.read_text() == state:
        return
    run_tool(*tool)
    stamp.write_text(state)


def run_tool(name, *arguments):
    """Run one of our tools in the environment; raise SetupError if it fails."""
    if subprocess.run([VENV / "bin" / "python", "-m", f"tools.{name}", *arguments], cwd=ROOT).returncode:
        raise SetupError(f"`python -m tools.{name}` failed; it says why above.")


def lock(*options):
    """Write both requirements files from their .in files, with hashes and without any address."""
    uv_home = BUILD / "uv"
    uv = uv_home / "bin" / "uv"
    if not uv.exists():
        subprocess.run([sys.executable, "-m", "venv", "--clear", uv_home], check=True)
        subprocess.run([uv_home / "bin" / "python", "-m", "pip", "install", "--quiet", "uv"], check=True)
    compile_ = [uv, "pip", "compile", "--universal", "--generate-hashes", "--python-version", "3.11"]
    quiet = ["--no-header", "--no-annotate", "-q", *options]
    both = (["requirements-dev.in", "-o", TEST], ["requirements.in", "-c", TEST, "-o", RUN])
    for files in both:
        if subprocess.run([*compile_, *quiet, *files], cwd=ROOT).returncode:
            raise SetupError("uv could not resolve the requirements; it says why above.")


PARTS = {"run": for_running, "test": for_testing, "environment": lambda: install(TEST), "lock": lock}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
