"""What the demo country knows about a person, clear passwords and all: nobody here is real."""

from dataclasses import dataclass, field
from typing import Any, Literal

from app.migration.directory_fields import LegacyCard

FactorKind = Literal["code_card", "authenticator_app", "security_key", "audio_code", "code_device"]
Status = Literal["active", "locked", "blocked", "awaiting_activation"]


@dataclass(frozen=True, slots=True)
class NewEid:
    """The new eID of a citizen who has crossed: factors are described in docs/legacy-directory.md."""

    user_id: str
    password: str
    factors: list[dict[str, Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A citizen with a name and a need that the tests know by key; ids and passwords never change."""

    key: str
    given_name: str
    family_name: str
    cpr: str
    nemid_number: str
    password: str
    need: str
    factor: FactorKind
    user_id: str | None = None
    password_kind: Literal["A", "B"] = "A"
    language: Literal["da", "en"] = "da"
    status: Status = "active"
    name_protected: bool = False
    email: str | None = None
    mobile: str | None = None
    unused_keys: int = 112
    new: NewEid | None = None

    @property
    def crossed(self) -> bool:
        """Whether the persona already has the new eID when the demo begins."""
        return self.new is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoCitizen:
    """One line of the demo directory with its clear password; persona is None for all but the named ones."""

    nemid_number: str
    cpr: str
    user_id: str | None
    password: str
    password_kind: Literal["A", "B"]
    given_name: str
    family_name: str
    name_protected: bool
    status: Status
    language: Literal["da", "en"]
    card: LegacyCard = field(repr=False)
    persona: Persona | None = None

    @property
    def name(self) -> str:
        """The whole name, which may be a single word."""
        return f"{self.given_name} {self.family_name}".strip()

    @property
    def crossed(self) -> bool:
        """Whether the citizen already has the new eID when the demo begins."""
        return self.persona is not None and self.persona.crossed
