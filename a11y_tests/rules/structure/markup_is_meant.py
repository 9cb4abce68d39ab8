"""Elements are used for what they mean."""

from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, failed, passed
from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

# HTML has taken them out: https://html.spec.whatwg.org/multipage/obsolete.html
OBSOLETE = frozenset({
    "acronym", "applet", "basefont", "bgsound", "big", "blink", "center", "dir", "font", "frame", "frameset", "isindex",
    "keygen", "listing", "marquee", "nobr", "noembed", "noframes", "plaintext", "spacer", "strike", "tt", "xmp",
})  # fmt: skip
CONTENT = frozenset(
    {"img", "svg", "br", "input", "button", "canvas", "video", "audio", "iframe", "object", "select", "math"}
)


def check(subject: Subject) -> Iterator[Finding]:
    """Nothing obsolete, no empty paragraphs, no article that only leads elsewhere."""
    for element in subject.snapshot.own:
        if element.tag in OBSOLETE:
            yield failed(element, f"HTML has no <{element.tag}> any more: it says how, and not what.")
        elif element.tag == "p" and element.is_rendered:
            yield _filled(element)
        elif element.tag == "article" and element.is_in_tree:
            yield _article(element)


def _filled(paragraph: Element) -> Finding:
    is_filled = bool(paragraph.text_content) or any(one.tag in CONTENT or "-" in one.tag for one in paragraph.elements)
    if is_filled or any(paragraph.get(name) for name in ("id", "role", "aria-live")):  # a script may fill it
        return passed(paragraph, "It holds something.")
    return failed(paragraph, "The paragraph is empty: it makes room, which a style sheet does.")


def _article(article: Element) -> Finding:
    """An article can stand alone: it is more than links to others and a heading."""
    apart = [one for one in article.elements if one.tag in ("nav", "h1", "h2", "h3", "h4", "h5", "h6")]
    inside = " ".join(one.text_content for one in apart if not any(around in apart for around in one.above))
    has_nav = any(one.tag == "nav" for one in apart)
    is_more = len(article.text_content) > len(inside) + 1 or not has_nav
    return passed(article, "It says something itself.") if is_more else failed(article, "The article holds only links.")


RULE = Rule(
    id="own-markup-is-meant",
    name="Elements are used for what they mean",
    criteria=(),
    applicability="Every element that HTML has taken out, every paragraph, and every article.",
    expectation="There is none of the first; a paragraph holds something; an article is more than navigation.",
    check=check,
)
