"""Whether a database holds nothing but tables: one that came from elsewhere must. Standard library only.

Whatever works something out by itself may do so without an end, and a trigger may change more than it is asked to.
"""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from quizapp.errors import Damaged, StoreError
from quizapp.i18n import F_
from quizapp.store.engines.looking import FAILS, look_into
from quizapp.store.schema.append_only import TRIGGERS
from quizapp.visible import one_line

_WORK = f"""
SELECT name FROM sqlite_master
WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL%'
UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql NOT IN ({", ".join("?" * len(TRIGGERS))})
UNION ALL
SELECT main.name || '.' || info.name FROM sqlite_master AS main, pragma_table_xinfo(main.name) AS info
WHERE main.type = 'table' AND info.hidden > 0
"""  # noqa: S608  question marks alone


LARGEST_VALUE = 2**26
"""Bytes: none of ours is larger. What a stranger's SQL works out may be."""


def refuse_work(connection: sqlite3.Connection, path: Path) -> None:
    """Raises Damaged, naming `path`, where something is neither a table that lies in the file as it is read nor a
    trigger of ours: a view, a virtual table, a column that is worked out, or another trigger.

    From here on the connection makes no value which is larger than any of ours.
    """
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
    if name := _work(connection):
        what = F_("{name} is no table in it", name=name)
        raise Damaged(
            F_("{path} is not a sound database ({what})", path=path, what=what), F_("take another copy of it")
        )


def refuse_work_of_ones_own(path: Path) -> None:
    """Raises StoreError where the learner's own database has what `refuse_work` would refuse in its backups.

    Nothing is told of one that is damaged.
    """
    name = ""
    with suppress(*FAILS), closing(look_into(path)) as connection:
        name = _work(connection)
    if name:
        raise StoreError(
            F_("{path} holds {name}, and with that `quizapp restore` takes no backup of it", path=path, name=name),
            F_("drop it with sqlite3, then make a backup (`quizapp backup`)"),
        )


def _work(connection: sqlite3.Connection) -> str:
    """The name of the first thing that is no table. What is found is not looked into: that would begin its work."""
    found = connection.execute(_WORK, TRIGGERS).fetchone()
    return one_line(str(found[0])) if found else ""
