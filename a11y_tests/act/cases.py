"""W3C's list of test cases."""

import json
from dataclasses import dataclass
from pathlib import Path

# Where the cases' own links expect the folder to be.
PREFIX = "/WAI/content-assets/wcag-act-rules"
# How many rules W3C publishes, proposed ones too, of which implementations are listed.
ALL_OF_W3C = 87


@dataclass(frozen=True)
class Case:
    """One case: the rule's six characters, what must be found ("passed", "failed" or "inapplicable"), and the file."""

    rule: str
    rule_name: str
    title: str
    expected: str
    path: str


def read(folder: Path) -> list[Case]:
    """The cases of a folder with a testcases.json, by rule. Raises OSError, ValueError or KeyError."""
    listed = json.loads((folder / "testcases.json").read_text(encoding="utf-8"))["testcases"]
    cases = [
        Case(one["ruleId"], one["ruleName"], one["testcaseTitle"], one["expected"], one["relativePath"])
        for one in listed
    ]
    return sorted(cases, key=lambda case: (case.rule, case.path))
