"""Text that changes by itself can be paused, stopped or hidden."""

import re
from collections import defaultdict
from collections.abc import Iterator

from a11y_tests.evaluation.outcome import Finding
from a11y_tests.evaluation.rule import Rule, expect
from a11y_tests.evaluation.subject import Subject
from a11y_tests.rules.support.paths import PATH_SCRIPT, by_path

# A second and two tries: what changes once in a second is seen to change twice.
_WATCH_MS, _LOOK_EVERY_MS = 2_300, 300
_CONTROL = re.compile(
    r"\b(pause|stop|halt|hide|freeze|disable|turn off|control|frequency|interval|speed|slower|updates?|settings"
    r"|sæt på pause|stands|skjul|frys|slå fra|hyppighed|opdatering\w*|indstillinger)\b",
    re.IGNORECASE,
)
_CONTROLS = "button, [role=button], [role=switch], summary, input:not([type=hidden]), select, a[href]"
# The texts that can be seen, each with the path of its element.
_TEXTS = f"""() => {{
  const path = {PATH_SCRIPT};
  const found = [];
  const walker = document.createTreeWalker(document.body ?? document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {{
    const text = walker.currentNode.data.trim(), around = walker.currentNode.parentElement;
    if (!text || !around || /^(script|style|noscript|template|title)$/.test(around.localName)) continue;
    if (!(around.checkVisibility?.({{visibilityProperty: true, opacityProperty: true}}) ?? true)) continue;
    found.push([path(around), text]);
  }}
  return found;
}}"""
_NAMES = """(controls) => [...document.querySelectorAll(controls)]
  .filter((one) => one.checkVisibility?.() ?? true)
  .map((one) => [one.innerText, one.value, one.title, one.getAttribute('aria-label'),
    ...[...(one.labels ?? [])].map((label) => label.innerText)].filter(Boolean).join(' '))"""


def check(subject: Subject) -> Iterator[Finding]:
    """Watch the page for a while; where text changed more than once, a control must be there that stops it."""
    if not _may_change(subject):
        return
    changing, others = _watch(subject)
    # With nothing else on the page the change is what the page is for.
    if not changing or not others:
        return
    names = subject.page.evaluate(_NAMES, _CONTROLS)
    has_control = any(_CONTROL.search(name) for name in names)
    elements = by_path(subject.snapshot)
    for path in changing:
        yield expect(
            elements.get(path, subject.snapshot.root),
            has_control,
            "A control pauses, stops or hides the text that changes by itself.",
            "This text changes by itself, and nothing pauses, stops or hides it.",
        )


def _may_change(subject: Subject) -> bool:
    """Without a script nothing changes."""
    return any(
        one.tag == "script" or any(name.startswith("on") for name in one.attributes) for one in subject.snapshot.own
    )


def _watch(subject: Subject) -> tuple[list[str], bool]:
    """The paths of the texts that changed at least twice, and whether there is any other text."""
    seen: dict[str, list[str]] = defaultdict(list)
    for _ in range(0, _WATCH_MS, _LOOK_EVERY_MS):
        for path, text in subject.page.evaluate(_TEXTS):
            if not seen[path] or seen[path][-1] != text:
                seen[path].append(text)
        subject.wait(_LOOK_EVERY_MS)
    last = dict(subject.page.evaluate(_TEXTS))
    changing = [path for path, texts in seen.items() if len(texts) > 2 and path in last]
    return changing, any(path not in changing for path in last)


RULE = Rule(
    id="act-efbfc7",
    name="Text content that changes automatically can be paused, stopped or hidden",
    criteria=("2.2.2",),
    applicability="Text that can be seen and changes more than once by itself, beside other content.",
    expectation="A control on the page pauses, stops, hides it, or changes how often it changes.",
    check=check,
    acts=True,
    quick=False,
)
