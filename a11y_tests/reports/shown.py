"""Which pictures stand beside which findings in the report."""

from dataclasses import dataclass
from pathlib import Path

from a11y_tests.reports.groups import Group, Place, Thing
from a11y_tests.reports.pictures import MOST_OF_A_MESSAGE, Picture, Spot, spot_of

# Where what a screen reader is told is part of what is judged: names, roles, states, errors.
TOLD = frozenset(
    {"1.1.1", "1.3.1", "1.3.5", "2.4.2", "2.4.4", "2.4.6", "2.4.9", "2.4.10", "2.5.3", "3.1.2", "3.3.1", "3.3.2",
     "3.3.3", "4.1.2", "4.1.3"}
)  # fmt: skip


@dataclass(frozen=True)
class Shown:
    """The pictures of an evaluation, as the report asks for them."""

    folder: Path
    pictures: dict[Spot, Picture]

    def of(self, place: Place) -> Picture | None:
        """The picture of a place, where one was taken."""
        page = place.capture.id if place.capture else ""
        return self.pictures.get(spot_of(page, place.world, place.finding))

    def of_thing(self, thing: Thing) -> Picture | None:
        """The picture that was taken of a thing in one of its places."""
        return next((one for one in map(self.of, thing.places) if one), None)

    def own(self, place: Place) -> str:
        """The picture that the rule took itself, relative to the evaluation's folder; "" for none."""
        return place.screenshot if place.screenshot and (self.folder / place.screenshot).is_file() else ""

    def file_of(self, place: Place) -> str:
        """The picture's file, whoever took it; "" for none."""
        taken = self.of(place)
        return self.own(place) or (taken.file if taken else "")

    def in_group(self, group: Group) -> list[Picture]:
        """The pictures of what was found in the same words, each once."""
        found = {one.number: one for one in map(self.of, group.places) if one}
        return [found[number] for number in sorted(found)][:MOST_OF_A_MESSAGE]

    def is_told(self, group: Group, picture: Picture) -> bool:
        """Whether it belongs to the finding what a screen reader is told there."""
        return bool(picture.announced and TOLD & set(group.criteria))
