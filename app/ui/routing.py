"""Pages and their two addresses. A page is a name, a Danish and an English path, and a view for each method."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from starlette.responses import Response

from app.ui.forms import Form

if TYPE_CHECKING:
    from app.ui.visit import Visit

PARAMETER = re.compile(r"\{(\w+)\}")
View = Callable[["Visit"], Response]


@dataclass(frozen=True)
class Page:
    """One page of the portal.

    `access`: open (everybody), citizen (logged on), fresh (logged on, with a proof not older than five minutes), or
    a stage of an unfinished session: password, passkey, legacy, crossing. GET shows, POST acts. `form`: the form
    whose fields are kept where the session ends before it is sent. `discloses`: it gives away what a helper at the
    citizen's screen may not have (`app.ui.helped`); every fresh page is closed to helpers without it.
    """

    name: str
    da: str
    en: str
    view: View
    access: str = "open"
    methods: tuple[str, ...] = ("GET", "POST")
    form: type[Form] | None = None
    discloses: bool = False

    def path(self, language: str) -> str:
        """The path in a language; English ones begin with /en."""
        return self.da if language == "da" else ("/en" + self.en).rstrip("/") or "/en"


class Addresses:
    """All pages by name; builds addresses."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self.pages: dict[str, Page] = {}
        for page in pages:
            if page.name in self.pages:
                raise ValueError(f"two pages are named {page.name}")
            self.pages[page.name] = page

    def url(self, name: str, language: str, **params: str) -> str:
        """The address of a page. Raises KeyError for an unknown page or a missing parameter."""
        return PARAMETER.sub(lambda found: quote(params[found[1]], safe=""), self.pages[name].path(language))
