"""A defect, and the answer of a deployment that it changes on its way to the browser."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass
class Passing:
    """An answer on its way. `text` is its body where it is HTML, a style sheet or a script; other bodies pass as they
    are. Header names are in lower case."""

    url: str
    status: int
    headers: dict[str, str]
    text: str

    @property
    def kind(self) -> str:
        """html, css, js, or "" for anything else."""
        content = self.headers.get("content-type", "")
        return next((kind for kind, mark in _KINDS.items() if mark in content), "")


_KINDS = {"html": "text/html", "css": "text/css", "js": "javascript"}
Change = Callable[[Passing], None]


@dataclass(frozen=True)
class Defect:
    """One defect. `says`: what is wrong then, in an English sentence. `criteria`: what it fails.

    pages: names of the pages it is sown on; all where empty. state: a part of the state it shows in ("error").
    live: True where only acting on the deployment can show it.
    """

    id: str
    says: str
    criteria: tuple[str, ...]
    change: Change
    pages: tuple[str, ...] = ()
    state: str = ""
    live: bool = False
    kind: str = field(default="", compare=False)

    def is_sought_by(self, criteria: tuple[str, ...]) -> bool:
        """Whether a rule of these criteria (or of none) looks for a defect like this."""
        return not set(criteria).isdisjoint(self.criteria) or not (criteria or self.criteria)


def swap(old: str, new: str, *, kind: str = "html") -> Change:
    """Put one text in another's place, everywhere."""

    def change(passing: Passing) -> None:
        if passing.kind == kind:
            passing.text = passing.text.replace(old, new)

    return change


def rewrite(pattern: str, new: str | Callable[[re.Match[str]], str], *, times: int = 0) -> Change:
    """Put something in the place of whatever a regular expression finds in HTML; `times` as in re.sub."""
    compiled = re.compile(pattern, re.DOTALL)

    def change(passing: Passing) -> None:
        if passing.kind == "html":
            passing.text = compiled.sub(new, passing.text, count=times)

    return change


def style(rules: str) -> Change:
    """Add rules to the end of every style sheet."""

    def change(passing: Passing) -> None:
        if passing.kind == "css":
            passing.text += f"\n{rules}\n"

    return change


def script(code: str) -> Change:
    """Run more code in every page, from the portal's own first script."""

    def change(passing: Passing) -> None:
        if passing.kind == "js" and "/portal" in passing.url:
            passing.text += f"\n;(() => {{ {code} }})();\n"

    return change


def header(name: str, value: str | None) -> Change:
    """Set a header of every page, or take it away."""

    def change(passing: Passing) -> None:
        if passing.kind != "html":
            return
        passing.headers.pop(name, None)
        if value is not None:
            passing.headers[name] = value

    return change


def inside(tag: str, addition: str, *, first: bool = False) -> Change:
    """Put HTML into an element, at its end or (`first`) at its beginning."""
    if first:
        return rewrite(rf"(<{tag}(?:\s[^>]*)?>)", rf"\1{addition}", times=1)
    return rewrite(rf"(</{tag}>)", rf"{addition}\1", times=1)


def both(*changes: Change) -> Change:
    """Several changes at once."""

    def change(passing: Passing) -> None:
        for one in changes:
            one(passing)

    return change


def exchange(one: str, other: str) -> Change:
    """Put two texts of HTML in each other's place."""

    def change(passing: Passing) -> None:
        if passing.kind == "html":
            passing.text = other.join(part.replace(other, one) for part in passing.text.split(one))

    return change


def by_language(danish: Change, english: Change) -> Change:
    """One change for pages whose html element says `da`, and one for the others."""

    def change(passing: Passing) -> None:
        (danish if '<html lang="da"' in passing.text else english)(passing)

    return change
