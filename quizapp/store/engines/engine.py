"""Connections for one read or one write, on whichever engine; what goes wrong is told in our own errors.

How an engine begins a transaction and what its errors mean is said where it is opened: `sqlite`, `postgres`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from sqlalchemy import Connection, Dialect, Engine, PoolProxiedConnection, event
from sqlalchemy.exc import DBAPIError

from quizapp.errors import StoreError, UsageError
from quizapp.i18n import F_
from quizapp.store.engines.failures import NONSENSE, nonsense

_WRITES = "quizapp_writes"
"""The execution option of a connection that will write."""
_MUCH = "quizapp_much"
"""The same of one that will write thousands of rows."""
TELLS = "quizapp_tells"
"""The execution option of an engine that holds what turns its errors into ours."""
_BEGINS = "quizapp_begins"
"""The same of what begins a transaction."""

Begin = Callable[[Engine, PoolProxiedConnection, bool, bool], None]
"""Begins a transaction on a connection of the driver's: will it write, and much of it."""


class Straight(NamedTuple):
    """A connection past SQLAlchemy, for prepared statements."""

    connection: PoolProxiedConnection
    dialect: Dialect


def begin_by(engine: Engine, begin: Begin) -> None:
    """Has all transactions on the engine begun so."""
    engine.update_execution_options(**{_BEGINS: begin})
    event.listen(engine, "begin", _begin)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    begin: Begin = options[_BEGINS]
    begin(connection.engine, connection.connection, options.get(_WRITES, False), options.get(_MUCH, False))


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection for one read; it sees one state of the database throughout.

    Raises Damaged for what no version of the program ever wrote.
    """
    with told(engine), sensible(), engine.begin() as connection:
        yield connection


@contextmanager
def writing(engine: Engine, much: bool = False) -> Iterator[Connection]:
    """A connection for one short transaction, which waits for its turn before it reads anything.

    Where `much` is written, it may take the memory that this is quicker with.
    """
    options = {_WRITES: True, _MUCH: much}
    with told(engine), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


@contextmanager
def straight(engine: Engine, writes: bool = False, much: bool = False) -> Iterator[Straight]:
    """As `reading`, and where it `writes` as `writing`, for what nobody should wait for.

    SQLAlchemy takes 25 and 35 µs to begin and end a transaction, this takes 10.
    """
    with told(engine), sensible():
        pooled = engine.raw_connection()
        try:
            begin: Begin = engine.get_execution_options()[_BEGINS]
            begin(engine, pooled, writes, much)
            yield Straight(pooled, engine.dialect)
            pooled.commit()
        except BaseException:
            _take_back(engine, pooled)
            raise
        finally:
            pooled.close()


def _take_back(engine: Engine, pooled: PoolProxiedConnection) -> None:
    """A connection that cannot even do that is not used again."""
    if pooled.is_valid:
        try:
            pooled.rollback()
        except engine.dialect.loaded_dbapi.Error:
            pooled.invalidate()


@contextmanager
def sensible() -> Iterator[None]:
    """For code that reads what is kept and does nothing else: what cannot be read there is damage.

    What is kept is decoded; what cannot be encoded is of the question. Raises Damaged and UsageError.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise UsageError(F_("what is asked for is no text"), F_("write it in UTF-8")) from error
    except NONSENSE as error:
        raise nonsense(error) from error


@contextmanager
def told(engine: Engine) -> Iterator[None]:
    """Turns the database's errors into ours, and what of such an error is no text."""
    try:
        yield
    except (DBAPIError, engine.dialect.loaded_dbapi.Error, UnicodeDecodeError) as error:
        tell: Callable[[Exception], StoreError] = engine.get_execution_options()[TELLS]
        raise tell(error) from error
