"""Topics and cards: what the library holds and everything else works on."""

from collections.abc import Mapping

from quizapp.cards.faces import Face, Frozen, Kind
from quizapp.language import EVERY

BACKWARDS = "~reverse"


class Place(Frozen):
    """Where a card stands: its file (an absolute path) and line, from 1; and where the one stands that it covers."""

    file: str
    line: int
    covers: "Place | None" = None


class Card(Frozen):
    """One thing to be asked: an id that never changes, and a face in each language it is written in.

    `faces` and `places` are keyed by language (`en`, `zh`, or `every` for a file without a language).
    """

    id: str
    topic: str
    deck: str
    position: int
    tags: tuple[str, ...] = ()
    faces: Mapping[str, Face]
    places: Mapping[str, Place]

    @property
    def kind(self) -> Kind:
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

    def face(self, wanted: str) -> Face:
        """The face in the wanted language, or in another where it has none."""
        return self.faces[self.language(wanted)]

    def place(self, wanted: str) -> Place:
        """Where that face stands."""
        return self.places[self.language(wanted)]


class Topic(Frozen):
    """Cards about one thing, with notes. `titles` and `notes` are keyed by language, like a card's faces."""

    id: str
    deck: str
    titles: Mapping[str, str]
    notes: Mapping[str, str]
    tags: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    covers: Mapping[str, str] = {}
    cards: tuple[Card, ...] = ()


class Deck(Frozen):
    """A folder of topics. `order` sorts decks; `titles` is keyed by language.

    `topics` come first in the deck and in this order, all others after them by their ids.
    """

    id: str
    order: int
    titles: Mapping[str, str]
    topics: tuple[str, ...] = ()


def in_language(texts: Mapping[str, str], wanted: str, otherwise: str = "") -> str:
    """The text in the wanted language, else in every or any language, else `otherwise`."""
    for language in (wanted, EVERY, *texts):
        if texts.get(language):
            return texts[language]
    return otherwise
