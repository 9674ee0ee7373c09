"""Whether a database that came from elsewhere holds nothing but tables. Standard library only.

Whatever works something out by itself may do so without an end, and a trigger may change more than it is asked to.
"""

import sqlite3
from pathlib import Path

from quizapp.errors import Damaged
from quizapp.i18n import F_
from quizapp.store.schema.append_only import TRIGGERS
from quizapp.visible import one_line

_WORK = f"""
SELECT name FROM sqlite_master
WHERE type = 'view' OR sql LIKE 'CREATE VIRTUAL%'
UNION ALL SELECT name FROM sqlite_master WHERE type = 'trigger' AND sql NOT IN ({", ".join("?" * len(TRIGGERS))})
UNION ALL
SELECT main.name FROM sqlite_master AS main, pragma_table_xinfo(main.name) AS info
WHERE main.type = 'table' AND info.hidden > 0
"""  # noqa: S608  question marks alone


def refuse_work(connection: sqlite3.Connection, path: Path) -> None:
    """Raises Damaged, naming `path`, where something is neither a table that lies in the file as it is read nor a
    trigger of ours: a view, a virtual table, a column that is worked out, or another trigger.
    """
    if found := connection.execute(_WORK, TRIGGERS).fetchone():
        what = F_("{name} is no table in it", name=one_line(str(found[0])))
        raise Damaged(
            F_("{path} is not a sound database ({what})", path=path, what=what), F_("take another copy of it")
        )
