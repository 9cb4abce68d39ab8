"""The Debian packages that the tests use: installs what is missing where it may, says so where it may not.

It may as root, or with a sudo that asks for no password. SYSTEM_PACKAGES=no keeps it from trying. Nothing
here fails the tests: what is missing is named loudly, and the tests that need it are skipped with a reason.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

LOCALES = ("da_DK", "en_GB")
APT_SECONDS, BROWSER_SECONDS = 900, 300


@dataclass(frozen=True)
class Part:
    """Tests that need something of the system: their name, and {Debian package: what proves it is there}."""

    tests: str
    packages: dict[str, str]

    def missing(self):
        """The packages of this part that the machine lacks."""
        return [package for package, proof in self.packages.items() if not is_there(proof)]


PARTS = (
    Part(
        "the browser tests",
        {
            "chromium": "chromium",
            "fonts-liberation": "/usr/share/fonts/truetype/liberation*",
            "libatomic1": "/usr/lib/*/libatomic.so.1",  # Playwright's own Node needs it
        },
    ),
    Part(
        "the screen-reader tests",
        {
            "orca": "orca",
            "firefox-esr": "firefox-esr",
            "speech-dispatcher": "speech-dispatcher",
            "at-spi2-core": "/usr/libexec/at-spi-bus-launcher",
            "dbus": "dbus-daemon",
            "xvfb": "Xvfb",
            "openbox": "openbox",
            "xdotool": "xdotool",
            "libglib2.0-bin": "gdbus",
            "espeak-ng": "espeak-ng",
            "locales": "/usr/share/i18n/locales/da_DK",
        },
    ),
    Part("the journeys in a text browser", {"lynx": "lynx"}),
    Part("the tests of the Nu checker", {"default-jre-headless": "java"}),
    Part("the tests of braille and print", {"liblouis-bin": "lou_translate", "ghostscript": "gs"}),
    Part("the PostgreSQL half of the core's tests", {"postgresql": "/usr/lib/postgresql/*/bin/initdb"}),
)

# Without it nothing is skipped, the browser tests only take longer. Not every Debian has it: what fails, fails alone.
FASTER = "chromium-headless-shell"


def main():
    """Install and generate what is missing, then report what is still not there."""
    root = become_root()
    if root is not None:
        install_all(root)
    if missing_locales() and root is not None:
        generate_locales(root)
    if not is_there("chromium"):
        fetch_browser()
    report()


def is_there(proof):
    """Whether a program is on the path, or a file matches a pattern that begins with a slash."""
    if proof.startswith("/"):
        return any(Path("/").glob(proof[1:]))
    return shutil.which(proof) is not None


def wanted():
    """Every missing package, in the order of the parts."""
    return [package for part in PARTS for package in part.missing()]


def missing_locales():
    """The languages that the C library cannot speak yet; without them Orca speaks English."""
    listed = subprocess.run(["locale", "-a"], capture_output=True, text=True).stdout.lower()
    return [name for name in LOCALES if f"{name.lower()}.utf" not in listed]


def become_root():
    """What to put before a command to run it as root: nothing, sudo, or None where we may not."""
    if os.environ.get("SYSTEM_PACKAGES") == "no" or not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.run(["sudo", "-n", "true"], capture_output=True).returncode == 0:
        return ["sudo", "-n"]
    return None


def install_all(root):
    """Install every missing package, and what only makes the tests faster where apt knows of it."""
    packages = wanted()
    if packages:
        apt_get(root, "update")
        install(root, packages)
    if not is_there(FASTER) and subprocess.run(["apt-cache", "show", FASTER], capture_output=True).returncode == 0:
        install(root, [FASTER])


def install(root, packages):
    """Install Debian packages without asking anything; what apt-get cannot do is left to the report."""
    print(f"Installing system packages: {' '.join(packages)} ...", flush=True)
    apt_get(root, "install", "--no-install-recommends", *packages)


def apt_get(root, *words):
    """Run apt-get as root."""
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y"]
    quietly([*apt, "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::Retries=3", *words], APT_SECONDS)


def generate_locales(root):
    """Generate the locales that are missing, where their sources are installed."""
    for name in missing_locales():
        if is_there(f"/usr/share/i18n/locales/{name}"):
            quietly([*root, "localedef", "-i", name, "-f", "UTF-8", f"{name}.UTF-8"], 60)


def fetch_browser():
    """Fetch Playwright's own Chromium, for machines without Debian's; it fails behind closed networks."""
    print("No chromium on this machine: fetching Playwright's own ...", flush=True)
    quietly([sys.executable, "-m", "playwright", "install", "chromium"], BROWSER_SECONDS)


def own_browser():
    """Whether Playwright's own Chromium has been fetched."""
    home = os.environ.get("PLAYWRIGHT_BROWSERS_PATH") or Path.home() / ".cache" / "ms-playwright"
    return any(Path(home).glob("chromium*"))


def quietly(command, seconds):
    """Run a command; show the end of its output only if it fails or takes too long."""
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True, errors="replace", timeout=seconds,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        print(f"  gave up after {seconds} s: {' '.join(command)}", flush=True)
        return
    if done.returncode:
        print("\n".join(["  failed: " + " ".join(command), *done.stdout.splitlines()[-15:]]), flush=True)


def report():
    """Say what is missing, which tests are skipped for it, and the command that mends it."""
    lacking = {part.tests: part.missing() for part in PARTS if lacks(part)}
    if missing_locales():
        lacking["the tests of what is heard"] = [f"{name}.UTF-8" for name in missing_locales()]
    if not lacking:
        return
    lines = [f"  {tests} will be SKIPPED: no {', '.join(missing)}" for tests, missing in lacking.items()]
    rule = "!" * 100
    print("\n".join(["", rule, "Not everything can be tested on this machine:", *lines]))
    print("\n".join(["As root on Debian, this puts it right:", *remedy(), rule, ""]), flush=True)


def remedy():
    """The commands that bring what is missing."""
    packages = [f"  apt-get install --no-install-recommends {' '.join(wanted())}"] if wanted() else []
    return packages + [f"  localedef -i {name} -f UTF-8 {name}.UTF-8" for name in missing_locales()]


def lacks(part):
    """Whether tests must be skipped: Playwright's own browser does instead of Debian's."""
    missing = part.missing()
    return bool(missing) and not ("chromium" in part.packages and own_browser())


if __name__ == "__main__":
    main()
