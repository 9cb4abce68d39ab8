"""Elements as they look under the pointer, with focus, and after they were visited: no recording shows them so."""

from collections.abc import Iterator
from contextlib import contextmanager

from a11y_tests.evaluation.snapshot import Element
from a11y_tests.evaluation.subject import Subject

# Computed styles tell nobody what a visited link looks like: what the sheets say of it is said of all links for a
# moment, after all else and just as specifically. Sheets of other origins keep their rules to themselves.
_VISITED = """() => {
  const rules = list => [...list].flatMap(one => {
    if (one.selectorText?.includes(':visited')) return [one.cssText.replaceAll(':visited', ':any-link')];
    if (!one.cssRules?.length || one.selectorText) return [];
    const inside = rules(one.cssRules);
    return inside.length && one.conditionText !== undefined
      ? [`${one.cssText.slice(0, one.cssText.indexOf('{'))}{${inside.join(' ')}}`] : inside;
  });
  const of = sheet => { try { return rules(sheet.cssRules) } catch { return [] } };
  const found = [...document.styleSheets].flatMap(of);
  if (!found.length) return false;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(found.join(' '));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return true;
}"""
_UNVISITED = "() => { document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1); }"


@contextmanager
def forced(subject: Subject, elements: list[Element], states: tuple[str, ...]) -> Iterator[None]:
    """These elements look as they do in these states ("hover", "focus"), until it is over."""
    session = subject.page.context.new_cdp_session(subject.page)
    try:
        for command in ("DOM.enable", "CSS.enable", "DOM.getDocument"):
            session.send(command)
        wanted = {"backendNodeIds": [one.backend_id for one in elements]}
        for node in session.send("DOM.pushNodesByBackendIdsToFrontend", wanted)["nodeIds"]:
            session.send("CSS.forcePseudoState", {"nodeId": node, "forcedPseudoClasses": list(states)})
        subject.settle()
        yield
    finally:
        session.detach()  # with the session, the states are gone


@contextmanager
def visited(subject: Subject) -> Iterator[bool]:
    """Every link looks as if it had been visited; False where the sheets say nothing of it."""
    differs = bool(subject.page.evaluate(_VISITED))
    try:
        yield differs
    finally:
        if differs:
            subject.page.evaluate(_UNVISITED)
