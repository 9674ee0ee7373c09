"""Topics written into the tables: of their cards those only that differ from what is there."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from hashlib import blake2b
from itertools import count
from typing import Any, NamedTuple

from pydantic_core import to_json
from sqlalchemy import Connection, func, select, update

from quizapp.cards.models import Card, Topic
from quizapp.cards.parse import READER
from quizapp.store.files.listing import listing_row, numbered, text_row
from quizapp.store.log.agreeing import agree
from quizapp.store.schema import tables
from quizapp.store.statements.many import having, put, remove
from quizapp.store.statements.portions import portions

_card, _listing, _topic = tables.card, tables.listing, tables.topic
_STATES = select(_card.c.id, _card.c.digest, _listing.c.number).select_from(
    _card.outerjoin(_listing, _listing.c.card == _card.c.id)
)


class _Wanted(NamedTuple):
    """A card as it is to be: its own number, and its row."""

    card: Card
    number: int
    row: dict[str, Any]

    @property
    def state(self) -> tuple[str, int | None]:
        """What tells it from what is there."""
        return self.row["digest"], self.number


def write_topics(connection: Connection, names: Sequence[str], topics: Sequence[Topic], now: datetime) -> None:
    """Brings the topics of these names up to date; `topics` are those of them that there are.

    A card that none of them has any more is archived. One that is as it was is left alone: a card added to a thousand
    others is one row in each table, not a thousand.
    """
    numbers = _put_topics(connection, names, topics)
    wanted = (
        _Wanted(card, number, _card_row(card))
        for topic in topics
        for card, number in numbered(numbers[topic.id], topic.cards)
    )
    before = _states(connection, names)
    differing = [one for one in wanted if before.pop(one.card.id, None) != one.state]
    _archive(connection, list(before), now)
    remove(connection, _card, _card.c.id, [one.card.id for one in differing])
    for some in portions(differing):
        put(connection, _card, [one.row for one in some])
        put(connection, _listing, [listing_row(one.card, one.number) for one in some])
        put(connection, tables.listing_text, [text_row(one.card, one.number) for one in some])
    agree(connection, names)


def _put_topics(connection: Connection, names: Sequence[str], topics: Iterable[Topic]) -> dict[str, int]:
    """Writes topics without their cards; the numbers of all that have these names."""
    numbers = {
        row.id: row.number for row in having(connection, select(_topic.c.id, _topic.c.number), _topic.c.id, names)
    }
    fresh = count(connection.execute(select(func.coalesce(func.max(_topic.c.number), 0) + 1)).scalar_one())
    rows = [
        {"id": topic.id, "deck": topic.deck, "content": topic.model_dump_json(exclude={"cards"})} for topic in topics
    ]
    for row in rows:
        if row["id"] in numbers:
            connection.execute(update(_topic).where(_topic.c.id == row["id"]).values(row))
    added = [row | {"number": next(fresh)} for row in rows if row["id"] not in numbers]
    put(connection, _topic, added)
    return numbers | {row["id"]: row["number"] for row in added}


def _states(connection: Connection, topics: Sequence[str]) -> dict[str, tuple[str, int | None]]:
    """What tells the cards in use of these topics from others, by their ids."""
    in_use = _STATES.where(_card.c.archived_at.is_(None))
    return {row.id: (row.digest, row.number) for row in having(connection, in_use, _card.c.topic, topics)}


def _archive(connection: Connection, cards: Sequence[str], now: datetime) -> None:
    remove(connection, _listing, _listing.c.card, cards)
    for some in portions(cards):
        connection.execute(update(_card).where(_card.c.id.in_(some)).values(archived_at=now))


def _card_row(card: Card) -> dict[str, Any]:
    content = to_json(card)
    place = next(iter(card.places.values()))
    return {
        "id": card.id,
        "topic": card.topic,
        "deck": card.deck,
        "kind": card.kind,
        "languages": list(card.faces),
        "position": card.position,
        "family": card.family,
        "tags": list(card.tags),
        "content": content.decode(),
        # Another reader may make other rows of the same card.
        "digest": blake2b(b"%d %b" % (READER, content), digest_size=16).hexdigest(),
        "file": place.file,
        "line": place.line,
        "archived_at": None,
    }
