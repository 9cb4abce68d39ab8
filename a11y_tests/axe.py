"""axe-core on a page as it stands, by the newest version that npm has, in place of the one that is bundled."""

import json
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

HOME = Path(__file__).parents[1] / "node_modules" / "axe-core"
TAGS = ("wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
OPTIONS: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": list(TAGS)},
    # Off unless asked for, since they are AAA: 1.4.6 contrast, 2.4.9 purpose of links.
    "rules": {"color-contrast-enhanced": {"enabled": True}, "identical-links-same-purpose": {"enabled": True}},
    "resultTypes": ["violations", "incomplete"],
}
# The rules that look at colours and at sizes. All others judge what a page is and what of it is shown.
COLOURS_AND_SIZES = (
    *("color-contrast", "color-contrast-enhanced", "link-in-text-block"),
    *("target-size", "scrollable-region-focusable"),
)
# A long table's further rows look like its first ones: a code card has 148, and each costs time in every world.
CONTEXT = {"exclude": [["tbody tr:nth-child(n + 6):not([class])"]]}
# What axe cannot decide by itself and leaves to a person; anything else that it leaves open is a finding.
LEFT_TO_PEOPLE: frozenset[str] = frozenset()


class CannotJudge(Exception):
    """axe did not run, or is not the one that was meant: silence is never taken for an answer."""


class Judge:
    """axe-core, read once."""

    def __init__(self) -> None:
        self._axe = Axe.from_file(HOME / "axe.min.js")
        self.version = str(json.loads((HOME / "package.json").read_text(encoding="utf-8"))["version"])

    def findings(self, page: Page, *, looks_only: bool = False) -> list[str]:
        """What axe finds on the page as it is now, by all rules or by COLOURS_AND_SIZES. Raises CannotJudge where it
        did not run."""
        if not page.evaluate("typeof axe === 'object'"):
            page.evaluate(self._axe.axe_script)
        options = OPTIONS | {"runOnly": {"type": "rule", "values": COLOURS_AND_SIZES}} if looks_only else OPTIONS
        response = page.evaluate("([context, options]) => axe.run(context, options)", [CONTEXT, options])
        said_something = any(response[kind] for kind in ("passes", "violations", "incomplete"))
        if response["testEngine"]["version"] != self.version or not said_something:
            raise CannotJudge(f"axe {response['testEngine']} said nothing of {page.url}")
        found = response["violations"] + [left for left in response["incomplete"] if left["id"] not in LEFT_TO_PEOPLE]
        return [_told(rule, node) for rule in found for node in rule["nodes"]]


def _told(rule: dict[str, Any], node: dict[str, Any]) -> str:
    reasons = [check["message"] for kind in ("any", "all", "none") for check in node[kind]]
    return f"axe {rule['id']}: {node['html'][:200]} ({'; '.join(reasons)})"
