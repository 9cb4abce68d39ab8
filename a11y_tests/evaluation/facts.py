"""What is remembered of each page to compare it with the others: for rules about a whole site."""

from dataclasses import asdict, dataclass
from typing import Any

from a11y_tests.evaluation.snapshot import Document, Element
from a11y_tests.evaluation.subject import Subject

FIELDS = frozenset({"input", "select", "textarea"})
LANDMARKS = frozenset({"banner", "navigation", "main", "contentinfo", "complementary", "search", "region", "form"})


@dataclass(frozen=True)
class Link:
    """A link: what it is called, where it leads, in which landmark it stands ("" for none), and what is around that."""

    name: str
    target: str
    landmark: str
    around: str = ""


@dataclass(frozen=True)
class Field:
    """A field of a form, with the attributes that tell what is to be written there."""

    name: str
    label: str
    kind: str
    autocomplete: str
    description: str


@dataclass(frozen=True)
class Facts:
    """One page among others. `images`: source and text alternative of each; `landmarks`: role and name, in order."""

    capture: str
    url: str
    page: str
    state: str
    language: str
    status: int
    title: str
    declared: str
    headings: list[str]
    landmarks: list[str]
    links: list[Link]
    fields: list[Field]
    buttons: list[str]
    images: list[tuple[str, str]]
    text: str

    def as_json(self) -> dict[str, Any]:
        """The same as plain lists and dictionaries."""
        return asdict(self)

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "Facts":
        """The reverse of as_json."""
        links, fields = [Link(**one) for one in raw["links"]], [Field(**one) for one in raw["fields"]]
        return cls(**{**raw, "links": links, "fields": fields, "images": [tuple(one) for one in raw["images"]]})


def facts_of(subject: Subject, capture: str) -> Facts:
    """What is to be remembered of a page."""
    document = subject.snapshot
    elements = [one for one in document.own if one.is_in_tree]
    return Facts(
        capture=capture,
        url=subject.url,
        page=subject.name,
        state=subject.state,
        language=subject.language,
        status=subject.status,
        title=document.title,
        declared=document.root.get("lang") or "",
        headings=[one.accessible_name for one in elements if one.role == "heading"],
        landmarks=[f"{one.role} {one.accessible_name}".strip() for one in elements if one.role in LANDMARKS],
        links=[_link(one) for one in elements if one.role == "link"],
        fields=[_field(one) for one in elements if one.tag in FIELDS and one.get("type") != "hidden"],
        buttons=[one.accessible_name for one in elements if one.role == "button"],
        images=[(one.get("src") or one.tag, one.accessible_name) for one in elements if one.role == "image"],
        text=_text(document),
    )


def _link(element: Element) -> Link:
    landmark, *around = [*(one.role for one in element.above if one.role in LANDMARKS), ""]
    return Link(element.accessible_name, element.get("href") or "", landmark, " ".join(around).strip())


def _field(element: Element) -> Field:
    return Field(
        element.get("name") or "",
        element.accessible_name,
        element.get("type") or element.tag,
        element.get("autocomplete") or "",
        element.accessible_description,
    )


def _text(document: Document) -> str:
    main = next((one for one in document.own if one.role == "main"), document.root)
    return main.visible_text
