"""Backups: whole, consistent copies of the database, made while it is in use. Standard library only."""

import re
import sqlite3
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from quizapp.errors import Damaged, QuizappError, SchemaTooNew, StoreError
from quizapp.i18n import F_
from quizapp.store.copies.idle import refuse_work
from quizapp.store.engines.failures import MEND, damage, outside, store_error
from quizapp.store.engines.looking import BUSY_SECONDS, FAILS, look_into
from quizapp.store.engines.soundness import unsound
from quizapp.store.schema.own_keys import NO_CHOICES, TRUSTED
from quizapp.store.schema.revisions import revision_of

STAMP = "%Y%m%dT%H%M%S"
DATED = re.compile(r"\d{8}T\d{6}\+*$")
"""How the name of a copy says when it was made, and the end of that name."""
PART = ".part"
"""What the name of an unfinished copy goes on with."""
DAMAGED, REPLACED = "damaged", "before-restore"
"""How copies are called of a state that was damaged, or given up for an earlier one: none to go back to unasked."""


def copy_aside(path: Path, backups: Path, now: datetime, name: str) -> Path:
    """A copy of the database in the folder `backups`, named and dated. Raises StoreError."""
    stem = f"{name}-{now.astimezone(UTC):{STAMP}}"
    copy = backups / f"{stem}.db"
    while _is_there(copy):  # made in the same second: it may be the very one that is brought back
        stem += "+"
        copy = backups / f"{stem}.db"
    part = copy.with_name(f"{copy.name}.{token_hex(4)}{PART}")  # others may make theirs at once
    _copy(path, copy, part, above=False)  # a home that vanished meanwhile is not made anew to hold it
    return copy


def back_up(path: Path, to: Path) -> None:
    """A consistent copy of the database at `path`, put at `to` whole or not at all.

    Raises StoreError, and Damaged where `path` is: no damage pushes a sound backup out.
    """
    _refuse_the_same(path, to)
    _copy(path, to, to.with_name(f"{to.name}{PART}"), above=True)


def _copy(path: Path, to: Path, part: Path, above: bool) -> None:
    """Makes the folder as well, and those `above` it where that is asked for."""
    try:
        with closing(_open(path)) as source:
            to.parent.mkdir(parents=above, exist_ok=True, mode=0o700)
            part.unlink(missing_ok=True)
            part.touch(mode=0o600)
            with closing(sqlite3.connect(part)) as target:
                source.backup(target)
                _refuse_unsound(target, path)
                target.execute("PRAGMA journal_mode = DELETE")  # one file, that can be carried elsewhere
        part.replace(to)
    except Damaged:
        _remove(part)
        raise
    except FAILS as error:
        _remove(part)
        if damage(error):
            raise Damaged(F_("{path} is not a sound database ({what})", path=path, what=error), MEND) from error
        what = F_("no backup could be written to {path} ({why})", path=to, why=error)
        raise StoreError(what, F_("check the folder and the room on disk")) from error


def restore(backup: Path, path: Path) -> None:
    """Puts the state of `backup` into the database at `path`. Raises StoreError, with `path` as it was.

    It is made ready in a temporary database, and goes through SQLite as one transaction: a program that has the
    database open goes on with what is restored.
    From then on the device has another name: what it wrote since the backup stays with the old one, wherever that was
    carried to. Which folders' code may run stays as it was chosen at `path`, if that can be read: the backup may be a
    stranger's.
    """
    _refuse_the_same(backup, path)
    if problems := _problems_of_a_backup(backup):
        raise Damaged(
            F_("{path} is not a sound database ({what})", path=backup, what=problems[0]),
            F_("choose another backup"),
        )
    try:
        with closing(_open(backup)) as source, closing(sqlite3.connect("")) as ready:
            if revision_of(source, backup) is None:
                raise Damaged(F_("{what} is empty", what=backup), F_("choose another backup"))
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            if not path.exists():
                path.touch(mode=0o600)
            with closing(sqlite3.connect(path, timeout=BUSY_SECONDS)) as target:
                target.execute("BEGIN IMMEDIATE")  # fails where another program writes: `backup` would wait for ever
                target.rollback()
                source.backup(ready)
                _take_over(ready, _trusted(target))  # whatever fails in it fails here
                ready.backup(target)
    except FAILS as error:
        what = F_("{path} could not be restored ({why})", path=path, why=error)
        raise StoreError(what, F_("close other programs that use it, and try again")) from error


