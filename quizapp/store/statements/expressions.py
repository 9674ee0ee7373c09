"""Statements that SQLAlchemy has for each engine apart: a row put in unless it is there, a text that holds a word, …"""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    ClauseElement,
    ColumnElement,
    Dialect,
    Executable,
    Insert,
    Join,
    Table,
    Text,
    literal,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator

from quizapp.store.schema.types import Json

_SIGNS = str.maketrans({sign: f"[{sign}]" for sign in "*?["})


class InsertNew(Insert):
    """An INSERT that passes over rows whose key is there."""

    inherit_cache = True


class Put(Insert):
    """An INSERT that takes the place of the row that has its key."""

    inherit_cache = True


class Reindex(Executable, ClauseElement):
    """The indexes of a table, made anew."""

    inherit_cache = True

    def __init__(self, table: Table) -> None:
        self.table = table


@compiles(Reindex, "sqlite")
def _reindex(element: Reindex, compiler: SQLCompiler, **options: Any) -> str:
    return f"REINDEX {element.table.name}"


@compiles(Reindex, "postgresql")
def _reindex_table(element: Reindex, compiler: SQLCompiler, **options: Any) -> str:
    return f"REINDEX TABLE {element.table.name}"


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


class InTurn(Join):
    """A join whose tables are gone through as they stand, the first one outermost: SQLite would choose for itself."""

    inherit_cache = True


class _Unsought(FunctionElement[str]):
    inherit_cache = True


class _Every(FunctionElement[list[Any]]):
    type = Json()
    inherit_cache = True


class _ByValue(FunctionElement[bool]):
    inherit_cache = True  # of no type: one that is Boolean is compared with 1 on SQLite, and finds no range


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


def by_value(is_within: ColumnElement[bool], is_equal: ColumnElement[bool]) -> ColumnElement[bool]:
    """A join that may be said in two ways: SQLite finds a range by its index, a server joins equal values at once."""
    return _ByValue(is_within, is_equal)


def unsought(column: ColumnElement[str]) -> ColumnElement[str]:
    """The column, looked at in each row: SQLite would find equal texts by an index, and lose the rows' order."""
    asked = _Unsought(column)
    asked.type = column.type
    return asked


def every(column: ColumnElement[Any]) -> ColumnElement[list[Any]]:
    """All of a column as one list, as JSON has it, in the rows' order: to fetch 50,000 rows takes twice as long."""
    return _Every(column)


@compiles(InsertNew)
def _unless_there(element: InsertNew, compiler: SQLCompiler, **options: Any) -> str:
    put_in: str = compiler.visit_insert(element, **options)  # type: ignore[no-untyped-call]  # SQLAlchemy has none
    return f"{put_in} ON CONFLICT DO NOTHING"


@compiles(Put)
def _over(element: Put, compiler: SQLCompiler, **options: Any) -> str:
    put_in: str = compiler.visit_insert(element, **options)  # type: ignore[no-untyped-call]  # SQLAlchemy has none
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


@compiles(InTurn, "sqlite")
def _as_they_stand(element: InTurn, compiler: SQLCompiler, **options: Any) -> str:
    assert element.onclause is not None
    left, right = (compiler.process(side, **options | {"asfrom": True}) for side in (element.left, element.right))
    return f"{left} CROSS JOIN {right} ON {compiler.process(element.onclause, **options)}"


@compiles(_ByValue, "sqlite")
def _within(element: _ByValue, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses.clauses[0], **options)


@compiles(_ByValue, "postgresql")
def _equal(element: _ByValue, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses.clauses[1], **options)


@compiles(_Unsought, "sqlite")
def _with_a_sign(element: _Unsought, compiler: SQLCompiler, **options: Any) -> str:
    return f"+{compiler.process(element.clauses, **options)}"


@compiles(_Unsought, "postgresql")
def _as_it_is(element: _Unsought, compiler: SQLCompiler, **options: Any) -> str:
    return compiler.process(element.clauses, **options)


@compiles(_Every, "sqlite")
def _as_array(element: _Every, compiler: SQLCompiler, **options: Any) -> str:
    return f"json_group_array({compiler.process(element.clauses, **options)})"


@compiles(_Every, "postgresql")
def _as_text(element: _Every, compiler: SQLCompiler, **options: Any) -> str:
    return f"coalesce(CAST(json_agg({compiler.process(element.clauses, **options)}) AS text), '[]')"


@compiles(_Member, "sqlite")
def _by_path(element: _Member, compiler: SQLCompiler, **options: Any) -> str:
    json, key = (compiler.process(clause, **options) for clause in element.clauses)
    return f"json_extract({json}, {key})"


@compiles(_Member, "postgresql")
def _by_key(element: _Member, compiler: SQLCompiler, **options: Any) -> str:
    json, key = (compiler.process(clause, **options) for clause in element.clauses)
    return f"(CAST({json} AS json) ->> {key})"
