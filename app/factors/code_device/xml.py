"""XML as it may come from outside: no DTD and so no entities, bounded in size, depth and number of elements."""

from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from xml.parsers import expat

from app.factors.code_device.records import Unreadable

DEEPEST, MOST_ELEMENTS = 32, 1_000_000


class _Builder:
    """Builds the tree from expat's own calls; its refusals stop the parser."""

    def __init__(self) -> None:
        self.tree, self.depth, self.elements = ElementTree.TreeBuilder(), 0, 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth, self.elements = self.depth + 1, self.elements + 1
        if self.depth > DEEPEST or self.elements > MOST_ELEMENTS:
            raise Unreadable("the XML is too deep or too large")
        self.tree.start(_clark(name), {_clark(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self.depth -= 1
        self.tree.end(_clark(name))

    def data(self, text: str) -> None:
        self.tree.data(text)

    def refuse(self, *_anything: object) -> None:
        raise Unreadable("the XML has a DTD, which is never read")


def parse(data: bytes) -> Element:
    """The root element; names as `{namespace}name`. Raises Unreadable."""
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="\n")
    parser.StartElementHandler, parser.EndElementHandler = builder.start, builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = builder.refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(f"the XML is broken in line {error.lineno}") from error
    return builder.tree.close()


def _clark(name: str) -> str:
    space, _, local = name.rpartition("\n")
    return f"{{{space}}}{local}" if space else local
