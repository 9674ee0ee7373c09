"""The folder heals: whatever becomes of its files, the machines that have the rows write them again."""

import json
import os
from pathlib import Path

import pytest

from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine, written


def test_a_folder_that_was_lost_is_filled_again(desk: Machine, laptop: Machine, shared: Path) -> None:
    desk.answer("t/a")
    laptop.answer("t/b")
    for each in (desk, laptop, desk):
        each.sync()
    for file in shared.iterdir():
        file.unlink()
    assert desk.sync().written == 2
    assert laptop.sync().written == 0
    assert written(shared) == sorted(desk.uuids())


@pytest.mark.parametrize("kept", [0, 10, 200, 420], ids=str)
def test_a_file_that_was_cut_off_is_made_whole_by_whoever_has_the_rows(
    desk: Machine, laptop: Machine, make: Make, kept: int
) -> None:
    desk.answer("t/a", "t/b", "t/c")
    desk.sync()
    laptop.sync()
    desk.file.write_bytes(desk.file.read_bytes()[:kept])
    assert laptop.sync().written > 0
    third = make("third")
    third.sync()
    assert third.uuids() == desk.uuids()
    desk.answer("t/d")
    assert desk.sync().written == 1
    third.sync()
    assert third.uuids() == desk.uuids()


def test_a_file_that_was_put_back_to_an_older_state_is_noticed(desk: Machine, laptop: Machine, make: Make) -> None:
    desk.answer("t/a")
    desk.sync()
    older = desk.file.read_bytes()
    desk.answer("t/b")
    desk.sync()
    laptop.sync()
    desk.file.write_bytes(older)
    assert desk.sync().written == 1
    third = make("third")
    assert third.sync().merged.new == 2


def test_a_file_of_the_same_size_with_other_rows_is_noticed(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a")
    desk.sync()
    laptop.sync()
    other = json.dumps(json.loads(desk.file.read_text("utf-8").splitlines()[1]) | {"uuid": "x" * 36})
    header = desk.file.read_bytes().splitlines(keepends=True)[0]
    desk.file.write_bytes(header + other.encode() + b"\n")
    assert laptop.sync().merged.new == 1
    assert "x" * 36 in laptop.uuids()


def test_a_file_that_was_only_touched_is_left_at_that(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a")
    desk.sync()
    laptop.sync()
    os.utime(desk.file, (1, 1))
    for each in (laptop, desk):
        done = each.sync()
        assert (done.merged.new, done.merged.known, done.written) == (0, 0, 0)


def test_another_folder_is_filled_from_the_beginning(desk: Machine, tmp_path: Path) -> None:
    desk.answer("t/a", "t/b")
    desk.sync()
    other = tmp_path / "other"
    other.mkdir()
    desk.share(other)
    assert desk.sync().written == 2


@pytest.mark.parametrize("kept", ["nonsense", {"files": 3}, [1], {"version": 99}], ids=str)
def test_bookmarks_that_make_no_sense_are_none(desk: Machine, laptop: Machine, kept: object) -> None:
    desk.answer("t/a")
    desk.sync()
    laptop.answer("t/b")
    laptop.sync()
    desk.collection.keep_seen(kept)
    done = desk.sync()
    assert (done.merged.new, done.written) == (1, 0)


@pytest.mark.parametrize(("key", "value"), [("version", 0), ("folder", "other"), ("device", "other")])
def test_with_bookmarks_of_another_format_folder_or_device_everything_is_read_anew(
    desk: Machine, key: str, value: object
) -> None:
    desk.answer("t/a", "t/b", "t/c")
    desk.sync()
    assert desk.sync().merged.known == 0
    desk.collection.keep_seen(desk.collection.seen() | {key: value})
    done = desk.sync()
    assert (done.merged.known, done.written) == (3, 0)
