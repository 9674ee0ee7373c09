"""Topics written into the tables: of their cards those only that differ from what is there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from hashlib import blake2b
from itertools import count

from pydantic_core import to_json
from sqlalchemy import Connection, bindparam, func, select, update

from quizapp.cards.models import Card, Topic
from quizapp.cards.parse import READER
from quizapp.store.files.listing import Columns, listing_row, numbered, text_row
from quizapp.store.log.agreeing import agree
from quizapp.store.schema import tables
from quizapp.store.statements.among import Among
from quizapp.store.statements.many import put, put_columns, remove
from quizapp.store.statements.portions import portions
from quizapp.store.statements.prepared import Prepared

_card, _listing, _topic = tables.card, tables.listing, tables.topic
_TOPICS = Among(select(_topic.c.id, _topic.c.number, _topic.c.deck, _topic.c.content), _topic.c.id)
# One topic at a time: asked for several, SQLite goes through all cards in use.
_STATES = Prepared(
    select(_card.c.id, _card.c.digest, _listing.c.number)
    .select_from(_card.outerjoin(_listing, _listing.c.card == _card.c.id))
    .where(_card.c.topic == bindparam("of"), _card.c.archived_at.is_(None))
)
_State = tuple[str, int | None]
"""What tells a card from what is there: its digest, and its own number."""


def write_topics(connection: Connection, names: Sequence[str], topics: Sequence[Topic], now: datetime) -> None:
    """Brings the topics of these names up to date; `topics` are those of them that there are.

    A card that none of them has any more is archived. One that is as it was is left alone: a card added to a thousand
    others is one row in each table, not a thousand.
    """
    numbers = _put_topics(connection, names, topics)
    before = _states(connection, names)
    differing = list(_differing(topics, numbers, before))
    changed = [card.id for card, _number, _row in differing]
    _archive(connection, list(before), now)
    remove(connection, _card, _card.c.id, changed)
    for some in portions(differing):
        put_columns(connection, _card, [row for _card, _number, row in some])
        put_columns(connection, _listing, [listing_row(card, number) for card, number, _row in some])
        put_columns(connection, tables.listing_text, [text_row(card, number) for card, number, _row in some])
    agree(connection, [*changed, *before])


def _differing(
    topics: Sequence[Topic], numbers: Mapping[str, int], before: dict[str, _State]
) -> Iterator[tuple[Card, int, Columns]]:
    """The cards that are other than `before`, their own numbers and their rows. What is left there is gone."""
    for topic in topics:
        for card, number in numbered(numbers[topic.id], topic.cards):
            content, digest = _content(card)
            if before.pop(card.id, None) != (digest, number):
                yield card, number, _card_row(card, content, digest)


def _put_topics(connection: Connection, names: Sequence[str], topics: Iterable[Topic]) -> dict[str, int]:
    """Writes topics without their cards, where they are other than they were; the numbers of all of these names."""
    there = {id_: known for id_, *known in _TOPICS.rows(connection, names)}
    rows = [
        {"id": topic.id, "deck": topic.deck, "content": topic.model_dump_json(exclude={"cards"})} for topic in topics
    ]
    added = [row for row in rows if row["id"] not in there]
    for row in rows:
        if row["id"] in there and there[row["id"]][1:] != [row["deck"], row["content"]]:
            connection.execute(update(_topic).where(_topic.c.id == row["id"]).values(row))
    if added:
        fresh = count(connection.execute(select(func.coalesce(func.max(_topic.c.number), 0) + 1)).scalar_one())
        added = [row | {"number": next(fresh)} for row in added]
        put(connection, _topic, added)
    return {id_: number for id_, (number, *_said) in there.items()} | {row["id"]: row["number"] for row in added}


def _states(connection: Connection, topics: Sequence[str]) -> dict[str, _State]:
    """What tells the cards in use of these topics from others, by their ids."""
    return {id_: (digest, number) for topic in topics for id_, digest, number in _STATES.plainly(connection, of=topic)}


def _archive(connection: Connection, cards: Sequence[str], now: datetime) -> None:
    remove(connection, _listing, _listing.c.card, cards)
    for some in portions(cards):
        connection.execute(update(_card).where(_card.c.id.in_(some)).values(archived_at=now))


def _content(card: Card) -> tuple[bytes, str]:
    """The card as JSON, and a digest of it: of its fields, which takes a third less than of the model that they are."""
    content = to_json(vars(card))
    # Another reader may make other rows of the same card.
    return content, blake2b(b"%d %b" % (READER, content), digest_size=16).hexdigest()


def _card_row(card: Card, content: bytes, digest: str) -> Columns:
    languages, tags = _listed(tuple(card.faces)), _listed(card.tags)
    place = next(iter(card.places.values()))
    said = card.id, card.topic, card.deck, card.kind, languages, card.position, card.family, tags
    return *said, content.decode(), digest, place.file, place.line, None, False


@lru_cache(maxsize=1024)
def _listed(values: tuple[str, ...]) -> str:
    """Languages and tags, as they are kept: many cards have the same."""
    return to_json(values).decode()
