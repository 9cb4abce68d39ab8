"""Writes docs/heard/ anew: `python -m a11y_tests.screen_reader.transcribe`. Read what changed before committing it."""

import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from a11y_tests.deployment import deployment
from a11y_tests.screen_reader import ScreenReader, journeys
from a11y_tests.screen_reader.golden import FOLDER, written
from a11y_tests.screen_reader.listener import Listener

# People read it: what the server is asked shall stand with the key that asked.
QUIET_SECONDS = 1.5
Journey = Callable[[Listener], None]
# Name of the file: the journey, the persona, the title in both languages.
JOURNEYS: dict[str, tuple[Journey, str, dict[str, str]]] = {
    "crossing": (
        journeys.cross,
        "screen-reader",
        {"da": "Skiftet, som det høres", "en": "The crossing as it is heard"},
    ),
    "logon": (journeys.log_on, "crossed-card", {"da": "Log på, som det høres", "en": "The log-on as it is heard"}),
}


def transcribe(lang: str) -> None:
    """Hear both journeys in a language on a portal of their own, and write them down."""
    with tempfile.TemporaryDirectory() as folder, deployment(Path(folder)) as portal:
        for name, (journey, persona, titles) in JOURNEYS.items():
            with ScreenReader(lang, quiet=QUIET_SECONDS) as reader:
                me = Listener(reader, portal, portal.people[persona])
                journey(me)
            FOLDER.mkdir(exist_ok=True)
            (FOLDER / f"{name}.{lang}.md").write_text(written(titles[lang], me.pages, lang), encoding="utf-8")


if __name__ == "__main__":
    with ThreadPoolExecutor() as pool:
        list(pool.map(transcribe, sys.argv[1:] or ["da", "en"]))
