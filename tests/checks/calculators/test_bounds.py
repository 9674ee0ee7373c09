"""What a hostile deck asks for is refused before it is computed."""

import time

import pytest

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import compiled

TOO_MUCH = [
    "conv1d([1, 2], [1], 1, 10**9)",
    "conv1d([1, 2], [1], p=4000)",
    "conv1d(list(range(4000)), [1]*4000)",
    "conv2d([[1]], [[1]], p=10**9)",
    "conv2d([[(i*7919 + j)/(i*31 + j*17 + 10**100) for j in range(12)] for i in range(12)], [[1, 2], [3, 4]])",
    "conv_transpose1d([1, 2], [1], 10**9)",
    "flat([[1]*4096]*4096)",
    "flat([[i/7 for i in range(4096)] for j in range(4096)])",
    "max_unpool1d(list(range(4000)), 2000)",
    "pool2d([[1]*60 for i in range(60)], 1)",
    "pool2d_gradient([[1/3]*30 for i in range(30)], [[1/7]*29 for i in range(29)], 2, 1, 'avg')",
    "receptive_field([(10**15, 10**15, 10**15)]*3)",
    "receptive_field([(3, 1)]*4096)",
    "transpose([[1]*4096]*4096)",
    "upsample([1], 10**9)",
    "upsample([i/7 for i in range(400)], 10)",
    "window([[1]], 0, 0, 10**9, 10**9)",
    "conv_size(10**300, 3)",
]


@pytest.mark.parametrize("source", TOO_MUCH)
def test_too_much_is_refused_at_once(source: str) -> None:
    started = time.process_time()
    with pytest.raises(ExpressionError):
        compiled(source).evaluate({})
    assert time.process_time() - started < 0.5  # measured: at most 0.02; the machine may be slow


def test_sizes_are_numbers_and_cost_nothing() -> None:
    assert compiled("conv_size(10**9, 3, p=1)").evaluate({}) == 10**9
    assert compiled("conv_params(10**6, 10**6, 7)").evaluate({}) == 10**6 * (49 * 10**6 + 1)
    assert compiled("shape_after((3, 10**9, 10**9), [(2, 2)])").evaluate({}) == (3, 5 * 10**8, 5 * 10**8)


def test_a_person_sized_question_is_within_bounds() -> None:
    source = "conv2d([[i*j for j in range(16)] for i in range(16)], [[1, 0, 1]]*3, p=1)"
    assert len(compiled(source).evaluate({})) == 16