def integrity(path: Path) -> list[str]:
    """What SQLite finds wrong with a database file; nothing for a sound one.

    Raises StoreError if there is none, or something else keeps SQLite from looking.
    """
    try:
        with closing(_open(path)) as connection:
            return _problems(connection)
    except FAILS as error:
        return _problem(path, error)


def _problems_of_a_backup(backup: Path) -> list[str]:
    """The same of one that may be a stranger's: nothing of it is worked out. Raises Damaged where that would be."""
    try:
        with closing(_open(backup)) as connection:
            refuse_work(connection, backup)
            return _problems(connection)
    except FAILS as error:
        return _problem(backup, error)


def _problem(path: Path, error: Exception) -> list[str]:
    if outside(error, path):
        raise store_error(str(path), error) from error
    return [str(error)]


def _problems(connection: sqlite3.Connection) -> list[str]:
    connection.execute("PRAGMA cache_size = -64000")  # rows are sought in every index: a fifth of the time
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    found += [F_("row {n} of {table} refers to nothing", n=row[1], table=row[0]) for row in orphans]
    return [problem for problem in found if problem != "ok"]


def newest_sound(backups: Path) -> Path | None:
    """The newest of all copies in a folder, daily or not, that is sound; a state that was given up is none.

    Raises StoreError where one that is newer, or the folder, cannot be looked at.
    """
    try:
        copies = [path for path in backups.iterdir() if path.suffix == ".db" and path.is_file()]
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unlisted(backups, error) from error
    dated = sorted(((match[0], path) for path in copies if (match := DATED.search(path.stem))), reverse=True)
    return next((path for _, path in dated if not path.stem.startswith((DAMAGED, REPLACED)) and _is_ours(path)), None)


def unlisted(backups: Path, error: OSError) -> StoreError:
    """What to hear of a folder whose files the system does not tell."""
    what = F_("{path} cannot be read ({why})", path=backups, why=error.strerror)
    return StoreError(what, F_("check the folder's permissions"))


def _is_ours(backup: Path) -> bool:
    """Raises StoreError where what keeps one from looking says nothing of it: it is in use, or the disk is full."""
    try:
        if _problems_of_a_backup(backup):
            return False
        with closing(_open(backup)) as connection:
            return revision_of(connection, backup) is not None
    except (Damaged, SchemaTooNew):
        return False
    except FAILS as error:
        return not _problem(backup, error)


def _refuse_unsound(copy: sqlite3.Connection, path: Path) -> None:
    if problem := unsound(copy):
        raise Damaged(F_("{path} is not a sound database ({what})", path=path, what=problem), MEND)


def _open(path: Path) -> sqlite3.Connection:
    if not path.is_file():
        raise StoreError(F_("there is no file {path}", path=path), F_("name a database or backup file"))
    return look_into(path)


def _trusted(connection: sqlite3.Connection) -> list[tuple[str, Any]]:
    """The setting that says which folders' code may run; nothing where it is not chosen, or cannot be read."""
    with suppress(sqlite3.Error, UnicodeDecodeError):
        return connection.execute("SELECT key, value FROM setting WHERE key = ?", (TRUSTED,)).fetchall()
    return []


def _take_over(connection: sqlite3.Connection, trusted: list[tuple[str, Any]]) -> None:
    """The next start makes up a new name for the device. What may run here is not for a backup to say."""
    with connection:
        connection.executemany("DELETE FROM setting WHERE key = ?", [(key,) for key in (*NO_CHOICES, TRUSTED)])
        connection.executemany("INSERT INTO setting (key, value) VALUES (?, ?)", trusted)


def _refuse_the_same(one: Path, other: Path) -> None:
    if _is_there(one) and _is_there(other) and one.samefile(other):
        raise QuizappError(F_("{path} is the database itself", path=other), F_("name another file"))


def _is_there(path: Path) -> bool:
    """False also where nobody may look: who writes or reads there tells why."""
    with suppress(OSError):
        return path.exists()
    return False


def _remove(part: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        with suppress(OSError):  # what kept the backup from being written is told; this would hide it
            part.with_name(part.name + suffix).unlink(missing_ok=True)
