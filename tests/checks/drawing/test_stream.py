"""The stream is the same everywhere, and even."""

from collections import Counter

import pytest

from quizapp.checks.drawing.stream import Stream
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import LENGTH


def _first(seed: int, attempt: int = 0, count: int = 8, below: int = 100) -> list[int]:
    stream = Stream(seed, attempt)
    return [stream.below(below) for _ in range(count)]


def test_the_numbers_of_a_seed_never_change() -> None:
    assert _first(0) == [64, 67, 25, 50, 59, 88, 57, 76]
    assert _first(2**31 - 1, 3) == [80, 29, 95, 37, 48, 66, 72, 2]


def test_seeds_and_attempts_differ() -> None:
    rows = {tuple(_first(seed, attempt)) for seed in range(20) for attempt in range(20)}
    assert len(rows) == 400


@pytest.mark.parametrize("count", [2, 3, 5, 7, 10])
def test_each_number_comes_as_often_as_the_others(count: int) -> None:
    stream = Stream(1)
    found = Counter(stream.below(count) for _ in range(4000))
    assert sorted(found) == list(range(count))
    assert max(found.values()) - min(found.values()) < 4000 / count * 0.25


def test_one_of_one_is_that_one() -> None:
    assert _first(5, below=1) == [0] * 8


def test_a_range_wider_than_any_machine_word_is_filled() -> None:
    numbers = _first(1, below=10**40, count=50)
    assert all(0 <= number < 10**40 for number in numbers)
    assert max(numbers) > 5 * 10**39


def test_no_draw_takes_values_without_end() -> None:
    stream = Stream(0)
    for _ in range(LENGTH):
        stream.below(2)
    with pytest.raises(Unfit, match="more than 4096 values"):
        stream.below(2)
