"""Images: which there are, whether something can be seen in them, and what stands around them."""

from collections.abc import Iterator

from a11y_tests.evaluation.snapshot import TEXT, Element, Node
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.exposure import is_exposed, is_seen
from a11y_tests.rules.support.names import names_given
from a11y_tests.rules.support.paths import PATH_SCRIPT, by_path

_TAGS = frozenset({"img", "svg", "canvas"})
# The images in which something is drawn: loaded, and not of one colour throughout (a canvas that is tainted counts).
_DRAWN = (
    "() => { const path = "
    + PATH_SCRIPT
    + """;
  const isDrawn = (one) => {
    if (one.localName === 'img') return one.complete && one.naturalWidth > 1 && one.naturalHeight > 1;
    if (one.localName === 'svg') return one.childElementCount > 0;
    try {
      const data = one.getContext('2d')?.getImageData(0, 0, one.width, one.height).data;
      return !data || new Uint32Array(data.buffer).some((pixel) => pixel !== 0);
    } catch { return true; }
  };
  return [...document.querySelectorAll('img, svg, canvas')]
    .filter((one) => !one.parentElement?.closest('svg') && isDrawn(one)).map(path);
}"""
)


def drawn_images(subject: Subject) -> Iterator[Element]:
    """The images of a page that can be seen, and in which there is something."""
    found = [one for one in subject.snapshot.own if one.tag in _TAGS and is_seen(one)]
    if found:
        elements, paths = by_path(subject.snapshot), subject.page.evaluate(_DRAWN)
        drawn = {id(elements[path]) for path in paths if path in elements}
        yield from (one for one in found if id(one) in drawn)


def is_told(image: Element) -> bool:
    """Whether assistive technology is told of an image: by a name of its own, or an img without an alt at all."""
    if not is_exposed(image):
        return False
    role = (image.get("role") or "").split()
    if role and role[0] in ("none", "presentation"):
        return False
    titles = [one for one in image.children if isinstance(one, Element) and one.tag == "title" and one.text_content]
    return bool(names_given(image) or titles) or (image.tag == "img" and image.get("alt") is None)


def is_in_named(image: Element) -> bool:
    """Whether something around it has a name from its author that stands for all that is in it."""
    return any(one.get("aria-label") or one.get("aria-labelledby") for one in image.above)


def text_before(image: Element) -> str:
    """The text that comes before an image in its page, white space collapsed."""
    parts: list[str] = []
    for node in image.document.below:
        if node is image:
            break
        if _is_read(node):
            parts.append(node.text)
    return " ".join("".join(parts).split())


def text_on_page(image: Element) -> str:
    """All text of its page that can be read, outside of images."""
    return " ".join("".join(node.text for node in image.document.below if _is_read(node)).split())


def _is_read(node: Node) -> bool:
    around = next(node.above, None)
    return (
        node.kind == TEXT
        and around is not None
        and node.is_rendered
        and not any(one.tag in ("svg", "canvas", "head", "script", "style") for one in node.above)
    )
