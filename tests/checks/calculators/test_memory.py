"""Bytes of numbers, and units of bytes."""

import pytest

from quizapp.checks.calculators.memory import dtype_bytes, unit_bytes
from quizapp.checks.errors import Unfit


def test_a_float_takes_the_bits_of_its_name() -> None:
    assert [dtype_bytes(name) for name in ("float64", "float32", "float16", "bfloat16", "int8")] == [8, 4, 2, 2, 1]


def test_an_i_in_the_unit_means_powers_of_1024() -> None:
    assert unit_bytes("MB") == 1_000_000
    assert unit_bytes("MiB") == 1_048_576


def test_an_unknown_word_is_told_the_known_ones() -> None:
    with pytest.raises(Unfit, match="unit is none of B, KB, MB"):
        unit_bytes("mb")
    with pytest.raises(Unfit, match="dtype is none of float64"):
        dtype_bytes(32)
