"""What the operator's commands share: where the data lies, and what a clerk is asked before a citizen is helped.

A CPR number is asked for and never an argument: arguments are seen by every process and kept by shells.
"""

import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from app.core.context import Core
from app.core.cpr import CprError, parse_cpr

DataOption = Annotated[Path, typer.Option("--data", help="Folder of the database and the keys.", envvar="DATA")]
OpenCore = Callable[[Path], Core]

METHODS = {
    "passport": "passport",
    "driving-licence": "driving licence",
    "id-card": "identity card",
    "residence-card": "residence card",
    "two-witnesses": "two witnesses who know the citizen and showed their own papers",
    "questions": "control questions from the registers",
}
_CLERK = re.compile(r"[A-Za-z0-9._-]{2,40}")


def core_of(context: typer.Context, data: Path) -> Core:
    """The core of a data folder, its schema up to date. The command line says how one is opened (`app.cli`)."""
    opened: OpenCore = context.obj
    core = opened(data)
    core.database.upgrade()
    return core


def ask_cpr() -> str:
    """Ask for the citizen's CPR number, unseen. Ends the command where it is none."""
    try:
        return parse_cpr(typer.prompt("CPR number", hide_input=sys.stdin.isatty()))
    except CprError as error:
        stop(str(error))


def ask_clerk() -> str:
    """Ask for the clerk's own id: it stands in the audit trail, so it is no name."""
    clerk = str(typer.prompt("Your clerk id")).strip()
    if not _CLERK.fullmatch(clerk):
        stop("A clerk id has 2 to 40 letters, digits, dots or hyphens, and is no CPR number or name.")
    return clerk


def ask_method() -> str:
    """Ask how the citizen showed who they are: one of METHODS."""
    typer.echo("How did the citizen show who they are?")
    for name, text in METHODS.items():
        typer.echo(f"  {name}: {text}")
    method = str(typer.prompt("Identified by")).strip().lower()
    if method not in METHODS:
        stop("That is none of the ways.")
    return method


def stop(message: str) -> NoReturn:
    """Say why and end with 1."""
    typer.echo(message, err=True)
    raise typer.Exit(1)
