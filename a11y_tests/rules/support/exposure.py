"""What can be seen, what assistive technology meets, and what focus can reach, as ACT defines it."""

from a11y_tests.evaluation.snapshot import Element, Node

_DISABLED_TAGS = frozenset({"button", "fieldset", "input", "optgroup", "option", "select", "textarea"})
_ALWAYS = frozenset({"button", "input", "select", "textarea"})
_UNSEEN = frozenset({"head", "script", "style", "template", "title", "meta", "link", "noscript", "base"})


def is_rendered(element: Element) -> bool:
    """Whether it has a box, or its content has (display: contents; areas of a map, options of a list)."""
    if element.tag in _UNSEEN:
        return False
    return element.is_rendered or any(one.is_rendered for one in element.below if one.document is element.document)


def is_exposed(element: Element) -> bool:
    """Whether it is in the accessibility tree, as ACT has it: rendered, not invisible, no aria-hidden around it."""
    if not is_rendered(element) or element.style.get("visibility", "visible") != "visible":
        return False
    return not any(
        one.get("aria-hidden") == "true" or one.get("inert") is not None or _is_folded(one)
        for one in _with_above(element)
    )


def is_disabled(element: Element) -> bool:
    """Whether it, or a fieldset or an aria-disabled element around it, is disabled."""
    return any(
        (one.tag in _DISABLED_TAGS and one.get("disabled") is not None)
        or (one.get("aria-disabled") or "").lower() == "true"
        for one in _with_above(element)
    ) and not _is_in_first_legend(element)


def is_focusable(element: Element) -> bool:
    """Whether focus can be set to it, by a key or a script: also where it is hidden from assistive technology."""
    place = _image_of(element) if element.tag == "area" else element
    if place is None or not is_rendered(place) or place.style.get("visibility", "visible") != "visible":
        return False
    around = list(_with_above(element))
    if any(one.get("inert") is not None for one in around):
        return False
    if element.tag in _DISABLED_TAGS and any(
        one.tag in ("fieldset", element.tag) and one.get("disabled") is not None for one in around
    ):
        return _is_in_first_legend(element) and element.get("disabled") is None
    return _is_made_focusable(element)


def _image_of(area: Element) -> Element | None:
    """The first image that uses the map of an area, which has no box of its own."""
    name = next((one.get("name") for one in area.above if one.tag == "map"), None)
    return next((one for one in area.document.own if name and one.get("usemap") == f"#{name}"), None)


def is_tab_stop(element: Element) -> bool:
    """Whether it takes part in sequential focus navigation."""
    return is_focusable(element) and (tab_index(element) or 0) >= 0


def tab_index(element: Element) -> int | None:
    """Its tabindex as a number; None where there is none that is valid."""
    value = (element.get("tabindex") or "").strip()
    return int(value) if value.lstrip("+-").isdigit() else None


def is_seen(element: Element) -> bool:
    """Whether it can be seen: rendered, opaque to some degree, on the page, and not clipped away to nothing."""
    return element.is_visible and not any(_clips_all(one) or _is_folded(one) for one in _with_above(element))


def seen_text(element: Element) -> str:
    """The text in it that can be seen, blocks and line breaks apart, white space collapsed."""
    return " ".join(_pieces(element).split())


def _pieces(node: Node) -> str:
    if not isinstance(node, Element):
        return node.text
    if node.tag == "br":
        return " "
    if node.tag in _UNSEEN or (node.boxes and not is_seen(node)):
        return ""
    inside = "".join(_pieces(child) for child in node.children if child.shadow != "user-agent")
    if not node.boxes and not any(child.is_rendered for child in node.below):
        return ""
    return f" {inside} " if not node.style.get("display", "inline").startswith("inline") else inside


def _clips_all(element: Element) -> bool:
    style = element.style
    if not style:
        return False
    if style.get("clip-path") in ("inset(50%)", "inset(100%)"):
        return True
    clip = style.get("clip", "auto")
    if clip.startswith("rect") and style.get("position") in ("absolute", "fixed"):
        edges = [float(part.removesuffix("px")) for part in clip[5:-1].replace(",", " ").split() if part != "auto"]
        if len(edges) == 4 and (edges[2] - edges[0] <= 1 or edges[1] - edges[3] <= 1):
            return True
    box = element.box
    hides = style.get("overflow-x") in ("hidden", "clip") and style.get("overflow-y") in ("hidden", "clip")
    return bool(hides and box and (box.width <= 1 or box.height <= 1))


def _is_folded(element: Element) -> bool:
    """Whether it is what a closed details folds away: once it was open, it keeps the boxes that it had."""
    around = element.parent
    if not isinstance(around, Element) or around.tag != "details" or around.get("open") is not None:
        return False
    return element is not next((one for one in around.children if isinstance(one, Element) and one.tag == "summary"), 0)


def _with_above(element: Element) -> list[Element]:
    return [element, *element.above]


def _is_made_focusable(element: Element) -> bool:
    if tab_index(element) is not None:
        return True
    if element.tag in _ALWAYS:
        return (element.get("type") or "").lower() != "hidden"
    if element.tag in ("a", "area"):
        return element.get("href") is not None or element.get("xlink:href") is not None
    if element.tag in ("audio", "video"):
        return element.get("controls") is not None
    if element.tag == "summary":
        around = next(element.above, None)
        return around is not None and around.tag == "details"
    return (element.get("contenteditable") or "false").lower() != "false" or element.get("contenteditable") == ""


def _is_in_first_legend(element: Element) -> bool:
    """The controls in the first legend of a disabled fieldset are not disabled by it."""
    fieldset = next((one for one in element.above if one.tag == "fieldset"), None)
    legend = next((one for one in element.above if one.tag == "legend"), None)
    if fieldset is None or legend is None or legend.parent is not fieldset:
        return False
    return next((one for one in fieldset.children if isinstance(one, Element) and one.tag == "legend"), 0) is legend
