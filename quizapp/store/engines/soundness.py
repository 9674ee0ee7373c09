"""Whether a database file is sound, as far as a look tells that is quick enough for every start. Standard library only.

`PRAGMA quick_check` reads all pages: 135 ms for 150 MB, 200,000 answers to 100,000 cards. So it is run with the day's
backup, which reads them all anyway, and after a crash, when the write-ahead log was left behind.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from quizapp.errors import Damaged
from quizapp.i18n import F_
from quizapp.paths import is_gone
from quizapp.store.engines.failures import MEND, damage
from quizapp.store.engines.looking import BUSY_SECONDS, FAILS, size

_SMALLEST_PAGE = 512
"""Bytes (SQLite, "Database File Format", 1.3.2)."""
_ANEW = F_(
    "`quizapp restore` brings back the newest sound backup; to begin anew, move `backups` and `quizapp.db-*` away"
)


def refuse_damaged(path: Path, backups: Path) -> None:
    """Raises Damaged for a file that is empty or gone and was not, and for one to which its log does not belong.

    What is shorter than a page SQLite takes for empty, and writes over.
    The log beside a file is left by a crash, or belongs to a program at work. Nothing tells that it is of another
    database, whose copy was put here without it: SQLite would write it into this one.
    """
    log = path.with_name(f"{path.name}-wal")
    left = size(log) > 0
    if 0 < size(path) < _SMALLEST_PAGE:
        raise Damaged(F_("{path} is not a sound database (a few bytes)", path=path), MEND)
    if (size(path) == 0 or is_gone(path)) and (left or any(backups.glob("*.db"))):
        if is_gone(path):
            raise Damaged(F_("{path} is missing, and was there before", path=path), _ANEW)
        raise Damaged(F_("{what} is empty", what=path), MEND)
    if left and (problem := _looked_at(path)):
        raise Damaged(
            F_(
                "{path} is not a sound database, or {name} belongs to another ({problem})",
                path=path,
                name=log.name,
                problem=problem,
            ),
            MEND,
        )


def unsound(connection: sqlite3.Connection) -> str | None:
    """The first thing that is wrong with a database; None where it is sound."""
    try:
        found = str(connection.execute("PRAGMA quick_check(1)").fetchone()[0])
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        if not damage(error):
            raise
        return str(error)
    return None if found == "ok" else " ".join(found.split())


def _looked_at(path: Path) -> str | None:
    """A connection that may only read: when one that may write is closed, it writes the log into the database."""
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=BUSY_SECONDS)) as opened:
            return unsound(opened)
    except FAILS:
        return None  # neither sound nor unsound, and told when it is opened to be used
