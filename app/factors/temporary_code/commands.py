"""The clerk's command of the temporary code."""

from pathlib import Path

import typer

from app.core.in_person import CannotHelp
from app.factors.temporary_code import check
from app.ui import terminal
from app.ui.i18n import ZONE
from app.ui.terminal import DataOption

COMMANDS = typer.Typer()


@COMMANDS.command(name="issue-code")
def issue_code(context: typer.Context, data: DataOption = Path("data")) -> None:
    """Give a citizen who stands before you a code for one day. Their CPR number is asked for, never an argument."""
    clerk, cpr, method = terminal.ask_clerk(), terminal.ask_cpr(), terminal.ask_method()
    core = terminal.core_of(context, data)
    try:
        with core.database.write() as db:
            issued = check.issue(db, cpr, clerk=clerk, identified=method)
    except CannotHelp as error:
        terminal.stop(str(error))
    code = issued.code
    typer.echo(f"Temporary code: {' '.join(code[start : start + 3] for start in range(0, len(code), 3))}")
    typer.echo(f"It can be used until {issued.until.astimezone(ZONE):%d.%m.%Y %H:%M}, at most {check.MOST_USES} times.")
    typer.echo("It is shown only now. The citizen also needs user ID and password.")
