"""Lines of results, as a hostile process may have written them, read into plain values."""

import json
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from quizapp.checks.exercises.inside.plain import MOST_DEPTH

_LAST_LINE = 99_999
"""Further than any code goes on."""


@dataclass(frozen=True)
class Value:
    """What a call gave back: plain data."""

    value: Any


@dataclass(frozen=True)
class Unfit:
    """What a call gave back is no plain data, or too much of it: `type`, `long`, `deep`, `digits`; and which."""

    why: str
    which: str


@dataclass(frozen=True)
class Raised:
    """An exception: its class, message and the learner's line (0 where it is none of theirs).

    `stage` is `syntax`, `defining` or `fault` (in a call).
    """

    stage: str
    name: str
    message: str
    line: int


Result = Value | Unfit | Raised


class Forged(Exception):
    """A line that our own half of the child does not write."""


@dataclass(frozen=True)
class Report:
    """What the child told: the walls that stood, whether the code was read to its end, what came of each call."""

    shut: frozenset[str] | None
    ready: bool
    results: Sequence[Result]


def read_report(data: bytes) -> Report:
    """What was told; reading ends where a line makes no sense. `shut` is None where not even that was told."""
    shut: frozenset[str] | None = None
    ready = False
    found: list[Result] = []
    with suppress(Forged):
        for line in _lines(data):
            if shut is None:
                shut = _names(line)
            elif "ready" in line:
                ready = True
            else:
                found.append(_result(line))
    return Report(shut, ready, found)


def _names(line: dict[str, Any]) -> frozenset[str]:
    if not isinstance(line.get("shut"), list):
        raise Forged
    return frozenset(_text(name) for name in line["shut"])


def _lines(data: bytes) -> Iterator[dict[str, Any]]:
    for line in data.split(b"\n")[:-1]:
        try:
            read = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise Forged from error
        if not isinstance(read, dict) or len(read) != 1:
            raise Forged
        yield read


def _result(line: dict[str, Any]) -> Result:
    ((kind, data),) = line.items()
    if kind == "value":
        return Value(_value(data, 0))
    if not isinstance(data, list):
        raise Forged
    if kind == "unfit" and len(data) == 2:
        return Unfit(_text(data[0]), _text(data[1]))
    if kind in ("syntax", "defining", "fault") and len(data) == 3:
        return Raised(kind, _text(data[0]), _text(data[1]), _line_number(data[2]))
    raise Forged


def _value(data: Any, depth: int) -> Any:
    if depth > MOST_DEPTH + 1:
        raise Forged
    if isinstance(data, list):
        return [_value(item, depth + 1) for item in data]
    if not isinstance(data, dict):
        return data
    if len(data) == 1 and isinstance(data.get("tuple"), list):
        return tuple(_value(data["tuple"], depth))
    if len(data) == 1 and isinstance(data.get("dict"), list):
        return _mapping(data["dict"], depth + 1)
    raise Forged


def _mapping(rows: list[Any], depth: int) -> dict[Any, Any]:
    try:
        return {_key(key, depth): _value(value, depth) for key, value in map(_pair, rows)}
    except TypeError as error:
        raise Forged from error


def _pair(row: Any) -> list[Any]:
    pair = row.get("tuple") if isinstance(row, dict) else row
    if not isinstance(pair, list) or len(pair) != 2:
        raise Forged
    return pair


def _key(data: Any, depth: int) -> Any:
    key = _value(data, depth)
    hash(key)
    return key


def _line_number(data: Any) -> int:
    if not isinstance(data, int) or not 0 <= data <= _LAST_LINE:
        raise Forged
    return data


def _text(data: Any) -> str:
    if not isinstance(data, str):
        raise Forged
    return data
