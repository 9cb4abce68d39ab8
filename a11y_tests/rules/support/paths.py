"""Telling which element of a snapshot a script in the page means: by its path from the root."""

from a11y_tests.evaluation.snapshot import Document, Element

# A function for scripts: the path of an element, the same as path_of gives.
PATH_SCRIPT = """(one) => {
  const steps = [];
  for (let at = one; at; at = at.parentElement) {
    const place = at.parentElement ? [...at.parentElement.children].indexOf(at) + 1 : 0;
    steps.unshift(place ? `${at.localName.toLowerCase()}:nth-child(${place})` : at.localName.toLowerCase());
  }
  return steps.join(' > ');
}"""


def path_of(element: Element) -> str:
    """The path of an element from the root of its document."""
    steps: list[str] = []
    at: object = element
    while isinstance(at, Element):
        parent = at.parent
        if not isinstance(parent, Element):
            steps.insert(0, at.tag)
            break
        around = [one for one in parent.children if isinstance(one, Element) and not one.pseudo]
        steps.insert(0, f"{at.tag}:nth-child({around.index(at) + 1})")
        at = parent
    return " > ".join(steps)


def by_path(page: Document) -> dict[str, Element]:
    """The elements of a page (not of its frames and shadow trees) by their paths."""
    return {path_of(one): one for one in page.own}
