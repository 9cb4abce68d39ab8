"""False alarms that a person has looked at: reviewed.json, each with the condition it holds under and the reason.

An entry names an engine and its rule, at least one condition (regular expressions that "html", "message" or
"selector" of the finding must contain) and the reason. A doubt may name as its condition one of our own rules
("answered_by") that looks at the very thing: the doubt is answered where that rule has passed the same element. There
is no way to silence a rule as a whole: what does not meet the condition is found as before.
"""

import json
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from a11y_tests.engines.engine import EngineFinding
from a11y_tests.evaluation.outcome import Verdict

CONDITIONS = ("html", "message", "selector")


@dataclass(frozen=True)
class Alarm:
    """A known false alarm. Raises ValueError without a condition or a reason."""

    engine: str
    rule: str
    reason: str
    html: str = ""
    message: str = ""
    selector: str = ""
    answered_by: str = ""

    def __post_init__(self) -> None:
        if not self.reason or not any(getattr(self, condition) for condition in (*CONDITIONS, "answered_by")):
            raise ValueError(f"{self.engine} {self.rule}: a false alarm needs a condition and a reason")

    def covers(self, finding: EngineFinding, passed_by: Collection[str] = ()) -> bool:
        """Whether a finding is this false alarm. passed_by: our own rules that have passed the element."""
        if (finding.engine, finding.rule) != (self.engine, self.rule):
            return False
        if self.answered_by and (finding.verdict is not Verdict.CANT_TELL or self.answered_by not in passed_by):
            return False
        return all(re.search(getattr(self, one), getattr(finding, one)) for one in CONDITIONS)


def known_alarms() -> list[Alarm]:
    """The reviewed list."""
    text = Path(__file__).with_name("reviewed.json").read_text(encoding="utf-8")
    return [Alarm(**entry) for entry in json.loads(text)]


def reason_for(finding: EngineFinding, alarms: Sequence[Alarm], passed_by: Collection[str] = ()) -> str:
    """Why a finding is a false alarm; "" where it is not known as one. passed_by: see Alarm.covers()."""
    return next((alarm.reason for alarm in alarms if alarm.covers(finding, passed_by)), "")
