"""The catalogues: extract message ids, keep the po files in step, compile them.

    python -m tools.strings update [ROOM ...]   extract from code and templates into locales/<language>/<room>.po
    python -m tools.strings compile   compile to build/locales/<language>.mo (skipped where nothing changed)
    python -m tools.strings check     say what is missing, unused or broken; exit 1 where anything is

Message ids are English. `update` fills English with the id itself (an editor may change it there) and leaves new
Danish ones empty. A message used in several rooms lives in `common.po`.

`locales/<language>_easy/` is the easy wording for the simpler view: by hand, and only of the sentences that can be
said more easily. Whatever it leaves out is said in the ordinary words.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
LOCALES = ROOT / "locales"
BUILT = ROOT / "build" / "locales"
LANGUAGES = ("da", "en")
EASY = {language: f"{language}_easy" for language in LANGUAGES}
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2), "Message": None, "gettext": None}
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
Id = str | tuple[str, ...]


def rooms() -> dict[str, dict[Id, list[tuple[str, int]]]]:
    """Every message id in code and templates, by room, with where it stands."""
    places: dict[Id, dict[str, list[tuple[str, int]]]] = {}
    for path, line, msgid in _found():
        places.setdefault(msgid, {}).setdefault(room_of(path), []).append((path, line))
    result: dict[str, dict[Id, list[tuple[str, int]]]] = {}
    for msgid, by_room in places.items():
        room = next(iter(by_room)) if len(by_room) == 1 else "common"
        result.setdefault(room, {})[msgid] = [place for found in by_room.values() for place in found]
    return result


def room_of(path: str) -> str:
    """The room whose catalogue a file's messages belong to: `app/factors/x/…`, `templates/factors/x/…` to factors/x."""
    parts = Path(path).parts[1:]
    if parts[0] in ("ui", "layout", "components", "core", "errors", "delivery"):
        return "common"
    if parts[0] == "factors" and len(parts) > 2:
        return f"factors/{parts[1]}"
    if parts[0] == "migration":
        return "crossing"
    if parts[0] == "web":
        return parts[1].removesuffix(".py")
    return parts[0].removesuffix(".py")


def _found() -> Iterator[tuple[str, int, Id]]:
    for folder, method in (("app", "python"), ("templates", "jinja2")):
        mapping = [("**.py", "python")] if method == "python" else [("**.html", "jinja2"), ("**.txt", "jinja2")]
        options = {"**.html": {"newstyle_gettext": "true", "trimmed": "true"}}
        found = extract_from_dir(str(ROOT / folder), mapping, options, keywords=KEYWORDS)
        for filename, line, msgid, _comments, _context in found:
            if msgid and msgid != "":
                yield f"{folder}/{Path(filename).as_posix()}", line, msgid


def load(language: str) -> dict[str, Catalog]:
    """The po files of a language, or of its easy wording, by room."""
    folder = LOCALES / language
    locale = language.partition("_")[0]
    return {
        path.relative_to(folder).with_suffix("").as_posix(): read_po(path.open("rb"), locale=locale)
        for path in sorted(folder.rglob("*.po"))
    }


def update(only: Sequence[str] = ()) -> None:
    """Bring the po files in step with code and templates: all of them, or those of the rooms named."""
    wanted = rooms()
    for language in LANGUAGES:
        old = load(language)
        known = {message.id: message.string for catalogue in old.values() for message in catalogue if message.id}
        for room in sorted(set(only) or set(wanted) | set(old)):
            path = LOCALES / language / f"{room}.po"
            if room not in wanted:
                path.unlink(missing_ok=True)
                continue
            _write(path, language, wanted[room], known)


def _write(path: Path, language: str, ids: dict[Id, list[tuple[str, int]]], known: dict[Id, object]) -> None:
    catalogue = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for msgid in sorted(ids, key=str):
        files = sorted({(name, 0) for name, _line in ids[msgid]})
        string = known.get(msgid) or (msgid if language == "en" else ("" if isinstance(msgid, str) else ("", "")))
        flags = {"python-format"} if PLACEHOLDER.search(str(msgid)) else set()
        catalogue.add(msgid, string, locations=files, flags=flags)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".tmp")
    with draft.open("wb") as file:
        write_po(file, catalogue, omit_header=False, width=110, include_lineno=False, sort_output=True)
    text = draft.read_text()
    kept = [
        line for line in text.splitlines() if not line.startswith(('"POT-Creation', '"PO-Revision', "# ", '"Last-T'))
    ]
    draft.write_text("\n".join(kept).rstrip() + "\n")
    draft.replace(path)


def problems() -> list[str]:
    """What is missing, unused or broken in the catalogues."""
    found: list[str] = []
    wanted = {msgid for ids in rooms().values() for msgid in ids}
    for language in LANGUAGES:
        messages = {message.id: message for catalogue in load(language).values() for message in catalogue if message.id}
        found += [f"{language}: not in the catalogue: {msgid!r}" for msgid in sorted(wanted - set(messages), key=str)]
        found += [f"{language}: unused: {msgid!r}" for msgid in sorted(set(messages) - wanted, key=str)]
        found += [f"{language}: {problem}" for message in messages.values() for problem in _problems_of(message)]
        found += _easy_problems(EASY[language], wanted)
    return found


def _easy_problems(easy: str, wanted: set[Id]) -> list[str]:
    messages = [message for catalogue in load(easy).values() for message in catalogue if message.id]
    found = [f"{easy}: unused: {message.id!r}" for message in messages if message.id not in wanted]
    return found + [f"{easy}: {problem}" for message in messages for problem in _problems_of(message)]


def _problems_of(message: Message) -> list[str]:
    strings = message.string if isinstance(message.string, tuple | list) else (message.string,)
    if not all(strings):
        return [f"not translated: {message.id!r}"]
    ids = message.id if isinstance(message.id, tuple | list) else (message.id,)
    wanted = set(PLACEHOLDER.findall(ids[-1]))
    if any(set(PLACEHOLDER.findall(text)) != wanted for text in strings):
        return [f"placeholders differ: {message.id!r}"]
    return []


def compile_catalogues() -> None:
    """Compile every language, and its easy wording, to one file each."""
    newest = max((path.stat().st_mtime_ns for path in LOCALES.rglob("*.po")), default=0)
    for language in LANGUAGES:
        _compile(language, [language], newest)
        _compile(EASY[language], [language, EASY[language]], newest)


def _compile(name: str, layers: Sequence[str], newest: int) -> None:
    """Write one catalogue; what stands in a later layer takes the place of the same message in an earlier one."""
    target = BUILT / f"{name}.mo"
    if target.exists() and target.stat().st_mtime_ns > newest:
        return
    found = {
        message.id: message.string
        for layer in layers
        for catalogue in load(layer).values()
        for message in catalogue
        if message.id and message.string
    }
    merged = Catalog(locale=layers[0], charset="utf-8", fuzzy=False)
    for msgid, string in found.items():
        merged.add(msgid, string)
    BUILT.mkdir(parents=True, exist_ok=True)
    with target.open("wb") as file:
        write_mo(file, merged)


def main() -> int:
    """The command."""
    command = sys.argv[1] if len(sys.argv) > 1 else "check"
    if command == "update":
        update(sys.argv[2:])
    elif command == "compile":
        compile_catalogues()
    else:
        found = problems()
        print("\n".join(found) or "The catalogues are complete.")
        return 1 if found else 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
