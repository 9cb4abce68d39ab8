"""Ways to stop what moves or changes by itself."""

import re

from a11y_tests.evaluation.subject import Subject

_STOPS = re.compile(
    r"\b(?:pause|stop|halt|hide|freeze|disable|turn off|slower|sæt på pause|stands|skjul|frys|slå fra)\b", re.IGNORECASE
)
_ROLES = frozenset({"button", "switch", "link", "checkbox"})


def can_be_stopped(subject: Subject) -> bool:
    """Whether a control that can be seen sounds as if it stopped something."""
    elements = subject.snapshot.own
    return any(one.role in _ROLES and one.is_visible and _STOPS.search(one.accessible_name) for one in elements)
