"""Machines keep in step through a folder; what is written there heals, whatever becomes of it."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.scheduling.log import What
from quizapp.store.log.rows import columns_of
from quizapp.store.log.sharing import Tally
from quizapp.store.waiting.glance import choices
from quizapp.study.merging import own_file, shared_folder
from quizapp.study.merging.merge import merge
from quizapp.study.pen import Pen
from tests.conftest import NOW
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine, answer, machine, written


def test_what_one_writes_the_other_takes_in(desk: Machine, laptop: Machine) -> None:
    rows = desk.answer("t/a", "t/b")
    done = desk.sync()
    assert (done.written, done.merged.new, done.failed) == (2, 0, False)
    done = laptop.sync()
    assert (done.written, done.merged.new, done.merged.cards) == (0, 2, frozenset({"t/a", "t/b"}))
    assert laptop.collection.history("t/a") == rows[:1]


def test_a_file_begins_with_a_header_and_has_a_row_a_line(desk: Machine) -> None:
    (row,) = desk.answer("t/a")
    desk.sync()
    header, line = map(json.loads, desk.file.read_text("utf-8").splitlines())
    assert header == {
        "format": "quizapp-log",
        "version": 1,
        "device": desk.collection.device,
        "name": "desk",
        "choices": {},
    }
    assert line == {
        "uuid": row.entry.uuid,
        "card": "t/a",
        "at": row.entry.at.isoformat(),
        "day": "2026-03-04",
        "what": "answer",
        "grade": 4,
        "undoes": None,
        "milliseconds": 1200,
        "answered": {"typed": "卷积 \n \x1b[2J", "right": True},
        "device": desk.collection.device,
    }


def test_nothing_is_written_twice_and_nothing_in_anothers_file(desk: Machine, laptop: Machine, shared: Path) -> None:
    desk.answer("t/a")
    desk.sync()
    before = desk.file.read_bytes()
    laptop.answer("t/b")
    for each in (laptop, desk, laptop, desk):
        each.sync()
    assert desk.file.read_bytes() == before
    assert written(shared) == sorted(desk.uuids()) == sorted(laptop.uuids())


def test_a_file_only_grows(desk: Machine) -> None:
    content = b""
    for _ in range(3):
        desk.answer("t/a")
        desk.sync()
        before, content = content, desk.file.read_bytes()
        assert content.startswith(before)
        assert len(content) > len(before)


def test_a_machine_that_has_nothing_to_say_makes_no_file(desk: Machine, shared: Path) -> None:
    assert desk.sync().written == 0
    assert list(shared.iterdir()) == []


def test_without_a_folder_nothing_is_done(tmp_path: Path) -> None:
    alone = machine(tmp_path / "alone", None)
    alone.answer("t/a")
    assert alone.sync().folder is None
    assert alone.collection.seen() is None
    alone.desk.close()


def test_if_nothing_changed_no_file_is_opened_and_nothing_written(
    desk: Machine, laptop: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in (desk, laptop, desk):
        each.answer("t/a")
        each.sync()
    desk.sync()
    desk.reopen()
    monkeypatch.setattr(shared_folder, "careful", None)
    monkeypatch.setattr(own_file, "growing", None)
    monkeypatch.setattr(desk.collection, "keep_seen", None)
    done = desk.sync()
    assert (done.merged.new, done.written, done.troubles) == (0, 0, [])


def test_rows_of_a_session_are_known_without_a_look_at_the_others(desk: Machine) -> None:
    desk.answer("t/a")
    tally, rows = desk.collection.gained(Tally(0))
    assert [row.entry.card for row in rows or ()] == ["t/a"]
    desk.answer("t/b", "t/c")
    later, rows = desk.collection.gained(tally)
    assert [row.entry.card for row in rows or ()] == ["t/b", "t/c"]
    assert desk.collection.gained(later) == (later, [])
    desk.collection.append([answer("t/d", NOW - timedelta(days=9))])
    assert desk.collection.gained(later)[1] is None


def test_after_others_rows_came_in_no_file_is_read_anew(desk: Machine, laptop: Machine) -> None:
    for each in (desk, laptop, desk, laptop):
        each.answer(*(f"t/{number}" for number in range(20)))
        each.sync()
    laptop.answer("t/a")
    done = laptop.sync()
    assert (done.written, done.merged.known) == (1, 1)  # the one that was written, read back


def test_rows_that_came_by_another_way_are_written_too(desk: Machine, laptop: Machine, make: Make) -> None:
    desk.answer("t/a")
    desk.sync()
    merge(desk.collection, [columns_of(answer("t/b", NOW - timedelta(days=400)))], NOW)
    assert desk.sync().written == 1
    assert laptop.sync().merged.new == 2


def test_an_undo_on_one_machine_holds_on_the_other(desk: Machine, laptop: Machine) -> None:
    (row,) = desk.answer("t/a")
    desk.sync()
    laptop.sync()
    pen = Pen(desk.collection.device, desk.desk.settings.day_starts_at)
    desk.collection.append([pen.row("t/a", What.UNDO, NOW + timedelta(minutes=1), undoes=row.entry.uuid)])
    desk.sync()
    laptop.sync()
    assert laptop.collection.standing("t/a").memory.due is None


def test_a_relative_folder_lies_beside_the_settings(tmp_path: Path) -> None:
    here = machine(tmp_path / "here", Path("Sync"))
    (tmp_path / "here" / "Sync").mkdir()
    here.answer("t/a")
    assert here.sync().written == 1
    assert (tmp_path / "here" / "Sync" / f"{here.collection.device}.jsonl").exists()
    here.desk.close()


def test_what_is_kept_of_the_folder_is_no_choice_of_the_learner(desk: Machine) -> None:
    desk.answer("t/a")
    desk.sync()
    assert desk.collection.seen()
    assert desk.collection.settings() == choices(desk.path) == {}


def test_another_program_that_answers_meanwhile_loses_nothing(desk: Machine, laptop: Machine) -> None:
    second = machine(desk.path.parent, desk.shared)
    for each in (desk, second, desk, second):
        each.answer("t/a")
        each.sync()
        each.answer("t/b")
    desk.sync()
    laptop.sync()
    assert laptop.uuids() == desk.uuids() == second.uuids()
    assert len(laptop.uuids()) == 8
    second.desk.close()
