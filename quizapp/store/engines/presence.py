"""Whether an open database file is still the one that its name means.

SQLite goes on writing into a file that was deleted, moved or replaced: nobody would find those answers again.
"""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, PoolProxiedConnection

from quizapp.store.engines.failures import out_of_reach, replaced

_OPENED = "quizapp_opened"


def remember(beside: MutableMapping[str, Any], path: Path) -> None:
    """Keeps which file was opened, in what SQLAlchemy keeps beside a connection."""
    beside[_OPENED] = _identity(path)


def refuse_if_moved(engine: Engine, pooled: PoolProxiedConnection, path: Path) -> None:
    """Before the first write of a transaction; one stat takes 2 µs. Raises StoreError.

    The next try opens the file that the name means by then.
    """
    now = _identity(path)
    if pooled.info[_OPENED] == now:
        return
    engine.dispose()
    pooled.invalidate()
    raise out_of_reach(str(path)) if now is None else replaced(str(path))


def _identity(path: Path) -> tuple[int, int] | None:
    """The device and the number of the file that a name means; None where there is none, or nobody may look."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
