"""What merging says of itself."""

from datetime import timedelta
from pathlib import Path

import pytest

from quizapp.scheduling.grades import Grade
from quizapp.store.log.rows import columns_of
from quizapp.study.merging import merge as merging
from quizapp.study.merging.merge import merge
from tests.conftest import NOW, questions, write_cards
from tests.study.merging.conftest import Make
from tests.study.merging.machines import Machine, answer


def test_it_counts_what_is_new_and_what_was_known(desk: Machine, laptop: Machine) -> None:
    first = desk.answer("t/a", "t/b", "t/a")
    laptop.collection.append(first[:1])
    told = laptop.merge(desk)
    assert (told.new, told.known, told.differing) == (2, 1, 0)
    assert told.cards == {"t/a", "t/b"}
    assert told.devices == {desk.collection.device: 2}
    assert (told.first, told.last) == (first[1].entry.at, first[2].entry.at)
    assert laptop.uuids() == desk.uuids()


def test_a_second_time_everything_is_known(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a")
    laptop.merge(desk)
    told = laptop.merge(desk)
    assert (told.new, told.known, told.cards, told.first) == (0, 1, frozenset(), None)


def test_a_dry_run_tells_the_same_and_writes_nothing(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a", "t/b")
    told = laptop.merge(desk, dry_run=True)
    assert laptop.uuids() == set()
    assert laptop.merge(desk) == told


def test_a_row_that_says_something_else_is_kept_as_ours_and_counted(desk: Machine, laptop: Machine) -> None:
    (row,) = desk.answer("t/a")
    other = row._replace(entry=row.entry._replace(grade=Grade.AGAIN))
    laptop.collection.append([other])
    told = laptop.merge(desk)
    assert (told.new, told.known, told.differing) == (0, 1, 1)
    assert laptop.collection.history("t/a") == [other]


def test_who_wrote_a_row_makes_no_difference(desk: Machine, laptop: Machine) -> None:
    (row,) = desk.answer("t/a")
    laptop.collection.append([row._replace(device="another")])
    assert laptop.merge(desk).differing == 0


def test_two_rows_of_one_uuid_that_come_together_are_one(desk: Machine) -> None:
    row = answer("t/a")
    other = row._replace(milliseconds=7)
    told = merge(desk.collection, map(columns_of, [row, row, other]), NOW)
    assert (told.new, told.known, told.differing) == (1, 2, 1)
    assert desk.collection.history("t/a") == [row]


def test_cards_that_are_in_no_file_here_are_named(desk: Machine, laptop: Machine, tmp_path: Path) -> None:
    folder = write_cards(tmp_path / "cards", {"deck/topic.md": questions("a")})
    laptop.collection.read_folders([folder], NOW)
    desk.answer("topic/a", "topic/gone")
    assert laptop.merge(desk).unknown == {"topic/gone"}


def test_rows_of_days_to_come_are_counted_for_a_clock_is_wrong(desk: Machine, laptop: Machine) -> None:
    desk.answer("t/a", at=NOW + timedelta(hours=20))
    desk.answer("t/a", at=NOW + timedelta(days=3))
    assert laptop.merge(desk).ahead == 1


def test_more_rows_than_are_taken_at_once_come_in_all_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [columns_of(answer(f"t/{number % 3}")) for number in range(10)]
    whole, pieces = make("whole"), make("pieces")
    told = merge(whole.collection, rows, NOW)
    monkeypatch.setattr(merging, "AT_ONCE", 3)
    assert merge(pieces.collection, reversed(rows), NOW) == told
    cards = ("t/0", "t/1", "t/2")
    assert pieces.standings(cards) == whole.standings(cards)
    assert pieces.collection.differences() == []
