"""The operator's command of the code device: bring in seeds."""

from pathlib import Path
from typing import Annotated

import typer

from app.factors.code_device.bringing import MOST_BYTES, bring_in, entries
from app.factors.code_device.pskc import Secret
from app.factors.code_device.records import FORMS, Bad, Unreadable
from app.ui.terminal import DataOption, core_of

COMMANDS = typer.Typer()

FileArgument = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)]
KeyFile = Annotated[
    Path | None,
    typer.Option(help="The pre-shared key of an encrypted file, in hexadecimal.", exists=True, dir_okay=False),
]
PasswordFile = Annotated[
    Path | None, typer.Option(help="The password of an encrypted file, in one line.", exists=True, dir_okay=False)
]


@COMMANDS.command(name="import-devices")
def import_devices(
    context: typer.Context,
    file: FileArgument,
    key_file: KeyFile = None,
    password_file: PasswordFile = None,
    form: Annotated[str, typer.Option(help="What the devices are: display, speaking or braille.")] = "display",
    data: DataOption = Path("data"),
) -> None:
    """Bring in the seeds of code devices (PSKC or CSV). Bad ones are reported and never stop the good ones."""
    if form not in FORMS:
        raise typer.BadParameter("the form must be display, speaking or braille.")
    secret = Secret(_key(key_file), _password(password_file))
    try:
        with file.open("rb") as source:
            found = entries(source.read(MOST_BYTES + 1), secret)
            report = bring_in(core_of(context, data).database, found, form=form, on_bad=_tell)
    except Unreadable as error:
        typer.echo(f"{file.name}: {error}", err=True)
        raise typer.Exit(2) from None
    typer.echo(f"{report.added} added, {report.unchanged} already here, {report.bad} bad")
    raise typer.Exit(0 if report.bad == 0 else 1)


def _tell(bad: Bad) -> None:
    typer.echo(f"{bad.where}: {bad.reason}", err=True)


def _key(path: Path | None) -> bytes | None:
    if path is None:
        return None
    try:
        return bytes.fromhex(path.read_text(encoding="ascii").strip().removeprefix("0x"))
    except ValueError:
        raise typer.BadParameter("the key file must hold hexadecimal digits.") from None


def _password(path: Path | None) -> bytes | None:
    return path.read_bytes().rstrip(b"\r\n") if path else None
