"""A variant made of given values: for examples, and for rows of the log."""

from fractions import Fraction

import pytest

from quizapp.checks.flaws import Undrawable
from tests.checks.checking import CONVOLUTION, drawn

VALUES = {"c_in": 3, "c_out": 64, "k": 7, "bias": True}


def test_the_values_are_taken_as_they_are() -> None:
    variant = drawn(CONVOLUTION, **VALUES)
    assert (variant.seed, variant.answer, dict(variant.drawn)) == (None, 9472, VALUES)


def test_decimals_of_json_are_exact() -> None:
    assert drawn("draw: {x: [1]}\nanswer: x * 3", x=0.1).answer == Fraction(3, 10)


def test_requirements_and_lists_to_pick_from_do_not_matter() -> None:
    assert drawn("draw: {x: [1]}\nrequire: x < 2\nanswer: x", x=5).answer == 5


@pytest.mark.parametrize(
    ("values", "what"),
    [
        ({"c_in": 3, "c_out": 64, "k": 7}, "`bias` is missing"),
        ({**VALUES, "stride": 2}, "`stride` is not drawn"),
        ({**VALUES, "k": "seven"}, "these values do not go together"),
    ],
)
def test_values_that_make_no_variant_are_told(values: dict[str, object], what: str) -> None:
    with pytest.raises(Undrawable) as told:
        drawn(CONVOLUTION, **values)
    assert told.value.flaw.what.startswith(what.split(" ")[0]) or told.value.flaw.path == ("answer",)
