"""A row as it travels comes back as it was; what makes no sense does not come in."""

import json
from datetime import date, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.store.values import LogRow
from quizapp.study.merging.ordinary import LONGEST
from quizapp.study.merging.row import line_of, row_from, row_in
from tests.conftest import NOW
from tests.scheduling.logs import logs
from tests.study.merging.machines import answer

DAY = NOW.date()
SOUND = {
    "uuid": "u",
    "card": "t/a",
    "at": NOW.isoformat(),
    "day": DAY.isoformat(),
    "what": "answer",
    "grade": 4,
    "undoes": None,
    "milliseconds": 1200,
    "answered": {"typed": "12"},
    "device": "d",
}
LEARNED = {"what": "learned", "grade": None, "answered": {"memory": ["2026-03-05", 3, 250, 1, 0]}}
WRONG: list[dict[str, Any]] = [
    {"uuid": ""},
    {"uuid": "u" * 201},
    {"uuid": "a\x1b[2Jb"},
    {"uuid": 7},
    {"card": "t/\x00"},
    {"card": "two\nlines"},
    {"device": "\u202eback"},
    {"at": "2026-03-04T09:00:00"},
    {"at": "yesterday"},
    {"at": 1772614800},
    {"day": "2026-03-09"},
    {"day": "9999-12-31", "at": "9999-12-31T00:00:00+00:00"},
    {"day": "1800-01-01", "at": "1800-01-01T00:00:00+00:00"},
    {"what": "dance"},
    {"grade": 6},
    {"grade": -1},
    {"grade": 2.5},
    {"grade": True},
    {"grade": "4"},
    {"grade": None},
    {"undoes": "v"},
    {"what": "undo", "grade": None},
    {"milliseconds": -1},
    {"milliseconds": 2**31},
    {"answered": []},
    {"answered": None},
    {"more": 1},
    {"what": "learned", "grade": None, "answered": {"memory": 5}},
    {"what": "learned", "grade": None, "answered": {"memory": ["tomorrow", 1, 250, 1, 0]}},
    {"what": "learned", "grade": None, "answered": {"memory": ["2026-03-05", 40_000, 250, 1, 0]}},
    {"what": "learned", "grade": None, "answered": {"memory": ["9999-12-31", 1, 250, 1, 0]}},
    {"what": "learned", "grade": None, "answered": {"memory": ["2026-03-05", 1, 250, 1, -1]}},
    {"what": "learned", "grade": None, "answered": {"memory": ["2026-03-05", 1, "x", 1, 0]}},
    {"what": "learned", "grade": None, "answered": {"memory": ["2026-03-05", 1, 250, 1, 0, True]}},
]


def as_line(**columns: Any) -> bytes:
    return json.dumps({**SOUND, **columns}).encode()


def test_a_sound_row_comes_in() -> None:
    row = row_in(as_line())
    assert row is not None
    assert (row.entry.card, row.entry.at, row.entry.day, row.entry.grade) == ("t/a", NOW, DAY, 4)
    assert row_in(as_line(**LEARNED)) is not None


@pytest.mark.parametrize("columns", WRONG, ids=str)
def test_what_makes_no_sense_does_not(columns: dict[str, Any]) -> None:
    assert row_in(as_line(**columns)) is None


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"[]",
        b"{",
        b"\xff\xfe",
        as_line()[:-9],
        as_line() + b"}",
        b'{"uuid":"u"}',
        as_line(answered="@").replace(b'"@"', b'{"a":NaN}'),
        as_line(answered="@").replace(b'"@"', b'{"a":1e999}'),
        as_line(answered="@").replace(b'"@"', b'{"a":' + b"1" * 9999 + b"}"),
        as_line(answered="@").replace(b'"@"', b'{"a":' + b"[" * 99_999 + b"]" * 99_999 + b"}"),
        as_line(answered="@").replace(b'"@"', b'{"a":"\\ud800"}'),
        as_line(at="0001-01-01T00:00:00+14:00"),
        as_line(at="9999-12-31T23:59:59-14:00"),
    ],
    ids=lambda line: repr(line[:40]),
)
def test_no_line_however_odd_breaks_anything(line: bytes) -> None:
    assert row_in(line) is None


@given(st.binary(max_size=200))
def test_any_bytes_are_no_row(line: bytes) -> None:
    assert row_in(line) is None


@given(logs())
def test_every_row_comes_back_as_it_was(entries: list[Entry]) -> None:
    for entry in entries:
        row = LogRow(entry, 1234, {"typed": "卷积\n\u2028\x00", "numbers": [1, 2.5, None, 10**30]}, "here")
        line = line_of(row)
        assert line is not None
        assert line.count(b"\n") == 1
        assert row_in(line) == row


def test_an_instant_is_written_in_utc_to_the_microsecond() -> None:
    at = (NOW + timedelta(microseconds=7)).astimezone(timezone(timedelta(hours=9)))
    line = line_of(answer("t/a", at)) or b""
    assert json.loads(line)["at"] == "2026-03-04T09:00:00.000007+00:00"


@pytest.mark.parametrize(
    "row",
    [
        answer("t/a")._replace(answered={"code": "x" * LONGEST}),
        answer("t/a")._replace(answered={"n": float("nan")}),
        answer("t/a")._replace(milliseconds=-5),
        LogRow(Entry("u", "t/a", NOW, DAY, What.LEARNED, memory=Memory(date(9999, 1, 1)))),
    ],
    ids=["long", "nan", "time", "due"],
)
def test_a_row_that_no_machine_could_read_is_not_written(row: LogRow) -> None:
    assert line_of(row) is None


@pytest.mark.parametrize("columns", [{"uuid": b"\x00"}, {"uuid": "\udc80"}, {"day": "soon"}, {"at": None}], ids=str)
def test_columns_of_a_database_are_judged_alike(columns: dict[str, Any]) -> None:
    sound = {**SOUND, "at": NOW}
    assert row_from(sound) == row_in(as_line())
    assert row_from({**sound, **columns}) is None


def test_what_was_done_after_a_clock_was_put_back_is_a_row_like_any_other() -> None:
    before = row_in(as_line(at=(NOW + timedelta(days=200)).isoformat()))
    assert before is not None
    assert (before.entry.day, before.entry.at) == (DAY, NOW + timedelta(days=200))
