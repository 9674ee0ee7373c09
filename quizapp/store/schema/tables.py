"""The tables. Rows never leave the store: the rest of the program gets values.

Statements are built on the tables themselves: the ORM takes long to import, and more than twice as long for an answer.
"""

from functools import partial
from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    ForeignKey,
    Index,
    MetaData,
    SmallInteger,
    Table,
    event,
    false,
    text,
)

from quizapp.store.schema.types import TEXT, WHOLE, Instant, Json

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
"""All tables; constraints are named, so that migrations can speak of them."""
LAST = 1_000_000
"""The place of a topic that its deck does not list: after all that it does."""
ROOM = 1 << 32
"""So many numbers each topic has for its cards: more than there are."""
LENDS = text("""part LIKE '%"of":"%'""")
"""True of a file that puts cards into another topic; said in a statement as it is said here, it finds its index."""
_IS_UNDO = text("undoes IS NOT NULL")
_LENDING = Index("ix_source_file_lends", "topic", sqlite_where=LENDS)
_UNDOES = Index("ix_log_undoes", "undoes", sqlite_where=_IS_UNDO)
_held: Any = partial(Column, nullable=False)
"""A column that is never NULL."""

source_file = Table(
    "source_file",
    METADATA,
    Column("path", TEXT, primary_key=True),
    _held("root", TEXT),
    _held("deck", TEXT),
    _held("topic", TEXT, index=True),
    _held("size", WHOLE),
    _held("changed", WHOLE),
    _held("digest", TEXT),
    _held("reader", WHOLE, doc="the version of the parser that read it"),
    _held("part", TEXT, doc="cards.parts.FilePart as JSON"),
    _LENDING,
)
"""A card file as it was last read. `size` and `changed` tell at a glance, `digest` for sure, if it still is."""

fault = Table(
    "fault",
    METADATA,
    Column("id", WHOLE, primary_key=True),
    _held("file", TEXT, index=True),
    _held("line", WHOLE),
    _held("column", WHOLE),
    _held("what", TEXT),
    _held("mend", TEXT),
    _held("note", Boolean),
)
"""A fault of a card file, as it was last told."""

deck = Table(
    "deck",
    METADATA,
    Column("id", TEXT, primary_key=True),
    _held("position", WHOLE),
    _held("titles", Json),
    Index("ix_deck_order", "position", "id", unique=True),
)
"""A deck."""

topic = Table(
    "topic",
    METADATA,
    Column("id", TEXT, primary_key=True),
    _held("deck", TEXT, ForeignKey("deck.id")),
    _held("content", TEXT, doc="cards.models.Topic as JSON, its cards left out"),
    _held("position", WHOLE, server_default=str(LAST), doc="its place in the deck's own list of topics"),
    _held("number", WHOLE, server_default="0", doc="its own; its cards have theirs from `ROOM` times it"),
    Index("ix_topic_order", "deck", "position", "id", unique=True),
)
"""A topic without its cards."""

card = Table(
    "card",
    METADATA,
    Column("id", TEXT, primary_key=True),
    _held("topic", TEXT, ForeignKey("topic.id"), index=True),
    _held("deck", TEXT),
    _held("kind", TEXT),
    _held("languages", Json),
    _held("position", WHOLE),
    _held("family", TEXT),
    _held("tags", Json),
    _held("content", TEXT, doc="cards.models.Card as JSON"),
    _held("digest", TEXT),
    _held("file", TEXT),
    _held("line", WHOLE),
    Column("archived_at", Instant),
    _held("begun", Boolean, server_default=false()),
    Index("ix_card_order", "archived_at", "deck", "begun", "topic", "position"),
)
"""A card. One whose text vanished is archived, never deleted.

`begun` says what the schedule says, that it was answered before: so that new ones are found though most are not.
"""

