"""Figures are those of the times that were measured."""

from collections.abc import Callable
from threading import Event

import pytest

from benchmarks.figures import PROCESSOR, Figures, in_turn, measured, timed


def test_the_figures_are_those_of_the_times() -> None:
    one = Figures(tuple(float(number) for number in range(1, 201)))
    assert (one.median, one.longest) == (100.5, 200.0)
    assert 198 <= one.p99 <= 200
    assert Figures((1.0, 3.0)).p99 == 3.0


def test_every_piece_of_work_is_timed_once() -> None:
    done: list[int] = []
    one = measured([lambda: done.append(1)] * 3)
    assert len(done) == len(one.runs) == 3
    assert all(time >= 0 for time in one.runs)


@pytest.mark.parametrize(("runs", "noisy"), [((10.0, 10.1, 10.2, 10.3), False), ((10.0, 11.0, 14.0, 19.0), True)])
def test_runs_that_lie_far_apart_are_noisy(runs: tuple[float, ...], noisy: bool) -> None:
    assert Figures(runs).noisy is noisy


def test_measures_are_taken_by_turns_and_the_first_turn_is_not_counted() -> None:
    order: list[str] = []

    def measure(name: str) -> Callable[[], float]:
        def taken() -> float:
            order.append(name)
            return float(len(order))

        return taken

    a, b = in_turn([measure("a"), measure("b")], 2)
    assert order == ["a", "b"] * 3
    assert (a.runs, b.runs) == ((3.0, 5.0), (4.0, 6.0))


def test_a_single_turn_is_counted() -> None:
    assert [one.runs for one in in_turn([lambda: 7.0], 0)] == [(7.0,)]


def test_processor_time_knows_nothing_of_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    def wait() -> None:
        Event().wait(0.05)

    assert timed(wait) >= 50
    monkeypatch.setenv(PROCESSOR, "1")
    assert timed(wait) < 50
