"""A second connection sees what the first one sees, or there is none."""

import os
from typing import Any

import pytest
from sqlalchemy import Connection, event, func, select

from quizapp.store.collection import Collection
from quizapp.store.engines.database import Place
from quizapp.store.engines.pair import reading_in_two
from quizapp.store.schema import tables
from tests.conftest import ENGINES
from tests.store.rows import good


@pytest.fixture(autouse=True)
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def length(connection: Connection | None) -> int:
    assert connection is not None
    rows: int = connection.execute(select(func.count()).select_from(tables.log)).scalar_one()
    return rows


def test_what_is_written_later_is_seen_by_neither(collection: Collection) -> None:
    collection.append([good("t/a")])
    with reading_in_two(collection._engine) as (first, second):
        collection.append([good("t/b")])
        assert (length(first), length(second)) == (1, 1)
    with reading_in_two(collection._engine) as (first, second):
        assert (length(first), length(second)) == (2, 2)


def test_there_is_one_where_somebody_writes_between_their_first_looks(collection: Collection) -> None:
    begun = 0

    def writes(_: Any, __: Any, statement: str, *___: Any) -> None:
        nonlocal begun
        begun += "version_num" in statement
        if begun == 1:
            begun += 1
            collection.append([good("t/a")])

    event.listen(collection._engine, "after_cursor_execute", writes)
    with reading_in_two(collection._engine) as (first, second):
        assert begun > 0
        assert (length(first), second) == (0, None)


def test_there_is_one_where_there_is_one_processor(collection: Collection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 1)
    with reading_in_two(collection._engine) as (_, second):
        assert second is None


@pytest.mark.parametrize("place", ENGINES[1:], indirect=True)
def test_a_server_has_one(collection: Collection, place: Place) -> None:
    with reading_in_two(collection._engine) as (first, second):
        assert (length(first), second) == (0, None)


def test_there_is_one_where_the_file_has_no_write_ahead_log(collection: Collection) -> None:
    with collection._engine.connect() as connection:
        connection.rollback()
        connection.connection.cursor().execute("PRAGMA journal_mode = DELETE")
    with reading_in_two(collection._engine) as (_, second):
        assert second is None
