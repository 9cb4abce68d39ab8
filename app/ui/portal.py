"""What every page needs besides the request: the core, the addresses, the templates, the cookies."""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from app.core.context import Core
from app.ui import i18n, locks
from app.ui.cookies import Cookies
from app.ui.csrf import Csrf
from app.ui.forms import legible
from app.ui.routing import Addresses

ROOT = Path(__file__).parents[2]
STATIC = ROOT / "build" / "static"


@dataclass(frozen=True)
class Portal:
    """Put together once by the composition root."""

    core: Core
    addresses: Addresses
    cookies: Cookies
    csrf: Csrf
    templates: dict[str, Environment] = field(default_factory=lambda: environments())


def environments() -> dict[str, Environment]:
    """One template environment a language, with its words, dates and the addresses of static files."""
    manifest: dict[str, str] = json.loads((STATIC / "manifest.json").read_text())
    return {language: _environment(language, manifest) for language in i18n.LANGUAGES}


def _environment(language: str, manifest: dict[str, str]) -> Environment:
    env = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    words = i18n.catalogue(language)
    env.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(
        lang=language,
        other_lang="en" if language == "da" else "da",
        own_names=i18n.OWN_NAMES,
        tr=lambda message: i18n.translate(language, message),
        static=lambda name: f"/static/{manifest[name]}",
    )
    filters: dict[str, Any] = {
        "clock": lambda moment: i18n.clock_time(language, moment),
        "day": lambda moment: i18n.day(language, moment),
        "left": lambda until: locks.remaining(language, until),
        "until": lambda until: locks.moment(language, until),
        "moment": lambda moment: i18n.day_and_time(language, moment),
        "phone": i18n.phone,
        "legible": legible,
    }
    env.filters.update(filters)
    env.tests["lock"] = lambda message: str(message) == locks.LOCKED
    return env