listing = Table(
    "listing",
    METADATA,
    Column("number", WHOLE, primary_key=True, autoincrement=False),
    _held("card", TEXT, ForeignKey("card.id", ondelete="CASCADE"), unique=True),
    _held("kind", TEXT),
    _held("titles", Json, doc="by language"),
    _held("edited", Boolean, doc="covers another file's card"),
    _held("id_folded", TEXT),
    _held("deck_folded", TEXT),
    _held("topic_folded", TEXT),
    _held("tags_folded", TEXT),
)
"""A card in use, as lists show it, and what searches ask of it but for its text.

Numbers are in the order of a topic's cards, so that a search that goes from topic to topic has nothing to sort.
What is `folded` is as `wanted.folded` makes it; tags stand one a line.
"""

listing_text = Table(
    "listing_text",
    METADATA,
    Column("number", WHOLE, ForeignKey("listing.number", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    _held("card", TEXT),
    _held("folded", TEXT, doc="all that it says in every language, and its id"),
)
"""The text of such a card, beside nothing else: most searches read all of this table, and no other."""

log = Table(
    "log",
    METADATA,
    Column("uuid", TEXT, primary_key=True),
    _held("card", TEXT),
    _held("at", Instant),
    _held("day", Date, doc="the learner's day, where the learner was"),
    _held("what", TEXT),
    Column("grade", SmallInteger),
    Column("undoes", TEXT),
    Column("milliseconds", WHOLE),
    _held("answered", Json),
    _held("device", TEXT),
    CheckConstraint("grade BETWEEN 0 AND 5", name="ck_log_grade"),  # twice prefixed, as the first migration did it
    CheckConstraint("(what = 'undo') = (undoes IS NOT NULL)", name="ck_log_undoes"),
    Index("ix_log_card_at", "card", "at"),
    Index("ix_log_day", "day", "at", "what", "milliseconds"),
    _UNDOES,
)
"""What happened: appended, never changed or removed.

`card` refers to no table: the log outlives cards, and may come from a machine that has others.
"""

schedule = Table(
    "schedule",
    METADATA,
    Column("card", TEXT, primary_key=True),
    Column("due", Date),
    _held("interval", WHOLE, doc="days"),
    _held("easiness", WHOLE, doc="hundredths"),
    _held("repetitions", WHOLE),
    _held("lapses", WHOLE),
    _held("unsettled", Boolean),
    _held("suspended", Boolean),
    Column("buried_until", Date),
    Column("introduced", Date),
    Column("answered", Date),
    Column("last", Instant),
    Column("deck", TEXT),
    Column("topic", TEXT),
    Column("family", TEXT),
    Index("ix_schedule_due", "due", "interval", "deck", "suspended", "buried_until", "answered", "card", "family"),
)
"""Where a card stands: the fold of its rows of the log, kept so that it need not be folded again.

`deck`, `topic` and `family` are the card's, so that what waits is counted without the cards, whose rows are a
hundred times as large. `deck` and `topic` are NULL where the card is not in use, `family` where it never was there.
"""

counts = Table(
    "counts",
    METADATA,
    Column("turn", WHOLE, primary_key=True, autoincrement=False, doc="how often all was forgotten"),
    _held("rows", WHOLE, doc="of the log, counted in it"),
    _held("basis", TEXT, doc="what it was counted by"),
    _held("counts", TEXT, doc="study.statistics.keeping as JSON"),
)
"""What was counted of the log for statistics; one row, or none: see `quizapp.store.counting.kept`."""

setting = Table(
    "setting",
    METADATA,
    Column("key", TEXT, primary_key=True),
    _held("value", Json),
)
"""A choice made in the interface."""


@event.listens_for(METADATA, "before_create")
def _on_a_server(_all: MetaData, connection: Connection, **_: object) -> None:
    """Said where the indexes are made, the same of PostgreSQL imports its dialect everywhere."""
    if connection.dialect.name == "postgresql":
        for index in (_LENDING, _UNDOES):
            index.dialect_options["postgresql"]["where"] = index.dialect_options["sqlite"]["where"]
