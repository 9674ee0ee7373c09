"""The schedule's indexes, made anew with it."""

import sqlite3
from contextlib import closing

from quizapp.store.collection import Collection
from quizapp.store.copies.backups import integrity
from quizapp.store.log.folding import Rebuilt
from tests.store.rows import good


def test_an_index_that_says_something_else_is_made_anew(collection: Collection) -> None:
    """No look at the rows tells: what waits is counted by the index alone."""
    collection.append([good("t/a"), good("t/b")])
    with closing(sqlite3.connect(collection.path)) as connection, connection:
        (pages,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_schedule_due'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(collection.path.read_bytes())
    content[(pages - 1) * size + 3 : (pages - 1) * size + 5] = bytes(2)  # how many entries it has
    collection.path.write_bytes(content)
    assert integrity(collection.path)
    assert collection.rebuild() == Rebuilt([], [])
    assert integrity(collection.path) == []
