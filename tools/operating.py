"""The table of settings in docs/operating.md, made from `app.settings`.

python -m tools.operating     write the table anew between its two marks
"""

import re
from pathlib import Path

from pydantic.fields import FieldInfo

from app.settings import Settings

DOCUMENT = Path(__file__).parents[1] / "docs" / "operating.md"
BEGIN, END = "<!-- settings: made by python -m tools.operating -->", "<!-- end of settings -->"


def table() -> str:
    """Every setting as a line of a Markdown table: variable, default, what it is."""
    rows = [_row(name, field) for name, field in Settings.model_fields.items()]
    return "\n".join(["| variable | default | what it is |", "|---|---|---|", *rows])


def written(document: str) -> str:
    """The document with the table in its place. Raises ValueError where the marks are missing."""
    pattern = re.compile(f"{re.escape(BEGIN)}.*{re.escape(END)}", re.DOTALL)
    if not pattern.search(document):
        raise ValueError("the marks of the table are missing")
    return pattern.sub(lambda _: f"{BEGIN}\n{table()}\n{END}", document)


def _row(name: str, field: FieldInfo) -> str:
    default = "" if field.default == "" else f"`{field.default}`"
    return f"| `{Settings.model_config['env_prefix']}{name.upper()}` | {default} | {field.description} |"


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
