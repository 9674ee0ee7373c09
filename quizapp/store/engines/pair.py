"""Two connections for one read, of which another thread has the second: SQLite scans on two processors then."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine, text

from quizapp.store.engines.engine import reading

_CHANGES = text("PRAGMA data_version")
"""Another number whenever others than the connection have written since it last looked."""
_JOURNAL = text("PRAGMA journal_mode")
"""Without a write-ahead log who writes waits for the first connection, and the second would wait for who writes."""
_LOOK = text("SELECT version_num FROM alembic_version")


@contextmanager
def reading_in_two(engine: Engine) -> Iterator[tuple[Connection, Connection | None]]:
    """As `reading`; the second connection sees the same state of the database as the first.

    There is none where there is one processor, where a server does the work, where the file has no write-ahead log, and
    where somebody wrote just now.
    """
    with reading(engine) as first:
        if engine.dialect.name != "sqlite" or (os.cpu_count() or 1) < 2:
            yield first, None
            return
        with engine.connect() as second:
            before = second.execute(_CHANGES).scalar()
            journal = second.execute(_JOURNAL).scalar()
            second.rollback()
            if journal != "wal":
                yield first, None
                return
            first.execute(_LOOK)  # from here on it sees no change, and so does the second from its next look on
            yield first, second if second.execute(_CHANGES).scalar() == before else None
