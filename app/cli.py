"""The operator's commands."""

import json
import logging
import os
import sys
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from app.core.context import Core
from app.core.factor import commands_of, discover
from app.settings import Settings
from app.ui import terminal
from app.ui.terminal import DataOption

# No pretty tracebacks: they may show the values of variables, and some of those are secrets.
app = typer.Typer(
    no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, help="Overgang: the citizen portal."
)

PortOption = Annotated[int, typer.Option("--port", help="Port to serve on.", envvar="PORT")]
HostOption = Annotated[str, typer.Option("--host", help="Address to listen on.")]


def main() -> None:
    """Run the command line."""
    command_line()()


@cache
def command_line() -> typer.Typer:
    """The commands here, and those that factors bring along (`FACTOR.commands`)."""
    for commands in filter(None, map(commands_of, discover())):
        app.add_typer(commands)
    return app


@app.callback()
def prepare(context: typer.Context) -> None:
    """Tell the commands of the factors how a core is opened."""
    context.obj = open_core


def open_core(data: Path) -> Core:
    """The core of a data folder."""
    from app.main import make_core

    return make_core(_settings(data))


def _settings(data: Path, **changes: object) -> Settings:
    return Settings(data=data, **changes)  # type: ignore[arg-type]


@app.command()
def run(
    data: DataOption = Path("data"),
    port: PortOption = 8000,
    host: HostOption = "127.0.0.1",
    count: Annotated[int, typer.Option(help="How many citizens to make.")] = 1000,
) -> None:
    """Serve the demo country: the schema and 1,000 fictitious citizens are made where they are missing."""
    from app.demo.loading import ensure_country
    from app.demo.telling import welcome
    from app.main import make_core

    settings = _settings(data, demo=True, base_url=f"http://localhost:{port}")
    core = make_core(settings)
    core.database.upgrade()
    ensure_country(core, say=typer.echo, count=count)
    typer.echo(welcome(settings.base_url, data))
    _serve(settings, host, port)


@app.command()
def serve(
    data: DataOption = Path("data"),
    port: PortOption = 8000,
    host: HostOption = "127.0.0.1",
    demo: Annotated[bool, typer.Option(help="Show the demo's mailbox and keep messages there.")] = False,
    base_url: Annotated[str, typer.Option(help="The address citizens use.")] = "",
    workers: Annotated[int, typer.Option(help="Processes that serve: one for each core is best.", min=1)] = 1,
) -> None:
    """Serve the portal; the schema is brought up to date first."""
    from app.main import make_core

    changes: dict[str, object] = {"workers": workers, **({"demo": True} if demo else {})}
    settings = _settings(data, **changes)
    if base_url or "base_url" not in settings.model_fields_set:
        settings = _settings(data, **changes, base_url=base_url or f"http://localhost:{port}")
    make_core(settings).database.upgrade()
    _serve(settings, host, port)


def _serve(settings: Settings, host: str, port: int) -> None:
    """Serve in this process, or in several, each of which reads the same settings from the environment."""
    import uvicorn

    from app.main import make_app

    if settings.workers > 1:
        for name in settings.model_fields_set:
            os.environ[f"OVERGANG_{name.upper()}"] = str(getattr(settings, name))
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    uvicorn.run(
        make_app(settings) if settings.workers == 1 else "app.main:make_app",
        factory=settings.workers > 1,
        workers=settings.workers,
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        proxy_headers=True,
        forwarded_allow_ips=settings.proxies,
        server_header=False,
        timeout_keep_alive=15,
    )


@app.command()
def upgrade(data: DataOption = Path("data")) -> None:
    """Bring the schema to the newest revision."""
    from app.main import make_core

    make_core(_settings(data)).database.upgrade()
    typer.echo("The schema is up to date.")


@app.command(name="import")
def import_directory(
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True)],
    data: DataOption = Path("data"),
) -> None:
    """Bring in a legacy directory (JSON Lines). Bad lines are reported and never stop the good ones."""
    from app.main import make_core
    from app.migration.importer import import_file

    core = make_core(_settings(data))
    core.database.upgrade()
    report = import_file(core, file, on_bad=lambda bad: typer.echo(f"line {bad.line_number}: {bad.reason}", err=True))
    typer.echo(f"{report.added} added, {report.unchanged} already here, {report.bad} bad lines")
    raise typer.Exit(0 if report.bad == 0 else 1)


