"""Ordinary answers are told without being judged column by column: whatever is told to be one would be let in."""

import json
from datetime import UTC, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.log.rows import columns_of, read_row, values_of
from quizapp.store.values import LogRow
from quizapp.study.merging.ordinary import is_ordinary, plain_line
from quizapp.study.merging.row import line_of, row_in
from tests.conftest import NOW
from tests.study.merging.machines import answer

DAY = NOW.date()
_NAMES = st.text(max_size=3) | st.sampled_from(
    ["u" * 200, "u" * 201, "a\nb", "\x1b", "\u202e", "\ud800", "卷积", '"', "\\"]
)
_VALUES: st.SearchStrategy[Any] = st.none() | st.booleans() | _NAMES | st.integers() | st.floats() | st.lists(st.none())
_DAYS = st.integers(-80_000, 80_000).map(lambda days: DAY + timedelta(days=days))


@st.composite
def _rows(draw: st.DrawFn) -> LogRow:
    """Rows such as a database may hold that anything wrote."""
    day = draw(st.just(DAY) | _DAYS)
    at = draw(st.just(NOW) | st.integers(-5, 5).map(lambda days: NOW + (day - DAY) + timedelta(days=days)))
    entry = Entry(
        draw(_NAMES),
        draw(_NAMES),
        at,
        day,
        draw(st.just(What.ANSWER) | st.sampled_from(What)),
        draw(st.just(Grade.GOOD) | st.none()),
        draw(st.none() | _NAMES),
        draw(st.none() | st.just(Memory())),
    )
    milliseconds = draw(st.none() | st.integers(-1, 2**31))
    return LogRow(entry, milliseconds, draw(st.dictionaries(_NAMES, _VALUES, max_size=2)), draw(_NAMES))


def _is_ordinary(row: LogRow) -> bool:
    try:
        return is_ordinary(columns_of(row))
    except ValueError:  # no encoding takes it: it cannot lie in a database
        return False


@given(_rows())
def test_what_is_ordinary_is_let_in_as_it_is(row: LogRow) -> None:
    if _is_ordinary(row):
        line = line_of(row)
        assert line is not None
        assert row_in(line) == row == read_row(*columns_of(row))


@given(_rows())
def test_a_line_says_the_same_whoever_judged_it(row: LogRow) -> None:
    line = plain_line(columns_of(row)) if _is_ordinary(row) else None
    if line is not None:
        values = values_of(row) | {"at": row.entry.at.astimezone(UTC).isoformat(), "day": row.entry.day.isoformat()}
        assert line == json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@pytest.mark.parametrize("answered", [{}, {"right": True}, {"typed": "卷积 3×3" * 20, "mistake": None}], ids=str)
def test_what_learners_answer_is_ordinary(answered: dict[str, Any]) -> None:
    assert _is_ordinary(answer("t/a")._replace(answered=answered))


ORDINARY = columns_of(answer("t/a")._replace(answered={}))
_PLACES = ("uuid", "card", "at", "day", "what", "grade", "undoes", "milliseconds", "answered", "device")


@pytest.mark.parametrize(
    "changed",
    [
        {"uuid": ""},
        {"uuid": "u" * 201},
        {"uuid": b"u"},
        {"uuid": 'a"b'},
        {"card": "a\x1b[2J"},
        {"card": "a\\b"},
        {"at": "yesterday"},
        {"at": float(ORDINARY[2])},
        {"at": 2**80},
        {"day": "soon"},
        {"day": 20260304},
        {"day": "20260304"},
        {"day": "9999-12-31"},
        {"day": str(DAY + timedelta(days=3))},
        {"day": str(DAY - timedelta(days=3))},
        {"grade": None},
        {"grade": True},
        {"grade": 6},
        {"what": "undo"},
        {"what": "dance"},
        {"undoes": "u"},
        {"milliseconds": -1},
        {"milliseconds": 1.0},
        {"answered": None},
        {"answered": b"{}"},
        {"answered": "{"},
        {"answered": "[]"},
        {"answered": "[" * 99_999},
        {"answered": "{ }"},
        {"answered": '{"a":true,"a":true}'},
        {"answered": '{"a":"\\u0061"}'},
        {"answered": '{"a":1}'},
        {"answered": '{"a":NaN}'},
        {"answered": '{"a":"\\ud800"}'},
        {"answered": '{"a":[]}'},
    ],
    ids=lambda changed: repr(changed)[:40],
)
def test_what_is_odd_is_judged(changed: dict[str, Any]) -> None:
    assert is_ordinary(ORDINARY)
    columns = dict(zip(_PLACES, ORDINARY, strict=True)) | changed
    assert not is_ordinary(tuple(columns.values()))
    assert plain_line(tuple(columns.values())) is None


def test_a_day_may_be_told_as_one() -> None:
    """As PostgreSQL's driver does."""
    assert plain_line((*ORDINARY[:3], DAY, *ORDINARY[4:])) == plain_line(ORDINARY) is not None
