"""HTML_CodeSniffer, standard WCAG2AAA."""

import re
from pathlib import Path
from typing import Any

from a11y_tests.engines.engine import CannotJudge, EngineFinding, package, version_of, wcag22
from a11y_tests.engines.isolated import beside
from a11y_tests.engines.places import by_xpath
from a11y_tests.evaluation.outcome import Verdict
from a11y_tests.evaluation.rule import ALL_WORLDS
from a11y_tests.evaluation.subject import Subject

ASKED = """new Promise((yes, no) => HTMLCS.process("WCAG2AAA", document, () => {
  const path = node => {
    if (node.nodeType !== 1) return node.nodeType === 9 ? "" : path(node.parentNode ?? node.host);
    const alike = [...(node.parentNode?.children ?? [node])].filter(one => one.nodeName === node.nodeName);
    return `${path(node.parentNode)}/${node.nodeName}[${alike.indexOf(node) + 1}]`;
  };
  const inside = one => one.element.nodeType === 1 && document.contains(one.element);
  yes(HTMLCS.getMessages().map(one => ({type: one.type, code: one.code, message: one.msg,
    path: inside(one) ? path(one.element) : "", html: inside(one) ? one.element.outerHTML.slice(0, 200) : ""})));
}, no))"""
# 1 error, 2 warning, 3 notice. A notice is the same reminder on every page and says nothing of this one.
VERDICTS = {1: Verdict.FAILED, 2: Verdict.CANT_TELL}
NOTICE = 3
# Criteria that its standard has and WCAG 2.2 has not are dropped by wcag22().
NUMBER = re.compile(r"\.(\d)_(\d)_(\d+)\.")


class CodeSniffer:
    """HTML_CodeSniffer. Raises CannotStart where it is not installed."""

    name, worlds = "HTML_CodeSniffer", ALL_WORLDS
    proof = "Principle1.Guideline1_1.1_1_1.H37"

    def __init__(self) -> None:
        home = package("html_codesniffer")
        self._library = (home / "build" / "HTMLCS.js").read_text(encoding="utf-8")
        self.version = version_of(home)
        sniffs = (home / "Standards" / "WCAG2AAA" / "Sniffs").rglob("*.js")
        self.criteria = frozenset(wcag22(sniff.stem.replace("_", ".") for sniff in sniffs if _judges(sniff)))

    def judge(self, subject: Subject) -> list[EngineFinding]:
        """What it says of the page. Raises CannotJudge."""
        with beside(subject.page, self.name, self._library) as (world, *_):
            messages = world.ask(ASKED)
        if not any(one["type"] == NOTICE for one in messages):
            raise CannotJudge(f"{self.name} had not even a reminder for {subject.url}")
        return [self._finding(subject, one) for one in messages if one["type"] != NOTICE]

    def _finding(self, subject: Subject, one: dict[str, Any]) -> EngineFinding:
        rule = one["code"].removeprefix("WCAG2AAA.")
        criteria = wcag22(".".join(found) for found in NUMBER.findall(f"{rule}."))
        element = by_xpath(subject.snapshot, one["path"])
        selector = element.selector if element else one["path"]
        return EngineFinding(self.name, rule, criteria, VERDICTS[one["type"]], selector, one["html"], one["message"])

    def stop(self) -> None:
        """Nothing runs."""


def _judges(sniff: Path) -> bool:
    """Whether a sniff ever says more than its reminder."""
    return re.search(r"HTMLCS\.(ERROR|WARNING)", sniff.read_text(encoding="utf-8")) is not None
