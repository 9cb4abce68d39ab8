"""A throwaway PostgreSQL cluster for tests: real, durable as in production, gone afterwards."""

import getpass
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import psycopg

START_SECONDS = 30


class NoPostgres(Exception):
    """PostgreSQL's server is not installed here; the message is a reason to skip by."""


@contextmanager
def start_postgres() -> Iterator[str]:
    """Yield the SQLAlchemy URL of a fresh cluster's `postgres` database, reached through a Unix socket.

    Raises NoPostgres where the server is not installed, RuntimeError with its log where it does not start.
    """
    programs = find_programs()
    home = Path(tempfile.mkdtemp(prefix="pg-"))
    owner = server_owner()
    shutil.chown(home, owner)
    try:
        initialise(programs, home, owner)
        server = serve(programs, home, owner)
        try:
            wait_until_ready(server, home)
            yield f"postgresql+psycopg://postgres@/postgres?host={home}"
        finally:
            server.send_signal(signal.SIGINT)  # its "fast" shutdown; SIGTERM would wait for every client
            server.wait()
    finally:
        shutil.rmtree(home, ignore_errors=True)


@contextmanager
def new_database(url: str) -> Iterator[str]:
    """Yield the URL of an empty database in the cluster that start_postgres gave, dropped afterwards."""
    name = f"test_{uuid4().hex}"
    with psycopg.connect(host=url.partition("?host=")[2], user="postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        try:
            yield url.replace("/postgres?", f"/{name}?")
        finally:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


def find_programs() -> Path:
    """The folder of the newest server's programs; raises NoPostgres."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    if on_path:
        return Path(on_path).resolve().parent
    raise NoPostgres("PostgreSQL IS NOT TESTED HERE: no server is installed (Debian: postgresql)")


def server_owner() -> str:
    """Who runs the server: it refuses root, which therefore lends it to Debian's postgres user."""
    return "postgres" if os.geteuid() == 0 else getpass.getuser()


def initialise(programs: Path, home: Path, owner: str) -> None:
    """Make the cluster's files; only the owner of its folder can reach it, so it asks for no password."""
    command = [programs / "initdb", "--pgdata", home / "data", "--username", "postgres", "--auth", "trust"]
    command += ["--encoding", "UTF8", "--locale", "C.UTF-8", "--no-instructions"]
    done = subprocess.run(command, cwd=home, capture_output=True, text=True, **as_user(owner))
    if done.returncode:
        raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")


def serve(programs: Path, home: Path, owner: str) -> subprocess.Popen:
    """Start the server on a socket in `home`, with no port for anybody else to meet; it writes home/log."""
    command = [programs / "postgres", "-D", home / "data", "-k", home]
    command += ["-c", "listen_addresses=", "-c", "fsync=on"]
    with open(home / "log", "wb") as log:
        return subprocess.Popen(command, cwd=home, stdout=log, stderr=log, **as_user(owner))


def as_user(owner: str) -> dict[str, str]:
    """Arguments for subprocess that hand a program to another user, where that is needed."""
    return {"user": owner, "group": owner, "extra_groups": []} if os.geteuid() == 0 else {}


def wait_until_ready(server: subprocess.Popen, home: Path) -> None:
    """Return when the server answers; raise RuntimeError with its log if it dies or never does."""
    give_up = time.monotonic() + START_SECONDS
    while server.poll() is None and time.monotonic() < give_up:
        try:
            psycopg.connect(host=str(home), user="postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.05)
    server.kill()
    raise RuntimeError(f"PostgreSQL did not start:\n{(home / 'log').read_text(errors='replace')}")
