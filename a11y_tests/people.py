"""The demo citizens, handed out so that nobody is asked to cross twice.

A persona is lent once; whoever asks for the same need again gets an ordinary citizen in the persona's place, with
the same factor, telephone and e-mail.
"""

from dataclasses import dataclass, replace
from typing import Any

ENOUGH_KEYS = 30


@dataclass(frozen=True)
class Person:
    """A demo citizen, as docs/legacy-directory.md describes one. `stands_in`: an ordinary one in a persona's place."""

    key: str
    name: str
    cpr: str
    factor: str
    email: str | None
    mobile: str | None
    old: dict[str, Any]
    new: dict[str, Any] | None
    stands_in: bool = False

    @property
    def old_user_id(self) -> str:
        """What this person types to log on with the old scheme."""
        return self.old["user_id"] or self.old["nemid_number"]

    def new_factor(self, kind: str) -> dict[str, Any]:
        """One of the factors of somebody who has crossed. Raises StopIteration where there is none of the kind."""
        assert self.new is not None
        return next(factor for factor in self.new["factors"] if factor["kind"] == kind)


class People:
    """All demo citizens of one portal."""

    def __init__(self, citizens: list[dict[str, Any]], part: int = 0, parts: int = 1) -> None:
        """All of them; or, where several testers work side by side, the part of one: the personas are with the first,
        and the ordinary citizens are dealt out evenly."""
        self._personas = {one["key"]: _person(one) for one in citizens if one["key"]}
        self._lent: set[str] = set(self._personas) if part else set()
        self._ordinary = [_person(one) for one in citizens if _can_stand_in(one)][part::parts]

    def __getitem__(self, key: str) -> Person:
        """A persona to look at, or to fail with: whoever crosses must be taken."""
        return self._personas[key]

    def take(self, key: str) -> Person:
        """The persona, or an ordinary citizen with the same need. Raises StopIteration when all have been lent."""
        persona = self._personas[key]
        if key not in self._lent:
            self._lent.add(key)
            return persona
        return _in_place_of(persona, self._next())

    def _next(self) -> Person:
        if not self._ordinary:
            raise StopIteration("all citizens of the demo have been lent: it needs more (--count)")
        return self._ordinary.pop(0)

    def take_longest_named(self, key: str) -> Person:
        """An ordinary citizen with this persona's need, and the longest name of all who are left."""
        longest = max(self._ordinary, key=lambda one: len(one.name))
        self._ordinary.remove(longest)
        return _in_place_of(self._personas[key], longest)


def _in_place_of(persona: Person, ordinary: Person) -> Person:
    own = {name: getattr(persona, name) for name in ("key", "factor", "email", "mobile")}
    return replace(ordinary, **own, stands_in=True)


def _can_stand_in(citizen: dict[str, Any]) -> bool:
    left = len(citizen["old"]["keys"]) - len(citizen["old"]["used"])
    return not citizen["key"] and citizen["status"] == "active" and left >= ENOUGH_KEYS


def _person(citizen: dict[str, Any]) -> Person:
    return Person(
        key=citizen["key"] or "",
        name=citizen["name"],
        cpr=citizen["cpr"],
        factor=citizen["factor"] or "",
        email=citizen["contact"]["email"],
        mobile=citizen["contact"]["mobile"],
        old=citizen["old"],
        new=citizen["new"],
    )
