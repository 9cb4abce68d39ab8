"""What a page tells assistive technology: its accessibility tree (Chromium, by CDP), and the node that has focus.

Nothing here knows of layout, styles or the source of the page.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import CDPSession

# What is read as a line of its own; all other text is read on from what stands before it.
LINES = frozenset({
    "heading", "paragraph", "listitem", "term", "definition", "cell", "rowheader", "columnheader", "button",
    "caption", "status", "alert", "group", "radio", "LabelText", "Legend",
})  # fmt: skip
TEXT = frozenset({"StaticText", "ListMarker"})
FOCUSED = "document.activeElement === document.body ? document : document.activeElement"
STATES = ("focused", "checked", "expanded", "pressed", "invalid", "level", "live")


@dataclass
class Node:
    """One thing that is told: what it is, its name, its value, what describes it, and how it is."""

    role: str
    name: str
    value: str = ""
    description: str = ""
    states: dict[str, Any] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)

    def walk(self) -> Iterator["Node"]:
        """This node and everything in it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def text(self) -> str:
        """Everything in it that is read, line by line."""
        return re.sub(r" *\n[ \n]*", "\n", re.sub(r" +", " ", self._raw())).strip()

    def _raw(self) -> str:
        if self.role in TEXT:
            return f" {self.name} "
        inner = "".join(child._raw() for child in self.children)
        return f"\n{inner}\n" if self.role in LINES else inner


def focused(session: CDPSession) -> Node:
    """The node that has focus: asked for by itself, so that a key costs little."""
    found = session.send("Runtime.evaluate", {"expression": FOCUSED})
    asked = {"objectId": found["result"]["objectId"], "fetchRelatives": False}
    return _node(session.send("Accessibility.getPartialAXTree", asked)["nodes"][0])


def title(session: CDPSession) -> str:
    """The title of the page, which is said first; empty while the page is still loading."""
    said = session.send("Runtime.evaluate", {"expression": "document.readyState === 'complete' ? document.title : ''"})
    return str(said["result"]["value"])


def whole(session: CDPSession) -> Node:
    """The whole page. Nodes that are not told are left out; what is in them stays."""
    raw = session.send("Accessibility.getFullAXTree")["nodes"]
    return _grown(raw[0], {one["nodeId"]: one for one in raw})[0]


def _grown(raw: dict[str, Any], known: dict[str, dict[str, Any]]) -> list[Node]:
    below = [known[child] for child in raw.get("childIds", ()) if child in known]
    children = [node for child in below for node in _grown(child, known)]
    if raw["ignored"]:
        return children
    node = _node(raw)
    node.children = [] if node.role in TEXT else children
    return [node]


def _node(raw: dict[str, Any]) -> Node:
    told = {key: str(raw.get(key, {}).get("value", "")) for key in ("role", "name", "value", "description")}
    states = {one["name"]: one["value"].get("value") for one in raw.get("properties", ()) if one["name"] in STATES}
    return Node(**told, states=states)


def by_row_header(page: Node, column: str) -> dict[str, str]:
    """Tables as they are asked for: by the header of the row, what stands in a column. Digits without their spaces."""
    found: dict[str, str] = {}
    for table in (node for node in page.walk() if node.role == "table"):
        rows = [[cell for cell in row.walk() if cell.role in CELLS] for row in table.walk() if row.role == "row"]
        place = [cell.name for cell in rows[0]].index(column)
        for row in rows[1:]:
            for header in (cell.name for cell in row if cell.role == "rowheader"):
                found[header.replace(" ", "")] = row[place].name.replace(" ", "")
    return found


CELLS = frozenset({"cell", "gridcell", "rowheader", "columnheader"})
