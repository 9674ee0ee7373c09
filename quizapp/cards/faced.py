"""A card's faces by language, whatever they are made of. A module of its own: the models take long to import."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from quizapp.cards.backwards import BACKWARDS
from quizapp.language import EVERY

if TYPE_CHECKING:
    from quizapp.cards.faces import Face, Kind
    from quizapp.cards.models import Place


class Faced:
    """What has an id, and a face and a place in each language it is written in."""

    if TYPE_CHECKING:
        id: str
        faces: Mapping[str, Face]
        places: Mapping[str, Place]

    @property
    def kind(self) -> "Kind":
        """The kind, the same in every language."""
        return next(iter(self.faces.values())).kind

    @property
    def edited(self) -> bool:
        """True if it covers another file's card of the same id: the learner's own copy."""
        return any(place.covers for place in self.places.values())

    @property
    def family(self) -> str:
        """What siblings have in common: a card and its reverse are not asked on one day."""
        return self.id.removesuffix(BACKWARDS)

    def language(self, wanted: str) -> str:
        """The language in which the card can be shown: the wanted one if it has it, else another."""
        return next(language for language in (wanted, EVERY, *self.faces) if language in self.faces)

    def face(self, wanted: str) -> "Face":
        """The face in the wanted language, or in another where it has none."""
        return self.faces[self.language(wanted)]

    def place(self, wanted: str) -> "Place":
        """Where that face stands."""
        return self.places[self.language(wanted)]
