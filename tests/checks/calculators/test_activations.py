"""Activation functions and their derivatives. Reference values: closed forms to ten digits, by another path."""

from fractions import Fraction
from math import erf, exp, log, sqrt, tanh
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.activations import SLOPES, VALUES, activation, activation_grad, relu, sigmoid
from quizapp.checks.errors import Unfit

KINKS = (-3, -1, 0, 1, 3, 6)


@pytest.mark.parametrize(
    ("name", "x", "value"),
    [
        ("gelu", 1, (1 + erf(1 / sqrt(2))) / 2),
        ("silu", 2, 2 / (1 + exp(-2))),
        ("mish", 1, tanh(log(1 + exp(1)))),
        ("softplus", 0, log(2)),
        ("elu", -1, exp(-1) - 1),
        ("selu", -1, 1.0507009873554805 * 1.6732632423543772 * (exp(-1) - 1)),
        ("tanh", 1, 0.7615941559557649),
        ("sigmoid", 0, 0.5),
    ],
)
def test_a_smooth_activation_has_its_known_value(name: str, x: int, value: float) -> None:
    assert activation(name, x) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("name", "x", "value"),
    [
        ("relu", Fraction(-1, 2), 0),
        ("relu6", 7, 6),
        ("leaky_relu", -3, Fraction(-3, 100)),
        ("softsign", -3, Fraction(-3, 4)),
        ("hardsigmoid", 1, Fraction(2, 3)),
        ("hardswish", 1, Fraction(2, 3)),
        ("hardtanh", -2, -1),
    ],
)
def test_piecewise_linear_activations_stay_exact(name: str, x: Any, value: Any) -> None:
    found = activation(name, x)
    assert (found, type(found)) == (value, type(value))


@pytest.mark.parametrize("name", sorted(VALUES))
@settings(deadline=None)
@given(x=st.floats(-8, 8).filter(lambda x: min(abs(x - kink) for kink in KINKS) > 1e-3))
def test_the_derivative_is_the_slope_of_the_function(name: str, x: float) -> None:
    step = 1e-5
    slope = (activation(name, x + step) - activation(name, x - step)) / (2 * step)
    assert float(activation_grad(name, x)) == pytest.approx(float(slope), rel=1e-5, abs=1e-7)


@pytest.mark.parametrize(("name", "x", "slope"), [("relu", 0, 0), ("relu6", 0, 0), ("relu6", 6, 0), ("elu", 0, 1)])
def test_at_a_kink_the_derivative_is_the_one_that_autograd_takes(name: str, x: int, slope: int) -> None:
    assert activation_grad(name, x) == slope


@pytest.mark.parametrize("name", sorted(VALUES))
@pytest.mark.parametrize("x", [-1e6, -1000, 1000, 1e6])
def test_far_from_zero_nothing_overflows(name: str, x: float) -> None:
    assert abs(float(activation(name, x))) <= 1e7
    assert 0 <= float(activation_grad(name, x)) <= 1.06


def test_a_slope_and_an_alpha_may_be_given() -> None:
    assert activation("leaky_relu", -2, slope=Fraction(1, 5)) == Fraction(-2, 5)
    assert activation_grad("leaky_relu", -2, slope=Fraction(1, 5)) == Fraction(1, 5)
    assert activation("elu", -1, alpha=2) == pytest.approx(2 * (exp(-1) - 1))


def test_of_a_list_every_element_is_taken() -> None:
    assert relu([[-1, 2], [3, -4]]) == [[0, 2], [3, 0]]
    assert sigmoid([0, 1000]) == [0.5, 1.0]


def test_every_activation_has_a_derivative() -> None:
    assert list(VALUES) == list(SLOPES)


def test_an_unknown_name_is_refused_with_those_there_are() -> None:
    with pytest.raises(Unfit, match=r"none of identity, relu, .*hardswish"):
        activation("swishy", 1)


@pytest.mark.parametrize("x", ["1", None, True])
def test_what_is_no_number_is_refused(x: Any) -> None:
    with pytest.raises(Unfit, match="x is no number"):
        activation("relu", x)
