from fractions import Fraction
from math import sqrt
from typing import Any

import pytest

from quizapp.checks.calculators.initialization import (
    fan_in,
    fan_out,
    kaiming_bound,
    kaiming_std,
    xavier_bound,
    xavier_std,
)
from quizapp.checks.errors import Unfit

CONV, LINEAR = [64, 16, 3, 3], [10, 30]


def test_a_fan_counts_channels_times_the_area_of_the_kernel() -> None:
    assert (fan_in(CONV), fan_out(CONV)) == (144, 576)
    assert (fan_in(LINEAR), fan_out(LINEAR)) == (30, 10)


def test_kaiming_depends_on_one_fan_and_on_what_follows() -> None:
    assert kaiming_std(CONV) == pytest.approx(sqrt(2 / 144))
    assert kaiming_std(CONV, "fan_out", "linear") == pytest.approx(1 / 24)
    assert kaiming_bound(CONV) == pytest.approx(sqrt(6 / 144))


def test_xavier_depends_on_both_fans() -> None:
    assert xavier_std(LINEAR) == pytest.approx(sqrt(2 / 40))
    assert xavier_bound(LINEAR, gain=2) == pytest.approx(2 * sqrt(6 / 40))


def test_the_gain_of_tanh_is_five_thirds() -> None:
    assert kaiming_std(LINEAR, nonlinearity="tanh") == pytest.approx(5 / 3 / sqrt(30))


@pytest.mark.parametrize("shape", [[3], [2, 3, 4, 5, 6, 7], [0, 3], [Fraction(1, 2), 3], 5, []])
def test_a_shape_that_no_weight_has_is_refused(shape: Any) -> None:
    with pytest.raises(Unfit):
        fan_in(shape)


def test_unknown_words_are_refused_with_those_there_are() -> None:
    with pytest.raises(Unfit, match="mode is none of fan_in, fan_out"):
        kaiming_std(CONV, "fan_avg")
    with pytest.raises(Unfit, match="nonlinearity is none of relu, linear"):
        kaiming_std(CONV, nonlinearity="swish")
