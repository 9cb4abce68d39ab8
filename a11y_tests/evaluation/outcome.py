"""What a rule says of one thing on one page, in the words of ACT and EARL."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Verdict(StrEnum):
    """The outcomes of EARL 1.0 that the ACT Rules Format uses (https://www.w3.org/TR/act-rules-format/#outcome)."""

    PASSED = "passed"
    FAILED = "failed"
    INAPPLICABLE = "inapplicable"
    CANT_TELL = "cantTell"


# Which verdict stands for a page where several were found: the gravest.
_GRAVITY = (Verdict.FAILED, Verdict.CANT_TELL, Verdict.PASSED)


@dataclass(frozen=True)
class Finding:
    """A rule's verdict on one test target.

    `message` says in a plain English sentence what was found, `selector` where (CSS; "" for the page as a whole),
    `html` how the element begins. `evidence` holds more: measured values, a transcript, a screenshot's file name.
    """

    verdict: Verdict
    message: str
    selector: str = ""
    html: str = ""
    evidence: dict[str, Any] = field(default_factory=dict)


def overall(findings: list[Finding]) -> Verdict:
    """One verdict for all the findings of a rule on a page; inapplicable where there are none."""
    found = {finding.verdict for finding in findings}
    return next((verdict for verdict in _GRAVITY if verdict in found), Verdict.INAPPLICABLE)
