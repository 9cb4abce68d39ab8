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
from app.ui.sentences import SentenceLines, lines

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
    """A template environment for each language and its easy wording: words, dates and addresses of static files."""
    manifest: dict[str, str] = json.loads((STATIC / "manifest.json").read_text())
    wordings = [(language, voice) for language in i18n.LANGUAGES for voice in (language, i18n.easy(language))]
    return {voice: _environment(language, voice, manifest) for language, voice in wordings}


def _environment(language: str, voice: str, manifest: dict[str, str]) -> Environment:
    simple = voice != language
    env = Environment(
        loader=FileSystemLoader(ROOT / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n", *([SentenceLines] if simple else [])],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    words = i18n.catalogue(voice)
    env.install_gettext_callables(words.gettext, words.ngettext, newstyle=True)  # type: ignore[attr-defined]
    env.globals.update(
        lang=language,
        simple=simple,
        other_lang="en" if language == "da" else "da",
        own_names=i18n.OWN_NAMES,
        tr=lambda message: i18n.translate(voice, message),
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
        "lines": lines,
    }
    env.filters.update(filters)
    env.tests["lock"] = lambda message: str(message) == locks.LOCKED
    return env
