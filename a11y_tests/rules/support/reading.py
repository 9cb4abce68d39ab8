"""What a page shows at a given size: to compare it with what it shows at another."""

from dataclasses import dataclass, replace

from playwright.sync_api import Page

# The words and controls that can be seen, and what is cut off or must be scrolled sideways.
LOOK = """() => {
  const cut = [], root = document.documentElement;
  const words = new Set(), controls = new Set();
  for (const one of document.body.querySelectorAll('*')) {
    if (one.closest('svg, .sr-only, .skip-link, dialog:not([open])')) continue;
    if (!one.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    const box = one.getBoundingClientRect(), style = getComputedStyle(one);
    if (box.width < 2 || box.height < 2) continue;
    for (const node of one.childNodes) {
      if (node.nodeType === 3 && node.data.trim()) for (const word of node.data.trim().split(/\\s+/)) words.add(word);
    }
    if (one.matches('a[href], button, input, select, textarea')) controls.add(one.name || one.innerText || one.href);
    const hides = overflow => ['hidden', 'clip'].includes(overflow);
    const text = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()) || one.children.length;
    const across = hides(style.overflowX) && one.scrollWidth > one.clientWidth + 2;
    const down = hides(style.overflowY) && one.scrollHeight > one.clientHeight + 2;
    if (text && !one.matches('input, textarea, select') && (across || down)) {
      cut.push(one.outerHTML.slice(0, 160));
    }
  }
  // Whoever cannot scroll never sees what is below the window, unless something around it scrolls.
  const stuck = one => {
    const flows = [root, document.body].some(at => getComputedStyle(at).overflowY === 'hidden');
    const held = flows && document.body.getBoundingClientRect().height <= innerHeight + 1;
    for (let at = one.parentElement; at && at !== document.body; at = at.parentElement) {
      if (['auto', 'scroll'].includes(getComputedStyle(at).overflowY)) return false;
    }
    return held && one.getBoundingClientRect().top >= innerHeight && getComputedStyle(one).position !== 'fixed';
  };
  const below = [...document.body.querySelectorAll('a[href], button, input, p, h1, h2')].find(one =>
    one.checkVisibility({ visibilityProperty: true }) && !one.closest('dialog:not([open])') && stuck(one));
  if (below) cut.push(`below the window, and nobody can scroll: ${below.outerHTML.slice(0, 120)}`);
  const wide = root.scrollWidth - root.clientWidth;
  const reach = wide > 0 ? [...document.body.querySelectorAll('*')]
    .filter(one => one.getBoundingClientRect().right > root.clientWidth + 1 && one.checkVisibility())
    .slice(-1).map(one => one.outerHTML.slice(0, 160)) : [];
  return { words: [...words], controls: [...controls], cut, wide, reach };
}"""


@dataclass(frozen=True)
class Look:
    """words and controls that can be seen; `cut`: what is cut off; `wide`: pixels to scroll sideways, and to what."""

    words: frozenset[str]
    controls: frozenset[str]
    cut: tuple[str, ...]
    wide: float
    reach: tuple[str, ...]


def look(page: Page) -> Look:
    """The page as it shows now."""
    seen = page.evaluate(LOOK)
    return Look(
        frozenset(seen["words"]), frozenset(seen["controls"]), tuple(seen["cut"]), seen["wide"], tuple(seen["reach"])
    )


def steady(before: Look, again: Look) -> Look:
    """What of a look is there each time: a page that changes by itself loses nothing to a size."""
    return replace(before, words=before.words & again.words, controls=before.controls & again.controls)


def folded(before: Look, after: Look) -> str:
    """What is gone where a control has come that may open it, as a menu in a narrow window does; "" where nothing."""
    come = sorted(after.controls - before.controls)
    gone = sorted(before.words - after.words)
    return f"{' '.join(gone)[:80]!r} is gone: does {come[0][:40]!r} bring it?" if come and gone else ""


def lost(before: Look, after: Look) -> list[str]:
    """What is worse after: cut off, to be scrolled sideways, or gone with nothing that may bring it back."""
    faults = [f"cut off: {one}" for one in after.cut if one not in before.cut]
    if after.wide > max(before.wide, 0):
        faults.append(f"{after.wide:g} px must be scrolled sideways: {' '.join(after.reach)}")
    if folded(before, after):
        return faults
    if gone := sorted(before.controls - after.controls):
        faults.append(f"controls are gone: {', '.join(gone)[:120]}")
    if gone := sorted(before.words - after.words):
        faults.append(f"words are gone: {' '.join(gone)[:120]}")
    return faults
