"""Topics put in the order that their decks say."""

from collections.abc import Sequence

from sqlalchemy import Connection, select, update

from quizapp.cards.models import Deck
from quizapp.store.schema import tables
from quizapp.store.statements.prepared import Prepared

_PLACES = Prepared(select(tables.topic.c.id, tables.topic.c.deck, tables.topic.c.position))


def place_topics(connection: Connection, decks: Sequence[Deck]) -> None:
    """Puts topics into the order that their decks say; one row is written for each that has moved."""
    places = {(deck.id, topic): place for deck in decks for place, topic in enumerate(deck.topics)}
    for id_, deck, position in _PLACES.plainly(connection):
        place = places.get((deck, id_), tables.LAST)
        if place != position:
            connection.execute(update(tables.topic).where(tables.topic.c.id == id_).values(position=place))
