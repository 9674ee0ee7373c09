from fractions import Fraction
from math import exp, log
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.checks.calculators.activations import log_softmax, softmax
from quizapp.checks.errors import Unfit

LOGITS = st.lists(st.floats(-50, 50), min_size=1, max_size=8)


@settings(deadline=None)
@given(logits=LOGITS, shift=st.floats(-100, 100))
def test_probabilities_add_up_to_one_and_a_shift_changes_nothing(logits: list[float], shift: float) -> None:
    found = softmax(logits)
    assert sum(found) == pytest.approx(1)
    assert softmax([z + shift for z in logits]) == pytest.approx(found)


@settings(deadline=None)
@given(logits=LOGITS)
def test_the_logarithm_is_that_of_softmax(logits: list[float]) -> None:
    assert [exp(one) for one in log_softmax(logits)] == pytest.approx(softmax(logits))


def test_known_probabilities() -> None:
    assert softmax([0, log(3)]) == pytest.approx([0.25, 0.75])


def test_a_temperature_divides_the_logits() -> None:
    assert softmax([0, 2 * log(3)], temperature=2) == pytest.approx([0.25, 0.75])
    assert softmax([0, log(3)], Fraction(1, 2)) == pytest.approx([0.1, 0.9])


def test_far_apart_logits_neither_overflow_nor_lose_their_logarithm() -> None:
    assert softmax([0, 1000]) == [0.0, 1.0]
    assert log_softmax([0, 1000]) == [-1000.0, 0.0]


@pytest.mark.parametrize(
    ("logits", "temperature", "why"),
    [
        ([], 1, "logits is empty"),
        (3, 1, "logits is no list"),
        ([1, "2"], 1, "no number"),
        ([1, 2], 0, "temperature is not above 0"),
        ([1, 2], -1, "temperature is not above 0"),
        ([10**400], 1, "too large"),
    ],
)
def test_what_has_no_softmax_is_refused(logits: Any, temperature: Any, why: str) -> None:
    with pytest.raises(Unfit, match=why):
        softmax(logits, temperature)
