"""A server that knows its tables (ANALYZE) does not compare every card that it found with every topic."""

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from sqlalchemy import event

from quizapp.store.collection import Collection
from quizapp.store.engines.address import Address
from quizapp.store.schema.tables import ROOM
from quizapp.store.searching.wanted import Column, Order
from quizapp.study.searching.search import parse
from tests.conftest import NOW

pytestmark = pytest.mark.parametrize("place", ["postgresql"], indirect=True)

TOPICS, CARDS = 600, 10
_FILL = f"""
INSERT INTO deck VALUES ('d', 1, '{{}}');
INSERT INTO topic SELECT 't' || n, 'd', '{{}}', 1, n FROM generate_series(1, {TOPICS}) AS n;
CREATE TABLE made AS SELECT n * {ROOM} + c AS number, 't' || n || '/' || c AS id, 't' || n AS topic, c
    FROM generate_series(1, {TOPICS}) AS n, generate_series(1, {CARDS}) AS c;
INSERT INTO card (id, topic, deck, kind, languages, position, family, tags, content, digest, file, line)
    SELECT id, topic, 'd', 'basic', '[]', c, id, '[]', '{{}}', '', '', 1 FROM made;
INSERT INTO listing SELECT number, id, 'basic', '{{}}', FALSE, id, 'd', topic, 'tag' || c FROM made;
INSERT INTO listing_text SELECT number, id, 'word' || c % 2 FROM made;
INSERT INTO schedule (card, due, "interval", easiness, repetitions, lapses, unsettled, suspended, deck, topic)
    SELECT id, '2026-03-01', 1, 250, 1, 0, FALSE, FALSE, 'd', topic FROM made WHERE c % 2 = 0;
DROP TABLE made;
ANALYZE;
"""


SEARCHES = (
    *(("word1 tag:=tag5", Column.PLACE), ("is:due", Column.PLACE), ("word0 is:due", Column.PLACE)),
    *(("word1", Column.DUE), ("word1", Column.TITLE), ("word1", Column.PLACE), ("", Column.PLACE)),
)


@pytest.fixture
def server(collection: Collection, place: Address) -> Iterator[Any]:
    """A connection to a server that has six thousand cards."""
    import psycopg  # where it is missing these tests are skipped

    with closing(psycopg.connect(place.url, autocommit=True)) as connection:
        connection.execute(_FILL)
        yield connection


def test_no_card_is_compared_with_every_topic(collection: Collection, server: Any) -> None:
    plan: list[str] = []

    def explain(_: Any, __: Any, statement: str, given: Any, *___: Any) -> None:
        plan[:] = [line.strip() for (line,) in server.execute(f"EXPLAIN {statement}".encode(), given)]

    event.listen(collection._engine, "before_cursor_execute", explain)
    compared = []
    for search, column in SEARCHES:
        assert len(collection.find(parse(search), Order(column), NOW.date())) >= TOPICS
        assert any("listing" in line for line in plan)
        if any(line.startswith("Join Filter") and "number" in line for line in plan):
            compared.append((search, column))
    assert compared == []
