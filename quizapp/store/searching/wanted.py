"""What is looked for among the cards: a search and the order of what it finds, as values. All texts are folded."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum


class Field(StrEnum):
    """Where a word is looked for; TEXT is all that a card says, its id included."""

    TEXT = "text"
    DECK = "deck"
    TOPIC = "topic"
    TAG = "tag"
    KIND = "kind"
    ID = "id"
    IS = "is"


class State(StrEnum):
    """What `is:` asks for; EDITED is the learner's own copy of a card that another file has as well."""

    DUE = "due"
    NEW = "new"
    SUSPENDED = "suspended"
    BURIED = "buried"
    LEECH = "leech"
    EDITED = "edited"


class Column(StrEnum):
    """What cards are sorted by; PLACE is the order of the decks, their topics and the cards in them."""

    PLACE = "place"
    ID = "id"
    KIND = "kind"
    TITLE = "title"
    DUE = "due"
    INTERVAL = "interval"
    EASINESS = "easiness"
    LAPSES = "lapses"
    TAGS = "tags"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a search: found anywhere in its field, or, negated, nowhere. For `IS` it is one of State's.

    One that is `exact` is all of the field: a deck's whole name, one whole tag.
    """

    field: Field
    text: str
    negated: bool = False
    exact: bool = False

    def is_found_in(self, text: str) -> bool:
        """True if it is found in this text, or is all of it; minus signs aside."""
        return self.text == folded(text) if self.exact else self.text in folded(text)


@dataclass(frozen=True, slots=True)
class Query:
    """A search: cards must match all words. Without words it finds every card."""

    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """How what was found is sorted. Cards that have nothing in the column come last, whichever way it is sorted.

    Ties are in the decks' order. `language` is that of the titles.
    """

    column: Column = Column.PLACE
    reverse: bool = False
    language: str = "en"


def folded(text: str) -> str:
    """A text as searches compare it: full-width and half-width, capital and small letters are the same.

    NUL, which ends a text for SQLite and is none for PostgreSQL, is the picture that cards have in its place.
    """
    return unicodedata.normalize("NFKC", text).casefold().replace("\0", "␀")
