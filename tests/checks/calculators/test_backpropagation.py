from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.backpropagation import mlp_gradients, mlp_output
from quizapp.checks.errors import Unfit

X, TARGET = [1, -2], [Fraction(1, 2)]
WEIGHTS = [[[1, 2], [-1, Fraction(1, 2)], [2, 0]], [[1, -1, 3]]]


def test_a_perceptron_multiplies_activates_and_multiplies() -> None:
    # sums -3, -2 and 2, of which ReLU leaves the last
    assert mlp_output(X, WEIGHTS) == [6]
    assert mlp_output(X, WEIGHTS, biases=[[5, 0, 0], [10]]) == [18]


def test_gradients_by_hand() -> None:
    # error 5.5; hidden values 0, 0, 2; only the third unit lets its error through, times 3
    assert mlp_gradients(X, WEIGHTS, TARGET) == [
        [[0, 0], [0, 0], [Fraction(33, 2), -33]],
        [[0, 0, 11]],
    ]


def test_numbers_stand_for_layers_of_one_unit() -> None:
    assert mlp_output(2, [3, -1]) == [-6]
    assert mlp_gradients(2, [3, -1], 0) == [[[12]], [[-36]]]


@settings(deadline=None)
@given(
    numbers=st.lists(st.integers(-3, 3), min_size=9, max_size=9),
    act=st.sampled_from(["sigmoid", "tanh", "silu", "identity"]),
)
def test_gradients_are_the_slopes_of_the_loss(numbers: list[int], act: str) -> None:
    weights: Any = [[numbers[0:2], numbers[2:4]], [numbers[4:6]]]
    x, target, shifts = numbers[6:8], numbers[8:9], [[1, -1], [2]]

    def loss(row: int, column: int, by: float) -> float:
        moved = [[list(line) for line in one] for one in weights]
        moved[0][row][column] += by
        return float((mlp_output(x, moved, act, shifts)[0] - target[0]) ** 2) / 2

    found = mlp_gradients(x, weights, target, act, shifts)[0]
    for row in range(2):
        for column in range(2):
            slope = (loss(row, column, 1e-4) - loss(row, column, -1e-4)) / 2e-4
            assert float(found[row][column]) == pytest.approx(slope, rel=1e-4, abs=1e-5)


def test_all_zero_weights_move_the_output_layer_at_most() -> None:
    zeros = [[[0, 0], [0, 0]], [[0, 0]]]
    assert mlp_gradients(X, zeros, TARGET, "tanh") == [[[0, 0], [0, 0]], [[0, 0]]]
    assert mlp_gradients(X, zeros, TARGET, "sigmoid")[1] == [[-0.25, -0.25]]


@pytest.mark.parametrize(
    ("x", "weights", "biases", "why"),
    [
        ([1, 2, 3], WEIGHTS, None, "weights and inputs differ in length: 2 and 3"),
        (X, [WEIGHTS[0], [[1, 2]]], None, "weights and inputs differ in length: 2 and 3"),
        (X, WEIGHTS, [[1, 2, 3]], "weights and biases differ in length: 2 and 1"),
        (X, WEIGHTS, [[1, 2], [3]], "a layer's units and biases differ in length: 3 and 2"),
    ],
)
def test_layers_must_fit(x: Any, weights: Any, biases: Any, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        mlp_output(x, weights, "relu", biases)


def test_targets_must_fit_the_output() -> None:
    with pytest.raises(Unfit, match="output and target differ in length: 1 and 2"):
        mlp_gradients(X, WEIGHTS, [1, 2])
