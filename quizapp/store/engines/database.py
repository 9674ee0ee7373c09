"""What a database must be able to do in a way of its own, so that the rest of the store need not know which it is."""

from datetime import datetime
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from quizapp.store.engines.address import Address

Place = Path | Address
"""Where a collection is kept: an SQLite file, or a database of a PostgreSQL server."""


class Database(Protocol):
    """A place that keeps a collection. What goes wrong is told by StoreError."""

    def open(self) -> Engine:
        """An engine on it, with which `engine.reading` and `engine.writing` work."""

    def revision(self, engine: Engine) -> str | None:
        """The revision of its schema, None where it is empty. It looks only. Raises StoreError: see `revisions`."""

    def settle(self, engine: Engine) -> None:
        """What is set once and for all in a database that is known to be ours."""

    def device(self, kept: str) -> str:
        """What this machine is called in the log, where `kept` is the name that the database keeps."""

    def copy_aside(self, now: datetime, name: str) -> Path | None:
        """Keeps a copy, named, before all of it is changed; where it lies, None where there is none."""

    def back_up(self, now: datetime) -> None:
        """Makes the day's backup."""

    def tidy(self, engine: Engine) -> None:
        """What takes a moment, and is better done while nobody waits."""


def database(place: Place, backups: Path) -> Database:
    """The database at a place, which need not be there yet; `backups` is for those that are files."""
    from quizapp.store.engines.postgres import Server
    from quizapp.store.engines.sqlite import File

    return Server(place) if isinstance(place, Address) else File(place, backups)
