"""Packages of ours: the tables as Anki has them, the same bytes each time, and what is not in them."""

import json
import resource
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from quizapp.cards.draft import Draft
from quizapp.errors import StoreError
from quizapp.exchange.anki.writing import package_of
from quizapp.exchange.anki.writing_schedule import Days, Logged, logged, scheduled
from quizapp.exchange.notes import Found, Loss, Note, Past, PastAnswer
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory

NOW = 1_772_614_800_000
DAYS = Days(4, -480)
DUE = date(2026, 3, 10)
BASIC = Note("nets/a", Draft(prompt="a", answer="b\n\nc", id="a", tags=("x", "y::z")), "quizapp:nets/a", ("d", "e"))


def _rows(found: Found, columns: str, table: str, folder: Path) -> list[Sequence[Any]]:
    package, _told, _notes = package_of(found, NOW, DAYS)
    with ZipFile(BytesIO(package)) as zipped:
        (folder / "c").write_bytes(zipped.read("collection.anki2"))
    with closing(sqlite3.connect(folder / "c")) as connection:
        return list(connection.execute(f"SELECT {columns} FROM {table} ORDER BY 1"))


def test_a_note_has_its_guid_tags_fields_and_checksum(tmp_path: Path) -> None:
    (row,) = _rows(Found((BASIC,)), "guid, tags, flds, sfld, csum", "notes", tmp_path)
    assert row == ("quizapp:nets/a", " x y::z ", "a\x1fb\x1fc\x1fnets/a", "a", 0x86F7E437)


def test_decks_bring_those_above_them(tmp_path: Path) -> None:
    ((decks,),) = _rows(Found((BASIC,)), "decks", "col", tmp_path)
    assert sorted(deck["name"] for deck in json.loads(decks).values()) == ["Default", "d", "d::e"]


def test_the_same_cards_at_the_same_instant_give_the_same_bytes() -> None:
    found = Found((replace(BASIC, media=("p.png",)),), (), {"p.png": lambda: b"picture"})
    assert package_of(found, NOW, DAYS) == package_of(found, NOW, DAYS)


def test_pictures_are_members_by_number() -> None:
    note = replace(BASIC, draft=BASIC.draft.model_copy(update={"answer": "![p](media/图.png)"}), media=("图.png",))
    package, _told, _notes = package_of(Found((note,), (), {"图.png": lambda: b"picture"}), NOW, DAYS)
    with ZipFile(BytesIO(package)) as zipped:
        assert json.loads(zipped.read("media")) == {"0": "图.png"}
        assert zipped.read("0") == b"picture"


def test_where_there_is_no_room_for_the_tables_it_is_told(tmp_path: Path) -> None:
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, before[1]))
    try:
        with pytest.raises(StoreError, match="the package cannot be made"):
            package_of(Found((BASIC,)), NOW, DAYS)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_answers_at_one_instant_get_instants_of_their_own(tmp_path: Path) -> None:
    at = datetime(2026, 3, 1, 12, tzinfo=UTC)
    past = Past((PastAnswer("1", at, Grade.GOOD, 9),), Memory(DUE, 1, 250, 1), as_of=at)
    rows = _rows(Found((replace(BASIC, past=past), replace(BASIC, key="k", past=past))), "id", "revlog", tmp_path)
    assert rows == [(int(at.timestamp() * 1000),), (int(at.timestamp() * 1000) + 1,)]


def test_what_is_of_no_kind_that_is_carried_is_told() -> None:
    draft = Draft(kind="points", prompt="a", answer="- b\n- c")
    _package, told, _notes = package_of(Found((replace(BASIC, draft=draft),)), NOW, DAYS)
    assert [(one.place, one.loss) for one in told] == [("nets/a", Loss.NOTE)]


def test_further_answers_that_could_be_typed_are_told(tmp_path: Path) -> None:
    found = Found((replace(BASIC, draft=Draft(kind="typed", prompt="a", answer="`<b>` | two\n\nc")),))
    assert _rows(found, "flds", "notes", tmp_path) == [("a\x1f&lt;b&gt;\x1fc\x1fnets/a",)]
    assert [one.loss for one in package_of(found, NOW, DAYS)[1]] == [Loss.PART]


@pytest.mark.parametrize(
    ("memory", "suspended", "row"),
    [
        (None, False, (0, 0, 7, 0, 0, 0, 0, 0)),
        (None, True, (0, -1, 7, 0, 0, 0, 0, 0)),
        (Memory(DUE, 15, 236, 3, 1), False, (2, 2, 9565, 15, 2360, 4, 1, 0)),
        (Memory(DUE, 15, 236, 3, 1), True, (2, -1, 9565, 15, 2360, 4, 1, 0)),
        (Memory(DUE, 0, 250, 0, 0), False, (1, 1, 1_773_086_400, 0, 2500, 0, 0, 1001)),
        (Memory(DUE, 0, 130, 0, 2), False, (3, 1, 1_773_086_400, 1, 1300, 2, 2, 1001)),
        (Memory(date(1990, 1, 1), 15, 236, 3), False, (2, 2, 0, 15, 2360, 3, 0, 0)),
    ],
)
def test_when_a_card_comes_again(memory: Memory | None, suspended: bool, row: tuple[int, ...]) -> None:
    found = scheduled(Past((), memory, suspended), 7, DAYS)
    counts = (found.interval, found.factor, found.reps, found.lapses, found.left)
    assert (found.type, found.queue, found.due, *counts) == row


def test_the_day_begins_at_the_learners_hour_in_their_zone() -> None:
    assert DAYS.start(DUE) == int(datetime(2026, 3, 9, 20, tzinfo=UTC).timestamp())
    assert DAYS.day(datetime(2026, 3, 9, 19, 59, tzinfo=UTC)) == DUE - timedelta(days=1)
    assert DAYS.day(datetime(2026, 3, 9, 20, 0, tzinfo=UTC)) == DUE


def test_each_answer_says_what_it_did_to_the_schedule() -> None:
    start = datetime(2026, 3, 1, 12, tzinfo=UTC)
    grades = [(0, Grade.AGAIN), (0, Grade.GOOD), (1, Grade.EASY), (7, Grade.BLACKOUT), (7, Grade.HARD), (7, Grade.GOOD)]
    given = tuple(
        PastAnswer(str(number), start + timedelta(days=day, minutes=number), grade, 1_000)
        for number, (day, grade) in enumerate(grades)
    )
    rows = list(logged(Past(given), DAYS))
    assert [(row.ease, row.interval, row.last, row.factor, row.type) for row in rows] == [
        (1, -60, 0, 0, 0),
        (3, 1, -60, 0, 0),
        (4, 6, 1, 2600, 1),
        (1, -600, 6, 2600, 1),
        (2, 1, -600, 2460, 2),
        (3, 1, 1, 2460, 2),
    ]
    assert rows[0] == Logged(int(start.timestamp()) * 1000, 1, -60, 0, 0, 1_000, 0)
