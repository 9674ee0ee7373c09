"""How far off is right, in words and in numbers."""

from fractions import Fraction
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.grading.allowance import Allowance, elements
from tests.checks.checking import drawn

NUMBERS = st.one_of(
    st.integers(-(10**12), 10**12), st.fractions(max_denominator=10**6), st.floats(-1e9, 1e9, allow_nan=False)
)
ALLOWANCES = st.builds(
    Allowance,
    st.none() | st.fractions(0, 100, max_denominator=1000),
    st.none() | st.fractions(0, 1, max_denominator=1000),
)


@pytest.mark.parametrize(
    ("block", "words"),
    [
        ("answer: 5", "exactly"),
        ("answer: (3, 4)", "exactly"),
        ("answer: \"'yes'\"", "exactly"),
        ("answer: 0.5", "within 0.1 %"),
        ("answer: sqrt(2)", "within 0.1 %"),
        ("answer: 5\ntolerance: {relative: 0.05}", "within 5 %"),
        ("answer: 5\ntolerance: {absolute: 0.005}", "within 0.005"),
        ("answer: 5\ntolerance: {absolute: 1, relative: 0.01}", "within 1 % or within 1"),
        ("answer: 10.5\nmistakes:\n  near: {answer: 10.515, says: x}", "within 0.0075"),
        ("answer: 10.5\nmistakes:\n  far: {answer: 10.53, says: x}", "within 0.1 %"),
        ("answer: 0.5\nmistakes:\n  equal: {answer: 0.5001, says: x}", "within 0.1 %"),
    ],
)
def test_the_learner_is_told_how_far_off_is_right(block: str, words: str) -> None:
    assert drawn(block).in_words() == words


@pytest.mark.parametrize("gap", [1e-3, 3.3e-3, 0.0123, 0.777])
def test_what_is_told_is_never_more_than_what_is_allowed(gap: float) -> None:
    variant = drawn(f"answer: 1000.5\nmistakes:\n  near: {{answer: {1001.5 + gap}, says: x}}")
    told = float(variant.in_words().removeprefix("within "))
    assert 0.45 * (1 + gap) < told <= 0.5 * (1 + gap)


@given(NUMBERS, NUMBERS, ALLOWANCES)
def test_a_value_is_no_distance_from_itself_and_some_from_another(
    one: int | Fraction | float, other: int | Fraction | float, allowance: Allowance
) -> None:
    assert allowance.apart(one, one) == 0
    assert (allowance.apart(one, other) == 0) == (one == other)


@given(st.lists(NUMBERS, min_size=1, max_size=5), ALLOWANCES)
def test_lists_are_as_far_apart_as_the_elements_that_differ_most(
    values: list[int | Fraction | float], allowance: Allowance
) -> None:
    moved = [*values[:-1], values[-1] + 1]
    assert allowance.apart(values, moved) == allowance.apart(values[-1], moved[-1])
    assert allowance.apart(values, [*values, 1]) == inf


def test_what_is_of_another_kind_is_infinitely_far() -> None:
    for one, other in [(1, "1"), (1, [1]), ([1], 1), (True, 1), ("a", None), ((1, 2), (1, 2, 3))]:
        assert Allowance(relative=1).apart(one, other) == inf


def test_a_list_and_a_tuple_of_the_same_numbers_are_one_and_so_are_rows() -> None:
    assert Allowance().apart([1, 2], (1, 2)) == 0
    assert Allowance().apart([[1, 2], [3, 4]], (1, 2, 3, 4)) == 0
    assert elements([[1, 2], (3, [4])]) == [1, 2, 3, 4]


def test_numbers_beyond_floats_are_compared_all_the_same() -> None:
    huge = 10**400
    assert Allowance().apart(huge, huge + 1) == inf
    assert Allowance(relative=Fraction(1, 1000)).apart(huge, huge + 1) < 1
    assert Allowance(relative=Fraction(1, 1000)).apart(0.5, huge) == inf
