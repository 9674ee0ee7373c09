"""The log: appended, durable when `append` returns, never changed; the schedule follows it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text

from quizapp.errors import StoreError
from quizapp.scheduling.fold import fold
from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import Entry, What
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import SM2
from quizapp.store.collection import Collection
from quizapp.store.engines.database import Place, database
from quizapp.store.engines.engine import writing
from quizapp.store.schema import tables
from quizapp.store.values import LogRow
from tests.conftest import ENGINES, NOW
from tests.scheduling.logs import logs
from tests.store.rows import good, row, undo

both = pytest.mark.parametrize("place", ENGINES, indirect=True)


@contextmanager
def another_program(place: Place) -> Iterator[Connection]:
    engine = database(place, Path()).open()
    try:
        with writing(engine) as connection:
            yield connection
    finally:
        engine.dispose()


@both
def test_a_row_is_there_for_other_programs_when_append_returns(collection: Collection, place: Place) -> None:
    appended = good("t/a")
    collection.append([appended])
    with another_program(place) as other:
        assert other.execute(text("SELECT uuid, card, grade FROM log")).all() == [(appended.entry.uuid, "t/a", 4)]
        assert other.execute(tables.schedule.select()).one().due == date(2026, 3, 5)


@both
def test_a_row_comes_back_as_it_was(collection: Collection) -> None:
    given_ = row("t/a", What.ANSWER, Grade.HARD, milliseconds=1234, typed="卷积", right=True)
    collection.append([given_])
    assert collection.history("t/a") == [given_]


@both
def test_what_was_learned_elsewhere_comes_back_as_it_was(collection: Collection) -> None:
    memory = Memory(NOW.date(), interval=50, easiness=210, repetitions=7, lapses=2)
    learned = LogRow(
        Entry("row-x", "t/a", NOW, NOW.date(), What.LEARNED, memory=memory), None, {"source": "anki"}, "here"
    )
    collection.append([learned])
    assert collection.history("t/a") == [learned]
    assert collection.standing("t/a").memory == memory
    assert collection.differences() == []


@both
@pytest.mark.parametrize("statement", ["UPDATE log SET grade = 5", "DELETE FROM log"])
def test_rows_can_be_neither_changed_nor_removed(collection: Collection, place: Place, statement: str) -> None:
    collection.append([good("t/a")])
    with pytest.raises(StoreError, match="append only"), another_program(place) as other:
        other.execute(text(statement))


@both
def test_a_row_that_is_there_already_is_not_appended_again(collection: Collection) -> None:
    first, second = good("t/a"), good("t/a", NOW + timedelta(days=1))
    collection.append([first])
    collection.append([first, second])
    assert collection.history("t/a") == [first, second]
    assert collection.standing("t/a").memory.interval == 6
    assert collection.differences() == []


@both
def test_appending_nothing_does_nothing(collection: Collection) -> None:
    collection.append([])
    assert collection.activity().answers == {}


@both
def test_rows_of_one_append_are_all_kept_or_none(collection: Collection) -> None:
    broken = LogRow(Entry("x", "t/b", NOW, NOW.date(), What.UNDO))  # an undo of nothing breaks a constraint
    with pytest.raises(Exception, match="constraint"):
        collection.append([good("t/a"), broken])
    assert collection.history("t/a") == []
    assert collection.differences() == []


@both
def test_an_undo_that_came_before_the_answer_holds(collection: Collection) -> None:
    answer = good("t/a")
    collection.append([undo(answer, at=NOW - timedelta(days=1))])
    collection.append([answer])
    assert collection.standing("t/a").memory.due is None
    assert collection.differences() == []


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_the_schedule_is_the_fold_of_the_log_however_rows_arrive(data: st.DataObject) -> None:
    entries = data.draw(logs("t/a"))
    arriving = data.draw(st.permutations(entries))
    cuts = data.draw(st.lists(st.integers(0, len(entries)), max_size=6).map(sorted))
    with TemporaryDirectory() as folder, Collection(Path(folder) / "q.db", Path(folder), NOW) as collection:
        for start, end in zip([0, *cuts], [*cuts, len(entries)], strict=True):
            collection.append([LogRow(entry) for entry in arriving[start:end]])
        assert collection.differences() == []
        if entries:
            assert collection.standing("t/a") == fold(entries, SM2())


@both
def test_rebuilding_mends_a_schedule_that_was_tampered_with(collection: Collection, place: Place) -> None:
    collection.append([good("t/a"), good("t/b")])
    invented = "'t/c', due, 1, 250, 1, 0, FALSE, FALSE, NULL, due, due, last, NULL, NULL, NULL"
    with another_program(place) as other:
        other.execute(text("UPDATE schedule SET interval = 99 WHERE card = 't/a'"))
        other.execute(text("DELETE FROM schedule WHERE card = 't/b'"))
        other.execute(text(f"INSERT INTO schedule SELECT {invented} FROM schedule"))
    assert collection.differences() == ["t/a", "t/b", "t/c"]
    collection.rebuild()
    assert collection.differences() == []
    assert collection.standing("t/a").memory.interval == 1


@both
def test_the_rows_of_a_day_are_those_of_the_learners_day(collection: Collection) -> None:
    night = NOW.replace(hour=3) + timedelta(days=1)
    rows = [good("t/a"), good("t/b", night), good("t/c", night.replace(hour=4))]
    collection.append(rows)
    assert collection.of_day(NOW.date()) == rows[:2]


@both
def test_the_rows_from_an_instant_on_are_those_of_every_day(collection: Collection) -> None:
    rows = [good("t/a"), good("t/b", NOW + timedelta(hours=1)), good("t/c", NOW + timedelta(days=3))]
    collection.append(rows)
    assert collection.since(NOW + timedelta(hours=1)) == rows[1:]


@both
def test_of_two_rows_of_one_instant_the_first_uuid_comes_first(collection: Collection) -> None:
    first, second = row("t/a", What.ANSWER, Grade.EASY, NOW), row("t/a", What.ANSWER, Grade.AGAIN, NOW)
    collection.append([second])
    collection.append([first])
    assert collection.standing("t/a") == fold([first.entry, second.entry], SM2())
    assert collection.standing("t/a").memory.interval == 0
