"""Taking a snapshot of a page through the DevTools protocol."""

from typing import Any

from playwright.sync_api import CDPSession, Page

from a11y_tests.evaluation.snapshot import (
    DOCTYPE,
    DOCUMENT,
    ELEMENT,
    STYLES,
    TEXT,
    Accessible,
    Box,
    Document,
    Element,
    Node,
)


def take(page: Page, *, accessible: bool = True) -> Document:
    """The page as it is now, with the documents of its frames inside their iframes; without what assistive technology
    meets of it where that is not wanted, in half the time."""
    session = page.context.new_cdp_session(page)
    try:
        session.send("DOM.enable")
        if accessible:
            session.send("Accessibility.enable")
        raw = _asked(
            session,
            "DOMSnapshot.captureSnapshot",
            {"computedStyles": list(STYLES), "includeBlendedBackgroundColors": True, "includePaintOrder": True},
        )
        built = _Builder(raw)
        for document in built.documents if accessible else ():
            _add_accessibility(session, document)
        return built.documents[0]
    finally:
        session.detach()


def take_listeners(page: Page) -> frozenset[str]:
    """The types of events that scripts listen for, on the window and on every node, in shadow trees too."""
    session = page.context.new_cdp_session(page)
    try:
        found: set[str] = set()
        for place, depth in (("window", {}), ("document", {"depth": -1, "pierce": True})):
            handle = session.send("Runtime.evaluate", {"expression": place})["result"]["objectId"]
            answer = session.send("DOMDebugger.getEventListeners", {"objectId": handle, **depth})
            found.update(one["type"] for one in answer["listeners"])
        return frozenset(found)
    finally:
        session.detach()


def _asked(session: CDPSession, method: str, parameters: dict[str, Any]) -> dict[str, Any]:
    """What `session.send` gives, but without its look into every value for an object of Playwright's: in the many
    thousands that a snapshot has that took more time than all else."""
    answer: dict[str, Any] = session._sync(session._impl_obj.send(method=method, params=parameters, timeout=0))
    return answer


class _Builder:
    """Puts the protocol's flat lists together to trees."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.strings: list[str] = raw["strings"]
        lists = [self._nodes(one) for one in raw["documents"]]
        self.documents = [nodes[0] for nodes in lists if isinstance(nodes[0], Document)]
        for one, built in zip(raw["documents"], lists, strict=True):
            self._put_frames(one["nodes"], built)

    def _string(self, index: int) -> str:
        return self.strings[index] if index >= 0 else ""

    def _rare(self, data: dict[str, Any] | None) -> dict[int, str]:
        if not data:
            return {}
        return {index: self._string(value) for index, value in zip(data["index"], data["value"], strict=True)}

    def _nodes(self, raw: dict[str, Any]) -> list[Node]:
        """The nodes of one document, put together to a tree; the document is the first."""
        nodes, document = raw["nodes"], self._document(raw)
        built: list[Node] = [document]
        for index, kind in enumerate(nodes["nodeType"][1:], start=1):
            built.append(self._node(nodes, index, kind, document))
        for index, node in enumerate(built[1:], start=1):
            node.parent = built[nodes["parentIndex"][index]]
            node.parent.children.append(node)
        self._add_rare(nodes, built)
        self._add_layout(raw["layout"], raw["textBoxes"], built)
        document.doctype = next((self._string(raw["publicId"]) for node in built if node.kind == DOCTYPE), None)
        return built

    def _document(self, raw: dict[str, Any]) -> Document:
        document = Document(DOCUMENT, "#document", "", 0, None)  # type: ignore[arg-type]  # it is its own
        document.document = document
        document.url, document.title = self._string(raw["documentURL"]), self._string(raw["title"])
        document.frame = self._string(raw["frameId"])
        document.width, document.height = raw.get("contentWidth", 0), raw.get("contentHeight", 0)
        return document

    def _node(self, nodes: dict[str, Any], index: int, kind: int, document: Document) -> Node:
        name = self._string(nodes["nodeName"][index])
        value, backend = self._string(nodes["nodeValue"][index]), nodes["backendNodeId"][index]
        if kind != ELEMENT:
            return Node(kind, name, value if kind == TEXT else "", backend, document)
        flat = [self._string(part) for part in nodes["attributes"][index]]
        # An attribute that stands twice counts once, as the parser has it: the first.
        attributes = dict(zip(flat[0::2], flat[1::2], strict=True))
        return Element(kind, name.lower(), "", backend, document, attributes=attributes)

    def _add_rare(self, nodes: dict[str, Any], built: list[Node]) -> None:
        for index, value in self._rare(nodes.get("inputValue")).items():
            self._set(built[index], "input_value", value)
        for index, value in self._rare(nodes.get("pseudoType")).items():
            self._set(built[index], "pseudo", value)
        for name, attribute in (("inputChecked", "is_checked"), ("isClickable", "is_clickable")):
            for index in (nodes.get(name) or {"index": []})["index"]:
                self._set(built[index], attribute, True)
        for index, value in self._rare(nodes.get("shadowRootType")).items():
            built[index].shadow = value

    def _set(self, node: Node, name: str, value: object) -> None:
        if isinstance(node, Element):
            setattr(node, name, value)

    def _add_layout(self, layout: dict[str, Any], texts: dict[str, Any], built: list[Node]) -> None:
        backgrounds = layout.get("blendedBackgroundColors") or []
        for position, index in enumerate(layout["nodeIndex"]):
            node = built[index]
            node.boxes.append(Box(*layout["bounds"][position]))
            if not isinstance(node, Element):
                continue
            values = [self._string(value) for value in layout["styles"][position]]
            node.style = node.style or dict(zip(STYLES, values, strict=False))
            if position < len(backgrounds):
                node.background = self._string(backgrounds[position])
        # Of a text, the boxes are those of its lines.
        for node in (one for one in built if one.kind == TEXT):
            node.boxes = []
        for position, bounds in zip(texts["layoutIndex"], texts["bounds"], strict=True):
            built[layout["nodeIndex"][position]].boxes.append(Box(*bounds))

    def _put_frames(self, nodes: dict[str, Any], built: list[Node]) -> None:
        content = nodes.get("contentDocumentIndex") or {"index": [], "value": []}
        for index, document in zip(content["index"], content["value"], strict=True):
            inner = self.documents[document]
            inner.parent = built[index]
            built[index].children.append(inner)


def _add_accessibility(session: CDPSession, document: Document) -> None:
    nodes = _asked(session, "Accessibility.getFullAXTree", {"frameId": document.frame})["nodes"]
    by_backend = {node.backend_id: node for node in document.below if node.document is document}
    for raw in nodes:
        node = by_backend.get(raw.get("backendDOMNodeId", -1))
        if isinstance(node, Element):
            node.accessible = _accessible(raw)


def _accessible(raw: dict[str, Any]) -> Accessible:
    def value(name: str) -> str:
        return str(raw.get(name, {}).get("value", ""))

    properties = {one["name"]: _plain(one["value"]) for one in raw.get("properties", [])}
    return Accessible(value("role"), value("name"), value("description"), value("value"), raw["ignored"], properties)


def _plain(value: dict[str, Any]) -> Any:
    if "relatedNodes" in value:
        return [one.get("idref") or one.get("backendDOMNodeId") for one in value["relatedNodes"]]
    return value.get("value")
