"""A collection as Anki keeps it, as plain values.

From Anki's source: rslib/src/storage/schema11.sql and the upgrades after it, notetypes.proto and decks.proto.
Up to schema 14 note types and decks are JSON in `col`; from 15 on they have tables, whose configuration is protobuf.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from quizapp.exchange.anki.database import Database, whole, words

_FLAG = 0b111
_FIELD_END = "\x1f"


@dataclass(frozen=True, slots=True)
class Template:
    """What a card of a note type shows: HTML with `{{fields}}` in it. `number` counts from 0."""

    number: int
    front: str
    back: str


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its name, its fields in order, its templates; is it one of cloze deletions?"""

    name: str
    fields: tuple[str, ...]
    templates: Mapping[int, Template]
    is_cloze: bool = False
    is_occlusion: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """A row of `cards`, named as there; `changed` is in seconds."""

    note: int
    id: int
    deck: int
    number: int
    type: int
    queue: int
    due: int
    interval: int
    factor: int
    reps: int
    lapses: int
    original_due: int
    original_deck: int
    changed: int
    flags: int = 0

    @property
    def is_flagged(self) -> bool:
        """True if it has a coloured flag."""
        return bool(self.flags & _FLAG)

    @property
    def home(self) -> int:
        """Its deck, out of a filtered one."""
        return self.original_deck or self.deck


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A row of `notes`."""

    id: int
    guid: str
    type: int
    tags: tuple[str, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """A row of `revlog`, named as there; its id is the instant in milliseconds."""

    id: int
    ease: int
    milliseconds: int
    type: int
    factor: int


@dataclass(frozen=True, slots=True)
class Settings:
    """When the collection was made (seconds) and last changed (milliseconds), and what its days and scheduler are."""

    created: int = 0
    changed: int = 0
    minutes_west: int | None = None
    rollover: int | None = None
    scheduler: int = 1


@dataclass(slots=True)
class Collection:
    """All of it but the notes, which are read one by one."""

    database: Database
    settings: Settings = Settings()
    types: dict[int, NoteType] = field(default_factory=dict)
    decks: dict[int, tuple[str, ...]] = field(default_factory=dict)
    cards: dict[int, list[Card]] = field(default_factory=dict)
    answers: dict[int, list[Answer]] = field(default_factory=dict)

    def notes(self) -> Iterator[AnkiNote]:
        """The notes in the order in which they were made."""
        for id_, guid, type_, tags, values in self.database.rows("notes", "id, guid, mid, tags, flds", "id"):
            parts = tuple(words(values).split(_FIELD_END))
            yield AnkiNote(whole(id_), words(guid), whole(type_), tuple(words(tags).split()), parts)
