"""Fixtures that every room's tests use."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.core.context import Core
from app.main import build_app
from app.settings import Settings
from tests.support.browser import chromium, live, new_page  # noqa: F401  (fixtures)
from tests.support.postgres import new_database, start_postgres
from tests.support.templates import compiled_once
from tests.support.visitor import Visitor
from tests.support.world import Person, give_factor, make_citizen, quick_core, quick_settings

BASE = "http://localhost:8000"


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Compile every template once a worker, not once a test."""
    with compiled_once():
        yield


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Quick settings on a fresh data folder."""
    return quick_settings(tmp_path, base_url=BASE)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """A throwaway PostgreSQL server; loudly skipped where there is none."""
    with start_postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def core(request: pytest.FixtureRequest, settings: Settings) -> Iterator[Core]:
    """A core on a fresh database, once on SQLite and once on PostgreSQL."""
    if request.param == "sqlite":
        made = quick_core(settings)
        yield made
        made.database.engine.dispose()
        return
    with new_database(request.getfixturevalue("postgres_server")) as url:
        made = quick_core(settings, url)
        yield made
        made.database.engine.dispose()


@pytest.fixture
def sqlite_core(settings: Settings) -> Iterator[Core]:
    """A core on SQLite, for tests of pages."""
    made = quick_core(settings)
    yield made
    made.database.engine.dispose()


@pytest.fixture
def client(sqlite_core: Core) -> Iterator[TestClient]:
    """The portal behind a test client; its core is `sqlite_core`."""
    with TestClient(build_app(sqlite_core), base_url=BASE, headers={"origin": BASE}) as made:
        yield made


@pytest.fixture
def visitor(client: TestClient) -> Visitor:
    """A visitor without JavaScript."""
    return Visitor(client)


@pytest.fixture
def kirsten(sqlite_core: Core) -> Person:
    """A citizen who has crossed with a code card."""
    person = make_citizen(sqlite_core)
    give_factor(sqlite_core, person, "code_card")
    return person
