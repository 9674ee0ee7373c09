"""Topics and cards: what the library holds and everything else works on."""

from collections.abc import Mapping

from quizapp.cards.faced import Faced
from quizapp.cards.faces import Face, Frozen


class Place(Frozen):
    """Where a card stands: its file (an absolute path) and line, from 1; and where the one stands that it covers."""

    file: str
    line: int
    covers: "Place | None" = None


class Card(Faced, Frozen):
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
