"""The house holds: imports point down only, the core knows no web, files and functions are small and explained."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
APP = sorted((ROOT / "app").rglob("*.py"))
OURS = sorted(path for room in ("app", "tools", "tests", "a11y_tests") for path in (ROOT / room).rglob("*.py"))

FLOORS = {
    "app.settings": 0,
    "app.core": 0,
    "app.ui": 1,
    "app.delivery": 1,
    "app.factors": 2,
    "app.migration": 2,
    "app.recovery": 2,
    "app.protocols": 2,
    "app.web": 3,
    "app.main": 4,
    "app.cli": 4,
    "app.demo": 4,
    "app.__main__": 4,
}
# Rooms of one floor that may know each other. The composition root, the commands and the demo stand on top of all.
NEIGHBOURS = {
    ("app.core", "app.settings"),
    ("app.cli", "app.main"),
    ("app.cli", "app.demo"),
    ("app.__main__", "app.cli"),
}
NEIGHBOURS |= {("app.demo", "app.main")}
# The call gateway speaks a code with the clips that the pages play; `ui` knows nothing of delivery.
NEIGHBOURS |= {("app.delivery", "app.ui")}
NOT_IN_THE_CORE = {"starlette", "jinja2", "gettext", "babel", "wtforms"}

# An import inside a function hides a cycle; these hide none. The commands and the demo are free: a command should
# start without loading what it does not use.
INNER_IMPORTS = {
    ("app/core/db.py", "alembic"): "Alembic is loaded by the commands that change the schema, not by every process",
}
LONGEST_FILE = 300


def module_of(path: Path) -> str:
    """`app/core/db.py` as `app.core.db`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """The room a module belongs to; each factor is one of its own."""
    parts = module.split(".")
    if parts[:2] == ["app", "factors"] and len(parts) > 2:
        return ".".join(parts[:3])
    return ".".join(parts[:2])


def floor_of(room: str) -> int:
    return FLOORS[".".join(room.split(".")[:2])]


def imports_of(tree: ast.AST, module: str, package: bool) -> Iterator[tuple[ast.stmt, str]]:
    """Every imported module, `from app.core import db` as `app.core.db`; relative ones made whole."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = module.split(".")[: None if package else -1]
            above = base[: len(base) - node.level + 1] if node.level else []
            start = ".".join([*above, *([node.module] if node.module else [])])
            yield from ((node, f"{start}.{alias.name}") for alias in node.names)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def test_every_room_has_a_floor():
    rooms = {".".join(module_of(path).split(".")[:2]) for path in APP} - {"app"}
    assert rooms <= set(FLOORS)


def test_imports_point_down_only():
    wrong = []
    for path in APP:
        module = module_of(path)
        if module == "app":
            continue
        mine = room_of(module)
        for _node, name in imports_of(parsed(path), module, path.name == "__init__.py"):
            if not name.startswith("app."):
                continue
            theirs = room_of(name)
            if theirs == mine or (mine, theirs) in NEIGHBOURS:
                continue
            if floor_of(theirs) >= floor_of(mine):
                wrong.append(f"{module} (floor {floor_of(mine)}) imports {name} (floor {floor_of(theirs)})")
    assert not wrong, "\n".join(["", *wrong])


def test_the_core_knows_no_web_and_no_words():
    wrong = [
        f"{module_of(path)} imports {name}"
        for path in APP
        if module_of(path).startswith(("app.core", "app.settings"))
        for _node, name in imports_of(parsed(path), module_of(path), path.name == "__init__.py")
        if name.split(".")[0] in NOT_IN_THE_CORE
    ]
    assert not wrong, wrong


def test_the_auditors_tool_knows_no_portal():
    """a11y_tests looks at a deployment from outside: only the address is given."""
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in OURS
        if path.is_relative_to(ROOT / "a11y_tests")
        for _node, name in imports_of(parsed(path), module_of(path), path.name == "__init__.py")
        if name.split(".")[0] in ("app", "tests", "tools")
    ]
    assert not wrong, wrong


def test_no_web_page_names_a_factor():
    """The fifth factor is one new folder: pages and journeys know factors through the registry alone."""
    kinds = {path.name for path in (ROOT / "app" / "factors").iterdir() if (path / "__init__.py").exists()}
    assert kinds
    wrong = [
        f"{path.relative_to(ROOT)} names {node.value!r}"
        for room in ("web", "migration", "ui", "core")
        for path in sorted((ROOT / "app" / room).rglob("*.py"))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and node.value in kinds and path.name != "directory_fields.py"
    ]
    assert not wrong, "\n".join(["", *wrong])


def inner_imports(path: Path) -> Iterator[str]:
    tree = parsed(path)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    for function in functions:
        for _node, name in imports_of(function, module_of(path), path.name == "__init__.py"):
            yield name


def test_no_import_hides_inside_a_function():
    wrong = []
    for path in APP:
        place = path.relative_to(ROOT).as_posix()
        if place == "app/cli.py" or place.startswith("app/demo/"):
            continue
        wrong += [
            f"{place}: {name}" for name in inner_imports(path) if (place, name.split(".")[0]) not in INNER_IMPORTS
        ]
    assert not wrong, "\n".join(["", *wrong])


def test_the_allowed_inner_imports_are_still_there():
    for place, name in INNER_IMPORTS:
        assert any(found.split(".")[0] == name for found in inner_imports(ROOT / place)), (place, name)


def test_files_are_short():
    long = {
        path.relative_to(ROOT).as_posix(): lines
        for path in [*OURS, *(ROOT / "templates").rglob("*.html"), *(ROOT / "static" / "scss").rglob("*.scss")]
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_FILE
    }
    assert not long, long


def undocumented(body: list[ast.stmt], owner: str) -> Iterator[str]:
    """Public functions and classes without a docstring; what stands inside a function is its own affair."""
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            if ast.get_docstring(node) is None:
                yield f"{owner}.{node.name}"
            yield from undocumented(node.body, f"{owner}.{node.name}")
        elif (
            isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            and not node.name.startswith("_")
            and ast.get_docstring(node) is None
        ):
            yield f"{owner}.{node.name}"


def test_every_public_function_is_explained():
    found = [name for path in APP for name in undocumented(parsed(path).body, module_of(path))]
    assert not found, "\n".join(["", *found])


def test_every_module_says_what_it_is():
    silent = [module_of(path) for path in APP if path.name != "__init__.py" and ast.get_docstring(parsed(path)) is None]
    assert not silent, silent


def test_the_checks_themselves_see_what_is_wrong():
    tree = ast.parse("import starlette.requests\nfrom app.web import help\nfrom . import db\nfrom .db import read")
    names = [name for _node, name in imports_of(tree, "app.core.login", package=False)]
    assert names == ["starlette.requests", "app.web.help", "app.core.db", "app.core.db.read"]
    assert list(undocumented(ast.parse("def a(): ...\ndef _b(): ...\nclass C:\n  def d(self): ...").body, "m")) == [
        "m.a",
        "m.C",
        "m.C.d",
    ]


@pytest.mark.parametrize(
    ("module", "room"),
    [("app.factors.code_card.check", "app.factors.code_card"), ("app.core.db", "app.core"), ("app.main", "app.main")],
)
def test_rooms(module, room):
    assert room_of(module) == room
