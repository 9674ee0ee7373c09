"""Statements that SQLAlchemy has for each engine apart: a row put in unless it is there, a text that holds a word, …"""

from typing import Any

from sqlalchemy import BigInteger, Boolean, ColumnElement, Dialect, Insert, Text, literal
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

_SIGNS = str.maketrans({sign: f"[{sign}]" for sign in "*?["})


class InsertNew(Insert):
    """An INSERT that passes over rows whose key is there."""

    inherit_cache = True


class Put(Insert):
    """An INSERT that takes the place of the row that has its key."""

    inherit_cache = True


class _Word(TypeDecorator[str]):
    """A word as the engine looks for it. SQLite does so by a pattern: for ASCII that is faster than its `instr`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the database."""
        if value is None or dialect.name != "sqlite":
            return value
        return f"*{value.translate(_SIGNS)}*"


class _Key(TypeDecorator[str]):
    """A key of a JSON object as the engine names it; SQLite does so by a path."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the database."""
        return value if value is None or dialect.name != "sqlite" else f'$."{value}"'


class _Holds(FunctionElement[bool]):
    type = Boolean()
    inherit_cache = True


class _Member(FunctionElement[str]):
    type = Text()
    inherit_cache = True


class Number(ColumnElement[int]):
    """How many rows its table had once this one was appended, if none was ever removed; NULL on a server."""

    type = BigInteger()
    inherit_cache = True


def holds(text: ColumnElement[str], word: str) -> ColumnElement[bool]:
    """True where the text holds the word anywhere, sign for sign."""
    return _Holds(text, literal(word, _Word()))


def member(json: ColumnElement[Any], key: str) -> ColumnElement[str]:
    """The text that a JSON object has under the key; NULL where it has none. The key is a plain word."""
    assert key.isalnum()
    return _Member(json, literal(key, _Key()))


@compiles(InsertNew)
def _unless_there(element: InsertNew, compiler: SQLCompiler, **options: Any) -> str:
    put_in: str = compiler.visit_insert(element, **options)  # type: ignore[no-untyped-call]
    return f"{put_in} ON CONFLICT DO NOTHING"


@compiles(Put)
def _over(element: Put, compiler: SQLCompiler, **options: Any) -> str:
    put_in: str = compiler.visit_insert(element, **options)  # type: ignore[no-untyped-call]
    key = ", ".join(column.name for column in element.table.primary_key)
    rest = (compiler.preparer.format_column(column) for column in element.table.c if not column.primary_key)
    return f"{put_in} ON CONFLICT ({key}) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in rest)}"


@compiles(Number, "sqlite")
def _by_rowid(element: Number, compiler: SQLCompiler, **options: Any) -> str:
    return "rowid"


@compiles(Number, "postgresql")
def _by_nothing(element: Number, compiler: SQLCompiler, **options: Any) -> str:
    return "CAST(NULL AS bigint)"


@compiles(_Holds, "sqlite")
def _by_pattern(element: _Holds, compiler: SQLCompiler, **options: Any) -> str:
    text, word = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({text} GLOB {word})"


@compiles(_Holds, "postgresql")
def _by_position(element: _Holds, compiler: SQLCompiler, **options: Any) -> str:
    text, word = (compiler.process(clause, **options) for clause in element.clauses)
    return f"(strpos({text}, {word}) > 0)"


@compiles(_Member, "sqlite")
def _by_path(element: _Member, compiler: SQLCompiler, **options: Any) -> str:
    json, key = (compiler.process(clause, **options) for clause in element.clauses)
    return f"json_extract({json}, {key})"


@compiles(_Member, "postgresql")
def _by_key(element: _Member, compiler: SQLCompiler, **options: Any) -> str:
    json, key = (compiler.process(clause, **options) for clause in element.clauses)
    return f"(CAST({json} AS json) ->> {key})"