@app.command()
def demo(
    data: DataOption = Path("data"),
    as_json: Annotated[bool, typer.Option("--json", help="Everything, for machines.")] = False,
    write: Annotated[Path | None, typer.Option(help="Write the legacy directory to this file.")] = None,
    count: Annotated[int, typer.Option(help="How many citizens.")] = 1000,
    code: Annotated[str, typer.Option(help="What this persona would read off or hear just now.")] = "",
    keys: Annotated[str, typer.Option(help="The old card of this persona.")] = "",
) -> None:
    """Print the demo citizens: ids, passwords, old cards, factors and seeds."""
    if code or keys:
        _print_persona(data, code or keys, whole_card=bool(keys))
        return
    from app.demo.country import people, write_directory

    citizens = people(count=count)
    if write:
        write_directory(write, citizens)
        typer.echo(f"{len(citizens)} citizens written to {write}")
    elif as_json:
        from app.demo.issued import issued, open_core
        from app.demo.listing import demo_json

        json.dump(demo_json(citizens, issued(open_core(data))), sys.stdout, ensure_ascii=False, indent=1)
    else:
        from app.demo.telling import summary

        typer.echo(summary(citizens))


def _print_persona(data: Path, key: str, *, whole_card: bool) -> None:
    from app.demo.issued import codes_now, open_core
    from app.demo.telling import card, known

    persona = known(key)
    if persona is None:
        raise typer.BadParameter(f"there is no persona {key}; `python -m app demo` lists them.")
    if whole_card:
        typer.echo(card(persona))
        return
    core = open_core(data)
    lines = codes_now(core, persona) if core else [f"No portal has run in {data} yet."]
    typer.echo("\n".join(lines))
    raise typer.Exit(0 if core else 1)


@app.command(name="verify-log")
def verify_log(data: DataOption = Path("data")) -> None:
    """Check the audit trail: name the first altered, missing or reordered event."""
    from app.core import events
    from app.main import make_core

    with make_core(_settings(data)).database.read() as db:
        broken = events.verify(db)
    typer.echo(f"event {broken.number}: {broken.reason}" if broken else "The audit trail is whole.")
    raise typer.Exit(1 if broken else 0)


@app.command()
def reopen(context: typer.Context, data: DataOption = Path("data")) -> None:
    """Open the blocked eID of a citizen who has shown who they are. Their CPR number is asked for."""
    from app.core import in_person

    clerk, cpr, method = terminal.ask_clerk(), terminal.ask_cpr(), terminal.ask_method()
    try:
        with terminal.core_of(context, data).database.write() as db:
            in_person.reopen(db, cpr, clerk=clerk, identified=method)
    except in_person.CannotHelp as error:
        terminal.stop(str(error))
    typer.echo("The eID is open again. The citizen logs on anew.")


@app.command(name="confirm-in-person")
def confirm_in_person(context: typer.Context, data: DataOption = Path("data")) -> None:
    """Let a citizen's ways of logging on reach their full level, when you have seen who they are. CPR is asked for."""
    from app.core import in_person

    clerk, cpr, method = terminal.ask_clerk(), terminal.ask_cpr(), terminal.ask_method()
    try:
        with terminal.core_of(context, data).database.write() as db:
            in_person.confirm(db, cpr, clerk=clerk, identified=method)
    except in_person.CannotHelp as error:
        terminal.stop(str(error))
    typer.echo("The citizen's ways of logging on reach their full level at the next log-on.")


@app.command(name="rotate-keys")
def rotate_keys(data: DataOption = Path("data")) -> None:
    """Encrypt what is at rest under a fresh key, while the portal runs; the retired key is then dropped."""
    from app.core.rotation import AlreadyRotating, rotate

    try:
        count = rotate(_settings(data), say=typer.echo)
    except AlreadyRotating:
        typer.echo("Another rotation runs already.", err=True)
        raise typer.Exit(1) from None
    typer.echo(f"{count} values are encrypted under the new key.")
