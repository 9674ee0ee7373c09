"""When a value is the one expected."""

import math
from typing import Any

import pytest

from quizapp.cards.computed import Tolerance
from quizapp.checks.exercises.comparing import same

HALF = Tolerance(absolute=0.5)
TENTH = Tolerance(relative=0.1)


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (3, 3),
        (3, 3.0),
        (3.0, 3),
        (0.3, 0.1 + 0.2),
        (1e9, 1e9 + 1),
        (math.nan, math.nan),
        (math.inf, math.inf),
        (10**400, 10**400),
        ([1, [2, 3]], (1, [2, 3])),
        ({"a": [1.0]}, {"a": (1,)}),
        (None, None),
        ("a", "a"),
        (True, True),
    ],
)
def test_these_are_as_good_as_expected(expected: Any, got: Any) -> None:
    assert same(expected, got)


@pytest.mark.parametrize(
    ("expected", "got"),
    [
        (3, 3.0001),
        (3, 4),
        (10**20, 10**20 + 1),
        (3, True),
        (1, True),
        (True, 1),
        (0, None),
        (0.3, 0.3001),
        (math.inf, -math.inf),
        (1.0, math.inf),
        (math.inf, 1e308),
        (math.nan, 0.0),
        (10**400, 1.0),
        (1.0, 10**400),
        ("3", 3),
        ([1, 2], [1, 2, 3]),
        ([1, 2], [2, 1]),
        ([1], 1),
        ({"a": 1}, {"a": 1, "b": 2}),
        ({1: 0}, {True: 0}),
        ("ab", ["a", "b"]),
    ],
)
def test_these_are_not(expected: Any, got: Any) -> None:
    assert not same(expected, got)


def test_a_tests_own_tolerance_replaces_the_usual_one() -> None:
    assert same(3, 3.4, HALF)
    assert not same(3, 3.6, HALF)
    assert same([100], [109], TENTH)
    assert not same([100], [111], TENTH)


def test_no_tolerance_makes_a_truth_value_a_number() -> None:
    assert not same(1, True, HALF)
