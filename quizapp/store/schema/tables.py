"""The tables. Rows never leave the store: the rest of the program gets values."""

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import Boolean, CheckConstraint, ForeignKey, Index, MetaData, SmallInteger, Table, false, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from quizapp.store.schema.types import TEXT, WHOLE, Instant, Json

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


_IS_UNDO = text("undoes IS NOT NULL")
LAST = 1_000_000
"""The place of a topic that its deck does not list: after all that it does."""
ROOM = 1 << 32
"""So many numbers each topic has for its cards: more than there are."""


class Base(DeclarativeBase):
    """All tables; constraints are named, so that migrations can speak of them."""

    metadata = MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant,
        str: TEXT,
        int: WHOLE,
        dict[str, Any]: Json,
        list[str]: Json,
    }


class SourceFile(Base):
    """A card file as it was last read. `size` and `changed` tell at a glance, `digest` for sure, if it still is."""

    __tablename__ = "source_file"

    path: Mapped[str] = mapped_column(primary_key=True)
    root: Mapped[str]
    deck: Mapped[str]
    topic: Mapped[str] = mapped_column(index=True)
    size: Mapped[int]
    changed: Mapped[int]
    digest: Mapped[str]
    reader: Mapped[int] = mapped_column(doc="the version of the parser that read it")
    part: Mapped[str] = mapped_column(doc="cards.parts.FilePart as JSON")


class FaultRow(Base):
    """A fault of a card file, as it was last told."""

    __tablename__ = "fault"

    id: Mapped[int] = mapped_column(primary_key=True)
    file: Mapped[str] = mapped_column(index=True)
    line: Mapped[int]
    column: Mapped[int]
    what: Mapped[str]
    mend: Mapped[str]
    note: Mapped[bool]


class DeckRow(Base):
    """A deck."""

    __tablename__ = "deck"
    __table_args__ = (Index("ix_deck_order", "position", "id", unique=True),)

    id: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int]
    titles: Mapped[dict[str, Any]]


class TopicRow(Base):
    """A topic without its cards."""

    __tablename__ = "topic"
    __table_args__ = (Index("ix_topic_order", "deck", "position", "id", unique=True),)

    id: Mapped[str] = mapped_column(primary_key=True)
    deck: Mapped[str] = mapped_column(ForeignKey("deck.id"))
    content: Mapped[str] = mapped_column(doc="cards.models.Topic as JSON, its cards left out")
    position: Mapped[int] = mapped_column(server_default=str(LAST), doc="its place in the deck's own list of topics")
    number: Mapped[int] = mapped_column(server_default="0", doc="its own; its cards have theirs from `ROOM` times it")


