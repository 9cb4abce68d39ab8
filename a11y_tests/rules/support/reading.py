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
# The texts that lie over each other by half a line, without anything painted between them. Those in a bar that stays
# in the window are left out: what it covers can be scrolled away from it.
OVERLAID = r"""most => {
  const lines = [];
  const above = one => { const found = []; for (; one; one = one.parentElement) found.push(one); return found };
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), range = document.createRange();
  for (let node; lines.length < most && (node = walk.nextNode());) {
    const around = node.parentElement;
    if (!/[\p{L}\p{N}]/u.test(node.data) || around.closest('svg, script, style, noscript, option, textarea')) continue;
    if (!around.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) if (box.width > 3) lines.push({ around, box, text: node.data.trim() });
  }
  const clips = ({ around, box }) => above(around).some(one => {
    const style = getComputedStyle(one), its = one.getBoundingClientRect();
    return style.clipPath !== 'none' || style.clip !== 'auto' || (style.overflow !== 'visible' && one !== document.body
      && one !== document.documentElement && (its.width < 2 || its.height < 2 || box.top >= its.bottom
      || box.bottom <= its.top || box.left >= its.right || box.right <= its.left));
  });
  const painted = one => { const style = getComputedStyle(one);
    return ['fixed', 'sticky'].includes(style.position) || style.backgroundImage !== 'none'
      || !/^rgba\(.*, 0\)$|transparent/.test(style.backgroundColor) };
  const apart = (one, other) => { const rest = above(other.around);
    return above(one.around).filter(at => !rest.includes(at)).some(painted) };
  const found = [];
  for (const [index, one] of lines.entries()) for (const other of lines.slice(index + 1)) {
    if (one.around === other.around) continue;
    const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
    const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
    if (wide < 4 || high < Math.min(one.box.height, other.box.height) / 2) continue;
    if (clips(one) || clips(other) || apart(one, other) || apart(other, one)) continue;
    found.push(`${one.text.slice(0, 40)} / ${other.text.slice(0, 40)}`);
  }
  return [...new Set(found)];
}"""
MOST_LINES = 600


@dataclass(frozen=True)
class Look:
    """words and controls that can be seen; `cut`: what is cut off; `wide`: pixels to scroll sideways, and to what;
    overlaid: texts that lie over each other."""

    words: frozenset[str]
    controls: frozenset[str]
    cut: tuple[str, ...]
    wide: float
    reach: tuple[str, ...]
    overlaid: tuple[str, ...] = ()


def look(page: Page) -> Look:
    """The page as it shows now."""
    seen = page.evaluate(LOOK)
    return Look(
        frozenset(seen["words"]),
        frozenset(seen["controls"]),
        tuple(seen["cut"]),
        seen["wide"],
        tuple(seen["reach"]),
        tuple(page.evaluate(OVERLAID, MOST_LINES)),
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
    faults += [f"texts lie over each other: {one}" for one in after.overlaid if one not in before.overlaid]
    if folded(before, after):
        return faults
    if gone := sorted(before.controls - after.controls):
        faults.append(f"controls are gone: {', '.join(gone)[:120]}")
    if gone := sorted(before.words - after.words):
        faults.append(f"words are gone: {' '.join(gone)[:120]}")
    return faults
