"""Finding cards: a search answered by the table `listing`, whose rows are small, and a page of what was found.

20,000 cards in two languages take 15 ms; beside the cards' JSON, in the table `card`, they took 50.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Text, and_, func, literal, or_, select, type_coerce

from quizapp.language import EVERY, LANGUAGES
from quizapp.scheduling.fold import LEECH_LAPSES
from quizapp.store.log.record import standing_of
from quizapp.store.schema import tables
from quizapp.store.searching.wanted import Column, Field, Order, Query, State, Word, folded
from quizapp.store.statements.driver import plainly
from quizapp.store.statements.expressions import holds, member
from quizapp.store.statements.portions import portions
from quizapp.store.values import Listed

_listing, _card, _schedule = tables.listing, tables.card, tables.schedule
_PLACED = (_listing.c.topic, _listing.c.position, _listing.c.card)
_FIELDS = {
    Field.TEXT: _listing.c.text_folded,
    Field.DECK: _listing.c.deck_folded,
    Field.TOPIC: _listing.c.topic_folded,
    Field.TAG: _listing.c.tags_folded,
    Field.KIND: _listing.c.kind,
    Field.ID: _listing.c.id_folded,
}
_SCHEDULED = {
    Column.DUE: _schedule.c.due,
    Column.INTERVAL: _schedule.c.interval,
    Column.EASINESS: _schedule.c.easiness,
    Column.LAPSES: _schedule.c.lapses,
}
_TAGS = type_coerce(_card.c.tags, Text)


def find(connection: Connection, query: Query, order: Order, today: date) -> list[str]:
    """The ids of the cards in use that match, in order."""
    statement = _with_key(select(*_PLACED), order).where(*(_matches(connection, word, today) for word in query.words))
    rows = _in_place(connection, plainly(connection, statement))
    if order.column is Column.PLACE:
        ids = [row[2] for row in rows]
        return ids[::-1] if order.reverse else ids
    known = [row for row in rows if row[3] not in (None, "")]
    unknown = [row for row in rows if row[3] in (None, "")]
    known.sort(key=itemgetter(3), reverse=order.reverse)
    return [row[2] for row in (*known, *unknown)]


def listed(connection: Connection, ids: Sequence[str]) -> list[Listed]:
    """The cards of these ids as lists show them, in the order of the ids; those that are not in use are left out."""
    columns = (_listing.c.card.label("id"), _card.c.deck, _card.c.topic, _card.c.kind, _card.c.tags)
    cards = _listing.join(_card, _card.c.id == _listing.c.card)
    statement = select(*columns, _listing.c.titles, _listing.c.edited, _schedule).select_from(
        cards.outerjoin(_schedule, _schedule.c.card == _listing.c.card)
    )
    found = {
        row.id: _listed(row)
        for some in portions(ids)
        for row in connection.execute(statement.where(_listing.c.card.in_(some)))
    }
    return [found[id_] for id_ in ids if id_ in found]


def tags(connection: Connection) -> list[str]:
    """Every tag that a card in use has."""
    return sorted({tag for tags in _tag_lists(connection).values() for tag in tags})


def tagged(connection: Connection, wanted: Sequence[str]) -> set[str]:
    """The ids of the cards in use that have one of these tags."""
    lists = [text for text, tags in _tag_lists(connection).items() if not tags.isdisjoint(wanted)]
    statement = select(_card.c.id).where(_card.c.archived_at.is_(None))
    return {id_ for some in portions(lists) for id_ in connection.execute(statement.where(_TAGS.in_(some))).scalars()}


def _tag_lists(connection: Connection) -> dict[str, set[str]]:
    """The lists of tags that cards in use have: as they are kept, and as they are read. Most cards share theirs."""
    statement = select(_TAGS, _card.c.tags).where(_card.c.archived_at.is_(None)).distinct()
    return {text: set(tags) for text, tags in connection.execute(statement)}


def _with_key(statement: Select[Any], order: Order) -> Select[Any]:
    """The statement with what is sorted by as its fourth column."""
    if order.column is Column.PLACE:
        return statement
    if order.column in _SCHEDULED:
        scheduled = _listing.outerjoin(_schedule, _schedule.c.card == _listing.c.card)
        return statement.add_columns(_SCHEDULED[order.column]).select_from(scheduled)
    if order.column is Column.TITLE:
        languages = (order.language, EVERY, *LANGUAGES)
        titles = (member(_listing.c.titles, language) for language in languages)
        return statement.add_columns(func.lower(func.coalesce(*titles)))
    columns = {Column.ID: _listing.c.id_folded, Column.KIND: _listing.c.kind, Column.TAGS: _listing.c.tags_folded}
    return statement.add_columns(columns[order.column])


def _in_place(connection: Connection, rows: Iterable[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """The rows in the decks' order. A topic's cards were written together and mostly lie together: quick to sort."""
    by_topic: dict[str, list[tuple[Any, ...]]] = {}
    for topic, some in groupby(rows, key=itemgetter(0)):
        by_topic.setdefault(topic, []).extend(some)
    ordered: list[tuple[Any, ...]] = []
    for topic in _topics(connection):
        ordered += sorted(by_topic.get(topic, ()))  # by position, then card, of which there is but one
    return ordered


def _topics(connection: Connection) -> Iterable[str]:
    """All topics in the decks' order."""
    deck, topic = tables.deck, tables.topic
    statement = select(topic.c.id).join(deck, deck.c.id == topic.c.deck)
    return connection.execute(statement.order_by(deck.c.position, topic.c.deck, topic.c.position, topic.c.id)).scalars()


def _matches(connection: Connection, word: Word, today: date) -> ColumnElement[bool]:
    is_so = _is(State(word.text), today) if word.field is Field.IS else _found_in(_FIELDS[word.field], word)
    if word.field is Field.DECK:
        is_so = or_(is_so, _FIELDS[word.field].in_(_entitled(connection, word)))
    return ~is_so if word.negated else is_so


def _found_in(text: ColumnElement[str], word: Word) -> ColumnElement[bool]:
    if not word.exact:
        return holds(text, word.text)
    if word.field is Field.TAG:  # they stand one a line; few cards have it anywhere, and lines are made for those only
        lines = literal("\n") + text + literal("\n")
        return and_(holds(text, word.text), holds(lines, f"\n{word.text}\n"))
    return text == word.text


def _entitled(connection: Connection, word: Word) -> list[str]:
    """The decks, as the listing has them, in one of whose titles the word is found."""
    decks = connection.execute(select(tables.deck.c.id, tables.deck.c.titles))
    return [folded(id_) for id_, titles in decks if any(map(word.is_found_in, titles.values()))]


def _is(state: State, today: date) -> ColumnElement[bool]:
    if state is State.EDITED:
        return _listing.c.edited.is_(True)
    buried = _schedule.c.buried_until
    of_schedule = {
        State.DUE: and_(
            _schedule.c.due <= today, _schedule.c.suspended.is_(False), or_(buried.is_(None), buried <= today)
        ),
        State.NEW: _schedule.c.introduced.is_not(None),
        State.SUSPENDED: _schedule.c.suspended.is_(True),
        State.BURIED: buried > today,
        State.LEECH: _schedule.c.lapses >= LEECH_LAPSES,
    }
    having = select(_schedule.c.card).where(of_schedule[state])
    return _listing.c.card.not_in(having) if state is State.NEW else _listing.c.card.in_(having)


def _listed(row: Row[Any]) -> Listed:
    standing = standing_of(row) if row.card is not None else None
    return Listed(row.id, row.deck, row.topic, row.kind, tuple(row.tags), row.titles, row.edited, standing)
