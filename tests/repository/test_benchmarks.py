"""The benchmarks measure what they say."""

from pathlib import Path

from benchmarks.decks import NOW, learn, write_cards
from benchmarks.measuring import Measured, measured, table
from quizapp.paths import Places
from quizapp.study.opening import open_desk


def test_the_figures_are_those_of_the_times() -> None:
    one = Measured("a", tuple(float(number) for number in range(1, 201)))
    assert (one.median, one.longest) == (100.5, 200.0)
    assert 198 <= one.p99 <= 200
    assert Measured("b", (1.0, 3.0)).p99 == 3.0


def test_the_table_has_a_row_for_each_and_aligns() -> None:
    head, *rows = table([Measured("short", (1.0,)), Measured("a longer name", (12.5, 13.5))]).splitlines()
    assert [row.split()[-3:] for row in rows] == [["1.00", "1.00", "1.00"], ["13.00", "13.50", "13.50"]]
    assert {len(row) for row in rows} == {len(head)}


def test_every_piece_of_work_is_timed_once() -> None:
    done: list[int] = []
    one = measured("three", [lambda: done.append(1)] * 3)
    assert len(done) == len(one.times) == 3
    assert all(time >= 0 for time in one.times)


def test_the_cards_to_measure_with_are_sound_and_the_learned_ones_due(tmp_path: Path) -> None:
    write_cards(tmp_path, 200)
    with open_desk(Places(tmp_path, tmp_path), NOW) as desk:
        desk.read_cards(NOW)
        learn(desk, 0.5)
        assert desk.collection.faults() == []
        assert len(desk.collection.every()) == 200
        assert len(desk.collection.due(desk.pen.day(NOW))) == 100
