"""Ordinary answers are told without being judged column by column: whatever is told to be one would be let in."""

import json
from datetime import UTC, date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.log.rows import values_of
from quizapp.store.values import LogRow
from quizapp.study.merging.row import is_ordinary, line_of, row_in
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


@given(_rows())
def test_what_is_ordinary_is_let_in_as_it_is(row: LogRow) -> None:
    if is_ordinary(row):
        line = line_of(row)
        assert line is not None
        assert row_in(line) == row


@given(_rows())
def test_a_line_says_the_same_whoever_judged_it(row: LogRow) -> None:
    line = line_of(row)
    if line is not None and is_ordinary(row):
        values = values_of(row) | {"at": row.entry.at.astimezone(UTC).isoformat(), "day": row.entry.day.isoformat()}
        assert line == json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


@pytest.mark.parametrize("answered", [{}, {"right": True}, {"typed": "卷积 3×3", "mistake": None}], ids=str)
def test_what_learners_answer_is_ordinary(answered: dict[str, Any]) -> None:
    assert is_ordinary(answer("t/a")._replace(answered=answered))


@pytest.mark.parametrize(
    "changed",
    [
        {"uuid": ""},
        {"uuid": "u" * 201},
        {"uuid": b"u"},
        {"card": "a\x1b[2J"},
        {"day": date(9999, 12, 31)},
        {"day": DAY + timedelta(days=3)},
        {"grade": None},
        {"what": What.UNDO},
        {"undoes": "u"},
    ],
    ids=str,
)
def test_what_is_odd_is_judged(changed: dict[str, Any]) -> None:
    row = answer("t/a")._replace(answered={})
    assert is_ordinary(row)
    assert not is_ordinary(row._replace(entry=row.entry._replace(**changed)))


@pytest.mark.parametrize(
    "answered", [{"a": 1}, {"a": "\ud800"}, {"\ud800": True}, {"a": float("nan")}, {"a": []}], ids=ascii
)
def test_answers_that_may_not_travel_are_judged(answered: dict[str, Any]) -> None:
    assert not is_ordinary(answer("t/a")._replace(answered=answered))
