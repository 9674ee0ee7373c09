"""Connections for one read or one write, on whichever engine; what goes wrong is told in our own errors.

How an engine begins a transaction and what its errors mean is said where it is opened: `sqlite`, `postgres`.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from quizapp.errors import StoreError
from quizapp.store.engines.failures import NONSENSE, nonsense

WRITES = "quizapp_writes"
"""The execution option of a connection that will write."""
MUCH = "quizapp_much"
"""The same of one that will write thousands of rows."""
TELLS = "quizapp_tells"
"""The execution option of an engine that holds what turns its errors into ours."""


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
    options = {WRITES: True, MUCH: much}
    with told(engine), engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection


def writes(connection: Connection) -> bool:
    """True if the transaction that begins on this connection will write."""
    return bool(connection.get_execution_options().get(WRITES))


def writes_much(connection: Connection) -> bool:
    """True if that transaction will write thousands of rows."""
    return bool(connection.get_execution_options().get(MUCH))


@contextmanager
def sensible() -> Iterator[None]:
    """For code that reads what is kept and does nothing else: what cannot be read there is damage."""
    try:
        yield
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
