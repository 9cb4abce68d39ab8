"""Assurance levels after NSIS and eIDAS: what a set of proofs is worth.

The level of a log-on is the lowest of the identity's level (how well the person was proven, IAL) and the
authenticators' level (AAL).
"""

from enum import IntEnum


class Level(IntEnum):
    """Low < Substantial < High."""

    NONE = 0
    LOW = 1
    SUBSTANTIAL = 2
    HIGH = 3

    @classmethod
    def parse(cls, text: str) -> "Level":
        """Read `Low`, `…/nsis/Low` or `…/nsis/loa/Low` (OIOSAML and OIDC brokers differ). Raises ValueError."""
        prefixes = ("https://data.gov.dk/concept/core/nsis/loa/", "https://data.gov.dk/concept/core/nsis/")
        bare = next((text.removeprefix(prefix) for prefix in prefixes if text.startswith(prefix)), text)
        for level in (cls.LOW, cls.SUBSTANTIAL, cls.HIGH):
            if bare == level.name.capitalize():
                return level
        raise ValueError(f"unknown assurance level: {text[:80]!r}")

    @property
    def term(self) -> str:
        """The word used in protocols: Low, Substantial or High."""
        return self.name.capitalize()


def reached(identity: Level, authenticators: Level) -> Level:
    """The level of a log-on: the weaker of the two."""
    return min(identity, authenticators)
