"""A visitor without JavaScript: follows links, fills in forms, and checks every page that comes back."""

import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from starlette.testclient import TestClient

# A script element that holds data: the browser runs nothing of it.
DATA = ("application/json", "text/html")
INLINE = re.compile(r"\son\w+=|\sstyle=|javascript:", re.IGNORECASE)


@dataclass
class Field:
    """A control of a form."""

    name: str
    value: str
    kind: str
    element: Element


class Visitor:
    """Wraps a test client. `page` is the page that was fetched last."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.status = 0
        self.path = ""
        self.html = ""
        self.root = Element("html")
        self.response: Any = None

    # Going somewhere

    def get(self, path: str, **kwargs: Any) -> "Visitor":
        """Open an address."""
        return self._take(self.client.get(path, follow_redirects=True, **kwargs))

    def follow(self, text: str) -> "Visitor":
        """Follow the link with this text."""
        for link in self.all("a"):
            if text in words(link):
                return self.get(urljoin(self.path, link.get("href") or ""))
        raise AssertionError(f"no link {text!r} on {self.path}: {[words(a) for a in self.all('a')]}")

    def submit(self, button: str | None = None, form: str = "form", **values: str) -> "Visitor":
        """Send the form with this id as a browser would; `button` is the text of the button that is pressed."""
        element = self.by_id(form)
        fields = self._defaults(element)
        pressed = self._button(element, form, button)
        for name, value in values.items():
            assert name in {f.name for f in self._fields(element)}, f"no field {name} in {form} on {self.path}"
            fields[name] = value
        action = element.get("action") or self.path
        if pressed is not None:
            if pressed.get("name"):
                fields[str(pressed.get("name"))] = pressed.get("value") or ""
            action = pressed.get("formaction") or action
        return self.post(urljoin(self.path, action), fields)

    def post(self, path: str, fields: dict[str, Any], **kwargs: Any) -> "Visitor":
        """Send fields to an address."""
        return self._take(self.client.post(path, data=fields, follow_redirects=True, **kwargs))

    # Looking at the page

    @property
    def h1(self) -> str:
        """The heading."""
        return words(self.all("h1")[0])

    @property
    def title(self) -> str:
        """The title."""
        return words(self.all("title")[0])

    @property
    def text(self) -> str:
        """All words of the main part, spaces folded."""
        return words(self.all("main")[0])

    @property
    def errors(self) -> list[str]:
        """The messages of the error summary."""
        summary = self.find_id("error-summary")
        return [words(item) for item in summary.iter("li")] if summary is not None else []

    def all(self, tag: str) -> list[Element]:
        """Every element of a kind, in order."""
        return list(self.root.iter(tag))

    def find_id(self, element_id: str) -> Element | None:
        """The element with an id, or None."""
        return next((element for element in self.root.iter() if element.get("id") == element_id), None)

    def by_id(self, element_id: str) -> Element:
        """The element with an id."""
        found = self.find_id(element_id)
        assert found is not None, f"no #{element_id} on {self.path} ({self.h1})"
        return found

    def value(self, name: str) -> str:
        """What a field holds."""
        return next(f.value for f in self._fields(self.root) if f.name == name)

    # Inside

    def _take(self, response: Any) -> "Visitor":
        self.response = response
        self.status = response.status_code
        self.path = urlsplit(str(response.url)).path
        query = urlsplit(str(response.url)).query
        self.path += f"?{query}" if query else ""
        if "text/html" in response.headers.get("content-type", ""):
            self.html = response.text
            self.root = check_page(self.html, response.headers)
        return self

    def _fields(self, scope: Element) -> list[Field]:
        found = []
        for element in scope.iter():
            name = element.get("name")
            if not name or element.tag not in ("input", "textarea", "select"):
                continue
            kind = element.get("type", "text") if element.tag == "input" else element.tag
            if element.tag == "select":
                options = list(element.iter("option"))
                chosen = next((o for o in options if o.get("selected") is not None), options[0])
                value = chosen.get("value") or words(chosen)
            elif element.tag == "textarea":
                value = (element.text or "").removeprefix("\n")
            else:
                value = element.get("value") or ""
            found.append(Field(name, value, kind, element))
        return found

    def _defaults(self, scope: Element) -> dict[str, str]:
        return {
            f.name: f.value
            for f in self._fields(scope)
            if f.kind not in ("checkbox", "radio") or f.element.get("checked") is not None
        }

    def _button(self, scope: Element, form: str, text: str | None) -> Element | None:
        inside = [b for b in scope.iter("button") if b.get("type", "submit") == "submit"]
        buttons = [b for b in inside if b.get("form", form) == form]
        buttons += [b for b in self.root.iter("button") if b.get("form") == form and b not in buttons]
        if text is None:
            return buttons[0] if buttons else None
        for button in buttons:
            if text in words(button):
                return button
        raise AssertionError(f"no button {text!r} in {form} on {self.path}: {[words(b) for b in buttons]}")


def words(element: Element) -> str:
    """All text inside, spaces folded."""
    return " ".join("".join(element.itertext()).split())


def check_page(html: str, headers: Any) -> Element:
    """Hold a page to the house's rules; gives its root."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    root = parser.parse(html)
    assert not parser.errors, [(place, code, data) for place, code, data in parser.errors][:5]
    ids = [element.get("id") for element in root.iter() if element.get("id") is not None]
    assert len(ids) == len(set(ids)), f"repeated ids: {sorted(i for i in ids if ids.count(i) > 1)}"
    headings = list(root.iter("h1"))
    assert len(headings) == 1, f"{len(headings)} h1"
    title, h1 = words(next(root.iter("title"))), words(headings[0])
    bare = re.sub(r"^(Fejl|Error): ", "", title)
    assert h1, "the h1 is empty"
    assert bare.startswith(h1), f"title {title!r} does not begin with h1 {h1!r}"
    summary = any(element.get("id") == "error-summary" for element in root.iter())
    assert summary == (bare != title), f"title {title!r} and error summary do not agree"
    body = html.partition("<body")[2]
    assert not INLINE.search(re.sub(r">[^<]*<", "><", body)), "inline style or script"
    inline = [one for one in root.iter("script") if one.get("src") is None]
    assert all(one.get("type") in DATA for one in inline), "a script in the page"
    assert "%(" not in html, "a message was not filled in"
    assert "frame-ancestors 'none'" in headers.get("content-security-policy", "")
    assert next(root.iter("html")).get("lang") in ("da", "en")
    _check_references(root, set(ids))
    return root


def _check_references(root: Element, ids: set[str | None]) -> None:
    for element in root.iter():
        for attribute in ("for", "aria-describedby", "aria-labelledby", "aria-controls", "form"):
            for wanted in (element.get(attribute) or "").split():
                assert wanted in ids, f"<{element.tag} {attribute}={wanted}> points at nothing"
        if element.tag == "a" and (element.get("href") or "").startswith("#"):
            assert (element.get("href") or "")[1:] in ids, f"a link leads to nothing: {element.get('href')}"
