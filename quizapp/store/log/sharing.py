"""The collection's part that shares its log with other machines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, func, select

from quizapp.store.choosing import choose
from quizapp.store.counting.past import length
from quizapp.store.engines.engine import reading, writing
from quizapp.store.log.rows import log_rows, read_rows
from quizapp.store.schema import tables
from quizapp.store.schema.own_keys import CHOSEN, DEVICE, SYNCHRONIZED
from quizapp.store.statements.among import Among
from quizapp.store.values import LogRow

_log, _setting = tables.log, tables.setting
_THOSE = Among(select(_log), _log.c.uuid)


@dataclass(frozen=True, slots=True)
class Tally:
    """How much the log held at a moment: all its rows, and the instant of the last one that this device wrote."""

    rows: int
    last: datetime | None = None


class Sharing:
    """What machines that share a log ask of it, and what they keep beside it."""

    _engine: Engine
    device: str

    def gained(self, since: Tally) -> tuple[Tally, list[LogRow] | None]:
        """The log's tally, and the rows that came since an earlier one, oldest first.

        None where that cannot be told without looking at all rows: some came from elsewhere, or are gone. Rows are
        never removed, so where as many came as this device wrote after its last one, it is these.
        """
        with reading(self._engine) as connection:
            rows = length(connection)
            if rows == since.rows:
                return since, []
            ours = select(_log).where(_log.c.device == self.device).order_by(_log.c.at, _log.c.uuid)
            later = ours if since.last is None else ours.where(_log.c.at > since.last)
            found = list(log_rows(connection, later))
        tally = Tally(rows, found[-1].entry.at if found else since.last)
        return tally, found if rows - since.rows == len(found) else None

    def every_uuid(self) -> tuple[Tally, list[str]]:
        """The log's tally, and the uuids of all its rows, oldest first."""
        with reading(self._engine) as connection:
            uuids = list(connection.execute(select(_log.c.uuid).order_by(_log.c.at, _log.c.uuid)).scalars())
            last = select(func.max(_log.c.at)).where(_log.c.device == self.device)
            return Tally(len(uuids), connection.execute(last).scalar()), uuids

    def rows_of(self, uuids: Sequence[str]) -> list[LogRow]:
        """The rows that have these uuids, in no order; what the log does not have is left out."""
        with reading(self._engine) as connection:
            return list(read_rows(_THOSE.rows(connection, uuids)))

    def seen(self) -> Any:
        """What was kept of the shared folder by `keep_seen`, as plain data; None at first."""
        with reading(self._engine) as connection:
            return _kept(connection, SYNCHRONIZED)

    def keep_seen(self, value: Any) -> None:
        """Keeps what was seen in the shared folder."""
        with writing(self._engine) as connection:
            choose(connection, SYNCHRONIZED, value)

    def chosen(self) -> Any:
        """What was kept of shared choices by `keep_chosen`, as plain data; None at first."""
        with reading(self._engine) as connection:
            return _kept(connection, CHOSEN)

    def keep_chosen(self, value: Any, taken: Mapping[str, Any]) -> None:
        """Keeps when and where shared choices were made, and those `taken` over from others: all of it or nothing."""
        with writing(self._engine) as connection:
            for key, choice in taken.items():
                choose(connection, key, choice)
            choose(connection, CHOSEN, value)

    def reread_device(self) -> None:
        """Takes the name that this device has by now: another program may have given it a new one, or a restore."""
        with reading(self._engine) as connection:
            known = _kept(connection, DEVICE)
        if known is None:
            self.renew_device()
        else:
            self.device = str(known)

    def renew_device(self) -> None:
        """Gives this device a new name: another machine has the old one. Rows keep the name that they have."""
        with writing(self._engine) as connection:
            known = _kept(connection, DEVICE)
            if known is None or known == self.device:  # else another program on this database has done so already
                known = str(uuid4())
                choose(connection, DEVICE, known)
        self.device = str(known)


def _kept(connection: Connection, key: str) -> Any:
    return connection.execute(select(_setting.c.value).where(_setting.c.key == key)).scalar()
