"""Backups: whole, consistent copies of the database, made while it is in use. Standard library only."""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

from quizapp.errors import Damaged, StoreError

KEPT = 14
EVERY = timedelta(days=1)
_DAILY = "daily"
_STAMP = "%Y%m%dT%H%M%S"


def daily_backup(path: Path, backups: Path, now: datetime) -> Path | None:
    """Makes a backup if the last is a day old, and lets go of all but the last 14. The new file, if any was made."""
    existing = daily_backups(backups)
    if existing and _made(existing[-1], now) > now - EVERY:
        return None
    made = copy_aside(path, backups, now, _DAILY)
    for old in daily_backups(backups)[:-KEPT]:
        old.unlink(missing_ok=True)
    return made


def daily_backups(backups: Path) -> list[Path]:
    """The daily backups, oldest first."""
    return sorted(backups.glob(f"{_DAILY}-*.db"))


def copy_aside(path: Path, backups: Path, now: datetime, name: str) -> Path:
    """A copy of the database in the folder `backups`, named and dated."""
    copy = backups / f"{name}-{now:{_STAMP}}.db"
    back_up(path, copy)
    return copy


def back_up(path: Path, to: Path) -> None:
    """A consistent copy of the database at `path`, put at `to` whole or not at all. Raises StoreError."""
    part = to.with_name(f"{to.name}.part")
    try:
        to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        part.unlink(missing_ok=True)
        part.touch(mode=0o600)
        with closing(_open(path)) as source, closing(sqlite3.connect(part)) as target:
            source.backup(target)
            target.execute("PRAGMA journal_mode = DELETE")
        part.replace(to)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise StoreError(
            f"no backup could be written to {to} ({error})", "check the folder and the room on disk"
        ) from error


def restore(backup: Path, path: Path) -> None:
    """Puts the state of `backup` into the database at `path`. Raises StoreError, with `path` as it was.

    It goes through SQLite, as one transaction, so that a program which has the database open goes on with the restored state.
    """
    problems = integrity(backup)
    if problems:
        raise Damaged(f"{backup} is not a sound database ({problems[0]})", "choose another backup")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        path.touch(mode=0o600)
        with closing(_open(backup)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
    except (OSError, sqlite3.Error) as error:
        raise StoreError(
            f"{path} could not be restored ({error})", "close other programs that use it, and try again"
        ) from error


def integrity(path: Path) -> list[str]:
    """What SQLite finds wrong with a database file; nothing for a sound one."""
    try:
        with closing(_open(path)) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
            found += [
                f"row {row[1]} of {row[0]} refers to nothing" for row in connection.execute("PRAGMA foreign_key_check")
            ]
    except (OSError, sqlite3.Error) as error:
        return [str(error)]
    return [problem for problem in found if problem != "ok"]


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise StoreError(f"there is no file {path}", "name a database or backup file")
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=10)


def _made(backup: Path, now: datetime) -> datetime:
    stamp = backup.stem.removeprefix(f"{_DAILY}-")
    return datetime.strptime(stamp, _STAMP).replace(tzinfo=now.tzinfo)
