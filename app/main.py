"""The composition root: the one file that sees every floor."""

import asyncio
import contextlib
import os
from collections.abc import AsyncIterator
from functools import partial

from anyio.to_thread import current_default_thread_limiter
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount

from app.core import reported
from app.core.context import Core
from app.core.crypto import load_keys
from app.core.db import Database
from app.core.factor import discover
from app.core.passwords import Passwords
from app.delivery.gateways import gateways_from
from app.delivery.worker import Worker
from app.migration import pages as crossing
from app.recovery import pages as recovery
from app.settings import Settings
from app.ui.cookies import Cookies
from app.ui.csrf import Csrf
from app.ui.headers import SecurityHeaders, headers_for
from app.ui.messages import Composer
from app.ui.portal import STATIC, Portal
from app.ui.routing import Addresses
from app.ui.serving import error_page, routes
from app.ui.static import HashedFiles, HostCheck
from app.ui.visit import PageError
from app.web import account, demo, help, logon, passkey, preferences, rehearsal, wellknown

OTHER_THREADS = 40


def make_core(settings: Settings) -> Core:
    """The embedded auth core, usable without the web."""
    keys = load_keys(settings.data / "keys.json")
    passwords = Passwords(
        memory_kib=settings.argon2_memory_kib,
        passes=settings.argon2_passes,
        queue=settings.argon2_queue,
        cores=max(1, (os.cpu_count() or 1) // settings.workers),
    )
    return Core(settings, Database(settings.database, keys), passwords, discover())


def make_portal(core: Core) -> Portal:
    """The core with its pages, templates and cookies."""
    open_rooms = [logon.PAGES, passkey.PAGES, preferences.PAGES, rehearsal.PAGES, help.PAGES]
    rooms = [*open_rooms, account.PAGES, crossing.PAGES, recovery.PAGES]
    factor_rooms = [list(factor.pages.pages) for factor in core.factors]
    demo_rooms = [demo.PAGES] if core.settings.demo else []
    addresses = Addresses(page for room in [*rooms, *factor_rooms, *demo_rooms] for page in room)
    keys = core.database.keys
    return Portal(core, addresses, Cookies(keys, secure=core.settings.https), Csrf(keys, core.settings.base_url))


def make_app(settings: Settings | None = None) -> Starlette:
    """The whole portal as an ASGI application."""
    return build_app(make_core(settings or Settings()))


def build_app(core: Core) -> Starlette:
    """The ASGI application around a core."""
    settings = core.settings
    portal = make_portal(core)
    composer = Composer.of(settings)

    @contextlib.asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        # Whoever waits for a password check holds a thread; the other pages have forty besides.
        current_default_thread_limiter().total_tokens = settings.argon2_queue + OTHER_THREADS
        await run_in_threadpool(core.passwords.warm)
        gateways = gateways_from(settings, partial(reported.report, core))
        worker = Worker(core.database, gateways, composer.compose, keep=settings.demo)
        core.database.after_commit = worker.wake_from_thread
        task = asyncio.create_task(worker.run())
        yield
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task

    app = Starlette(
        routes=[
            Mount("/static", HashedFiles(directory=STATIC)),
            *wellknown.routes(portal),
            *routes(portal),
        ],
        middleware=[
            Middleware(SecurityHeaders, https=settings.https),
            Middleware(HostCheck, base_url=settings.base_url),
        ],
        exception_handlers={HTTPException: _http_error, Exception: _crash},
        lifespan=lifespan,
    )
    app.state.portal = portal
    return app


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    response = await run_in_threadpool(_error, request, error.status_code)
    response.headers.update(error.headers or {})  # 405 must say what is allowed (RFC 9110, 15.5.6)
    return response


async def _crash(request: Request, error: Exception) -> Response:
    response = await run_in_threadpool(_error, request, 500)
    # Starlette answers a crash outside every middleware, so the headers are put on here.
    https = request.app.state.portal.core.settings.https
    response.headers.update({**headers_for(https), "Cache-Control": "no-store"})
    return response


def _error(request: Request, status: int) -> Response:
    portal: Portal = request.app.state.portal
    language = "en" if request.url.path == "/en" or request.url.path.startswith("/en/") else "da"
    error = PageError(503, maintenance=True) if portal.core.settings.maintenance else PageError(status)
    return error_page(portal, portal.addresses.pages["home"], language, request, error)
