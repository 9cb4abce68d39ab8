"""How a person wants the portal: how much time, how simple, how big, how much is said.

They are no secret, and no sign of who somebody is: who is not logged on keeps them in the browser.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from app.core.models import Citizen
from app.core.patience import PATIENCES


@dataclass(frozen=True)
class Preferences:
    """One person's settings; the defaults are the portal as it is for everybody.

    `patience`: by how much every time limit is longer (1, 2, 5 or 10). `simple`: easy words, one idea a line, only what
    the step needs. `big`: bigger controls and text. `short`: fields are not described when they are read aloud.
    """

    patience: int = 1
    simple: bool = False
    big: bool = False
    short: bool = False

    @classmethod
    def read(cls, stored: Any) -> "Preferences":
        """From what was kept. What cannot be right (an old or a foreign value) is the default."""
        if not isinstance(stored, Mapping):
            return cls()
        patience = stored.get("patience")
        wishes = {name: stored.get(name) is True for name in ("simple", "big", "short")}
        return cls(patience if patience in PATIENCES else 1, **wishes)

    def kept(self) -> dict[str, Any]:
        """As it is kept, in the account or in the browser."""
        return asdict(self)


def of_citizen(citizen: Citizen) -> Preferences | None:
    """What the citizen has saved in the account, or None where nothing was."""
    return Preferences.read(citizen.preferences) if citizen.preferences else None


def save(citizen: Citizen, wanted: Preferences) -> None:
    """Keep the settings in the account. The caller holds the citizen's row lock."""
    citizen.preferences = wanted.kept()
