"""The operator's guide lists every setting and every command."""

import pytest

from app.cli import command_line
from app.settings import Settings
from tools import operating

GUIDE = operating.DOCUMENT.read_text(encoding="utf-8")


def test_the_table_of_settings_is_complete():
    assert operating.written(GUIDE) == GUIDE, "run python -m tools.operating"


@pytest.mark.parametrize("name", sorted(Settings.model_fields))
def test_every_setting_is_explained(name):
    description = Settings.model_fields[name].description
    assert description
    assert description.endswith(".")
    assert f"`OVERGANG_{name.upper()}`" in GUIDE


def test_every_command_is_named():
    groups = [command_line(), *(group.typer_instance for group in command_line().registered_groups)]
    commands = [command for group in groups if group for command in group.registered_commands if command.callback]
    names = [command.name or command.callback.__name__ for command in commands]
    assert {"serve", "issue-code", "import-devices"} <= set(names)
    missing = [name for name in names if f"`python -m app {name}" not in GUIDE]
    assert not missing, missing
