"""A search of all topics in their order, cut in two, so that two threads find what there is in half of the time."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, func, select, true, tuple_

from quizapp.store.schema import tables
from quizapp.store.statements.expressions import InTurn

_deck, _topic = tables.deck, tables.topic
TOPICS = InTurn(_deck, _topic, _topic.c.deck == _deck.c.id)
"""All topics, by the decks' order."""
PLACE = (_deck.c.position, _deck.c.id, _topic.c.position, _topic.c.id)
"""Where a topic comes among them."""
_BEFORE = select(func.count() // 2).select_from(_topic).scalar_subquery()
_MIDDLE = select(*PLACE).select_from(TOPICS).order_by(*PLACE).limit(1).offset(_BEFORE)
Found = TypeVar("Found")

Ask = Callable[[Connection, ColumnElement[bool]], list[Found]]
"""What is found in the topics of which something is true."""


def by_halves(connection: Connection, second: Connection | None, ask: Ask[Found]) -> tuple[list[Found], list[Found]]:
    """What is found in the first half of the topics, and in the later one; all of it in the first if one is to ask."""
    middle = connection.execute(_MIDDLE).first() if second else None
    if second is None or middle is None:
        return ask(connection, true()), []
    is_later = tuple_(*PLACE) >= tuple_(*middle)
    with ThreadPoolExecutor(1) as other:
        later = other.submit(ask, second, is_later)
        return ask(connection, ~is_later), later.result()
