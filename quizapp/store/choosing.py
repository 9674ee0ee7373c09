"""The collection's part that keeps choices made in the program, and the device's name beside them."""

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Engine, delete, insert, select

from quizapp.store.engines.engine import reading, writing
from quizapp.store.schema import tables
from quizapp.store.schema.own_keys import DEVICE, NO_CHOICES

_setting = tables.setting


class Choosing:
    """Choices, by the keys of the settings."""

    _engine: Engine

    def settings(self) -> dict[str, Any]:
        """The choices made in the interface."""
        with reading(self._engine) as connection:
            return choices(connection)

    def set(self, key: str, value: Any) -> None:
        """Keeps a choice; None takes it back."""
        self.set_all({key: value})

    def set_all(self, values: Mapping[str, Any]) -> None:
        """Keeps choices that belong together, all or none of them; None takes one back."""
        with writing(self._engine) as connection:
            for key, value in values.items():
                choose(connection, key, value)

    def own_device(self) -> str:
        """The device's name that is kept, made up once; in a transaction that writes, so that programs agree on it."""
        statement = select(_setting.c.value).where(_setting.c.key == DEVICE)
        with reading(self._engine) as connection:
            known = connection.execute(statement).scalar()
        if known is None:
            with writing(self._engine) as connection:
                known = connection.execute(statement).scalar() or str(uuid4())
                choose(connection, DEVICE, known)
        return str(known)


def choices(connection: Connection) -> dict[str, Any]:
    """The choices made in the interface."""
    return {row.key: row.value for row in connection.execute(select(_setting)) if row.key not in NO_CHOICES}


def choose(connection: Connection, key: str, value: Any) -> None:
    """Keeps a value under its key in the table of choices; None takes it out."""
    connection.execute(delete(_setting).where(_setting.c.key == key))
    if value is not None:
        connection.execute(insert(_setting).values(key=key, value=value))
