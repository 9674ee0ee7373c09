"""What is asked of cards, topics and the schedule."""

from datetime import date
from pathlib import Path

from sqlalchemy import ColumnElement, Connection, exists, func, or_, select

from quizapp.cards.faults import Fault
from quizapp.cards.models import Card, Deck, Topic
from quizapp.store.schema import tables
from quizapp.store.statements.driver import plainly
from quizapp.store.waiting.counts import Waiting

_card, _schedule = tables.card, tables.schedule
_STUDIED = (_card.c.id, _card.c.family, _card.c.deck, tables.deck.c.position, _card.c.topic)
PLACED = _card.join(tables.deck, tables.deck.c.id == _card.c.deck).join(
    tables.topic, tables.topic.c.id == _card.c.topic
)
"""Every card with its deck and its topic, which say where it comes."""
_FAULT_ORDER = (tables.fault.c.file, tables.fault.c.line, tables.fault.c.column, tables.fault.c.id)
ORDER = (
    tables.deck.c.position,
    _card.c.deck,
    tables.topic.c.position,
    _card.c.topic,
    _card.c.position,
    _card.c.id,
)
"""The order of cards: the decks', the topics' in them, the cards' in those."""


def every(connection: Connection) -> list[Waiting]:
    """All cards in use, in the decks' order, suspended ones left out: for practice."""
    columns = (*_STUDIED, _schedule.c.due, func.coalesce(_schedule.c.interval, 0), _schedule.c.answered)
    statement = (
        select(*columns)
        .select_from(PLACED.outerjoin(_schedule, _schedule.c.card == _card.c.id))
        .where(_in_use(), func.coalesce(_schedule.c.suspended, False).is_(False))
        .order_by(*ORDER)
    )
    return [Waiting(*row) for row in connection.execute(statement)]


def due_by_day(connection: Connection, until: date) -> dict[date, int]:
    """How many cards fall due on each day up to `until`."""
    statement = (
        select(_schedule.c.due, func.count())
        .join(_card, _card.c.id == _schedule.c.card)
        .where(_in_use(), _schedule.c.suspended.is_(False), _schedule.c.due <= until)
        .group_by(_schedule.c.due)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def decks(connection: Connection) -> list[Deck]:
    """The decks that have cards, in their order."""
    has_cards = exists().where(_card.c.deck == tables.deck.c.id, _in_use())
    statement = select(tables.deck).where(has_cards).order_by(tables.deck.c.position, tables.deck.c.id)
    return [Deck(id=row.id, order=row.position, titles=row.titles) for row in connection.execute(statement)]


def topic(connection: Connection, id_: str) -> Topic | None:
    """A topic without its cards."""
    content = connection.execute(select(tables.topic.c.content).where(tables.topic.c.id == id_)).scalar()
    return None if content is None else Topic.model_validate_json(content)


def files(connection: Connection, topic: str) -> list[Path]:
    """The files in which a topic's cards stand."""
    columns = tables.source_file.c.path, tables.source_file.c.topic
    statement = select(columns[0]).where(columns[1] == topic).order_by(columns[0])
    return [Path(path) for path in connection.execute(statement).scalars()]


def card(connection: Connection, id_: str) -> Card | None:
    """A card in use."""
    statement = select(_card.c.content).where(_card.c.id == id_, _card.c.archived_at.is_(None))
    content = connection.execute(statement).scalar()
    return None if content is None else Card.model_validate_json(content)


def ids(connection: Connection) -> list[str]:
    """The ids of all cards in use, in the decks' order."""
    statement = select(_card.c.id).select_from(PLACED).where(_in_use()).order_by(*ORDER)
    return [id_ for (id_,) in plainly(connection, statement)]


def named(connection: Connection, name: str) -> list[str]:
    """The ids of the cards in use that `name` may mean: the whole id, or the part after the slash."""
    meant = or_(_card.c.id == name, _card.c.id.endswith(f"/{name}", autoescape=True))
    found = select(_card.c.id).where(meant, _in_use()).order_by(_card.c.id)
    # SQLite compares without regard to case.
    return [id_ for id_ in connection.execute(found).scalars() if name in (id_, id_.partition("/")[2])]


def topics(connection: Connection) -> list[Topic]:
    """The topics that have cards, without them, in the decks' order."""
    has_cards = exists().where(_card.c.topic == tables.topic.c.id, _in_use())
    placed = tables.topic.join(tables.deck, tables.deck.c.id == tables.topic.c.deck)
    order = (tables.deck.c.position, tables.deck.c.id, tables.topic.c.position, tables.topic.c.id)
    found = select(tables.topic.c.content).select_from(placed).where(has_cards).order_by(*order)
    return [Topic.model_validate_json(content) for content in connection.execute(found).scalars()]


def faults(connection: Connection) -> list[Fault]:
    """The faults of the card files, as last read."""
    columns = [column for column in tables.fault.c if column.name != "id"]
    statement = select(*columns).order_by(*_FAULT_ORDER)
    return [Fault(**row._mapping) for row in connection.execute(statement)]


def _in_use() -> ColumnElement[bool]:
    return _card.c.archived_at.is_(None)
