"""Finding cards: a search answered by tables whose rows are small, and a page of what was found."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from itertools import chain
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    FromClause,
    Row,
    Select,
    Table,
    Text,
    and_,
    func,
    literal,
    or_,
    select,
    type_coerce,
)

from quizapp.language import EVERY, LANGUAGES
from quizapp.scheduling.fold import LEECH_LAPSES
from quizapp.store.log.record import standing_of
from quizapp.store.schema import tables
from quizapp.store.searching.halves import PLACE, TOPICS, by_halves
from quizapp.store.searching.wanted import Column, Field, Order, Query, State, Word, folded
from quizapp.store.statements.driver import plainly
from quizapp.store.statements.expressions import InTurn, by_value, every, holds, member, unsought
from quizapp.store.statements.portions import portions
from quizapp.store.values import Listed

_topic, _card, _schedule = tables.topic, tables.card, tables.schedule
_listing, _text = tables.listing, tables.listing_text
_FIELDS = {
    Field.TEXT: _text.c.folded,
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


def find(
    connection: Connection,
    query: Query,
    order: Order,
    today: date,
    most: int | None = None,
    second: Connection | None = None,
) -> list[str]:
    """The ids of the cards in use that match, in order; the first of them, where only so many are wanted.

    With a `second` connection another thread finds the later half of all there are.
    """
    cards, placed = _in_place(query, order)
    matches = [_matches(connection, word, cards, today) for word in query.words]
    places = [*PLACE, cards.c.number]
    if order.column is Column.PLACE:
        turned = [place.desc() for place in places] if order.reverse else places
        statement = select(cards.c.card).select_from(placed).where(*matches).order_by(*turned).limit(most)
        first, later = by_halves(connection, second, partial(_ids, statement))
        return later + first if order.reverse else first + later
    if order.column in _SCHEDULED:
        placed = placed.outerjoin(_schedule, _schedule.c.card == cards.c.card)
    keyed = select(cards.c.card, _key(order)).select_from(placed).where(*matches).order_by(*places)
    rows = list(chain(*by_halves(connection, second, partial(_rows, keyed))))
    known = [row for row in rows if row[1] not in (None, "")]
    unknown = [row for row in rows if row[1] in (None, "")]
    known.sort(key=itemgetter(1), reverse=order.reverse)
    return [row[0] for row in (*known, *unknown)][:most]


def _ids(statement: Select[Any], connection: Connection, half: ColumnElement[bool]) -> list[str]:
    found = statement.where(half).subquery()
    ids: list[str] = connection.execute(select(every(found.c.card))).scalar_one()
    return ids


def _rows(statement: Select[Any], connection: Connection, half: ColumnElement[bool]) -> list[tuple[Any, ...]]:
    return plainly(connection, statement.where(half))


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


def _in_place(query: Query, order: Order) -> tuple[Table, FromClause]:
    """What the words and the order speak of, gone through in the decks' order: the table that has the cards, and all.

    Texts alone where nothing else is asked: they are the most there is to read.
    """
    texts = any(word.field is Field.TEXT for word in query.words)
    others = any(word.field not in (Field.TEXT, Field.IS) or word.text == State.EDITED for word in query.words)
    schedule = order.column in _SCHEDULED or any(word.field is Field.IS for word in query.words)
    if texts and not others and (order.column is Column.PLACE or order.column in _SCHEDULED):
        return _text, InTurn(TOPICS, _text, _of_topic(_text, joined=schedule))
    placed = InTurn(TOPICS, _listing, _of_topic(_listing, joined=texts or schedule))
    return _listing, InTurn(placed, _text, _text.c.number == _listing.c.number) if texts else placed


def _of_topic(cards: Table, joined: bool) -> ColumnElement[bool]:
    """True of a topic's cards; where these are `joined` with others, a server would do that for each topic anew."""
    first = _topic.c.number * tables.ROOM
    is_within = cards.c.number.between(first, first + (tables.ROOM - 1))
    return by_value(is_within, cards.c.number // tables.ROOM == _topic.c.number) if joined else is_within


def _key(order: Order) -> ColumnElement[Any]:
    """What cards are sorted by."""
    if order.column in _SCHEDULED:
        return _SCHEDULED[order.column]
    if order.column is Column.TITLE:
        languages = (order.language, EVERY, *LANGUAGES)
        titles = (member(_listing.c.titles, language) for language in languages)
        return func.lower(func.coalesce(*titles))
    return {Column.ID: _listing.c.id_folded, Column.KIND: _listing.c.kind, Column.TAGS: _listing.c.tags_folded}[
        order.column
    ]


def _matches(connection: Connection, word: Word, cards: Table, today: date) -> ColumnElement[bool]:
    is_so = _is(State(word.text), cards, today) if word.field is Field.IS else _found_in(_FIELDS[word.field], word)
    if word.field is Field.DECK:
        is_so = or_(is_so, unsought(_FIELDS[word.field]).in_(_entitled(connection, word)))
    return ~is_so if word.negated else is_so


def _found_in(text: ColumnElement[str], word: Word) -> ColumnElement[bool]:
    if not word.exact:
        return holds(text, word.text)
    if word.field is Field.TAG:  # they stand one a line; few cards have it anywhere, and lines are made for those only
        lines = literal("\n") + text + literal("\n")
        return and_(holds(text, word.text), holds(lines, f"\n{word.text}\n"))
    return unsought(text) == word.text


def _entitled(connection: Connection, word: Word) -> list[str]:
    """The decks, as the listing has them, in one of whose titles the word is found."""
    decks = connection.execute(select(tables.deck.c.id, tables.deck.c.titles))
    return [folded(id_) for id_, titles in decks if any(map(word.is_found_in, titles.values()))]


def _is(state: State, cards: Table, today: date) -> ColumnElement[bool]:
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
    card = unsought(cards.c.card)
    return card.not_in(having) if state is State.NEW else card.in_(having)


def _listed(row: Row[Any]) -> Listed:
    standing = standing_of(row) if row.card is not None else None
    return Listed(row.id, row.deck, row.topic, row.kind, tuple(row.tags), row.titles, row.edited, standing)