class CardRow(Base):
    """A card. One whose text vanished is archived, never deleted.

    `begun` says what the schedule says, that it was answered before: so that new ones are found though most are not.
    """

    __tablename__ = "card"
    __table_args__ = (Index("ix_card_order", "archived_at", "deck", "begun", "topic", "position"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    topic: Mapped[str] = mapped_column(ForeignKey("topic.id"), index=True)
    deck: Mapped[str]
    kind: Mapped[str]
    languages: Mapped[list[str]]
    position: Mapped[int]
    family: Mapped[str]
    tags: Mapped[list[str]]
    content: Mapped[str] = mapped_column(doc="cards.models.Card as JSON")
    digest: Mapped[str]
    file: Mapped[str]
    line: Mapped[int]
    archived_at: Mapped[datetime | None]
    begun: Mapped[bool] = mapped_column(Boolean, server_default=false())


class ListingRow(Base):
    """A card in use, as lists show it, and what searches ask of it but for its text.

    Numbers are in the order of a topic's cards, so that a search that goes from topic to topic has nothing to sort.
    What is `folded` is as `wanted.folded` makes it; tags stand one a line.
    """

    __tablename__ = "listing"

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    card: Mapped[str] = mapped_column(ForeignKey("card.id", ondelete="CASCADE"), unique=True)
    kind: Mapped[str]
    titles: Mapped[dict[str, Any]] = mapped_column(doc="by language")
    edited: Mapped[bool] = mapped_column(Boolean, doc="covers another file's card")
    id_folded: Mapped[str]
    deck_folded: Mapped[str]
    topic_folded: Mapped[str]
    tags_folded: Mapped[str]


class ListingText(Base):
    """The text of such a card, beside nothing else: most searches read all of this table, and no other."""

    __tablename__ = "listing_text"

    number: Mapped[int] = mapped_column(
        ForeignKey("listing.number", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    card: Mapped[str]
    folded: Mapped[str] = mapped_column(doc="all that it says in every language, and its id")


class LogRecord(Base):
    """What happened: appended, never changed or removed.

    `card` refers to no table: the log outlives cards, and may come from a machine that has others.
    """

    __tablename__ = "log"
    __table_args__ = (
        CheckConstraint("grade BETWEEN 0 AND 5", name="ck_log_grade"),  # twice prefixed, as the first migration did it
        CheckConstraint("(what = 'undo') = (undoes IS NOT NULL)", name="ck_log_undoes"),
        Index("ix_log_card_at", "card", "at"),
        Index("ix_log_day", "day", "at", "what", "milliseconds"),
        Index("ix_log_undoes", "undoes", sqlite_where=_IS_UNDO, postgresql_where=_IS_UNDO),
    )

    uuid: Mapped[str] = mapped_column(primary_key=True)
    card: Mapped[str]
    at: Mapped[datetime]
    day: Mapped[date] = mapped_column(doc="the learner's day, where the learner was")
    what: Mapped[str]
    grade: Mapped[int | None] = mapped_column(SmallInteger)
    undoes: Mapped[str | None]
    milliseconds: Mapped[int | None]
    answered: Mapped[dict[str, Any]]
    device: Mapped[str]


class ScheduleRow(Base):
    """Where a card stands: the fold of its rows of the log, kept so that it need not be folded again.

    `deck`, `topic` and `family` are the card's, so that what waits is counted without the cards, whose rows are a
    hundred times as large. `deck` and `topic` are NULL where the card is not in use, `family` where it never was there.
    """

    __tablename__ = "schedule"
    __table_args__ = (
        Index("ix_schedule_due", "due", "interval", "deck", "suspended", "buried_until", "answered", "card", "family"),
    )

    card: Mapped[str] = mapped_column(primary_key=True)
    due: Mapped[date | None]
    interval: Mapped[int] = mapped_column(doc="days")
    easiness: Mapped[int] = mapped_column(doc="hundredths")
    repetitions: Mapped[int]
    lapses: Mapped[int]
    unsettled: Mapped[bool] = mapped_column(Boolean)
    suspended: Mapped[bool] = mapped_column(Boolean)
    buried_until: Mapped[date | None]
    introduced: Mapped[date | None]
    answered: Mapped[date | None] = mapped_column(index=True)
    last: Mapped[datetime | None]
    deck: Mapped[str | None]
    topic: Mapped[str | None]
    family: Mapped[str | None]


class CountsRow(Base):
    """What was counted of the log for statistics; one row, or none: see `quizapp.store.counting.kept`."""

    __tablename__ = "counts"

    turn: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, doc="how often all was forgotten")
    rows: Mapped[int] = mapped_column(doc="of the log, counted in it")
    basis: Mapped[str] = mapped_column(doc="what it was counted by")
    counts: Mapped[str] = mapped_column(doc="study.statistics.keeping as JSON")


class SettingRow(Base):
    """A choice made in the interface."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(Json)


def _table(model: type[Base]) -> Table:
    assert isinstance(model.__table__, Table)
    return model.__table__


# Statements are built on the tables themselves: on the path of an answer the ORM takes 1.0 ms, Core 0.4.
source_file = _table(SourceFile)
fault = _table(FaultRow)
deck = _table(DeckRow)
topic = _table(TopicRow)
card = _table(CardRow)
listing = _table(ListingRow)
listing_text = _table(ListingText)
log = _table(LogRecord)
schedule = _table(ScheduleRow)
counts = _table(CountsRow)
setting = _table(SettingRow)
