from fractions import Fraction

import pytest

from quizapp.checks.calculators.schedules import cosine_lr, step_lr, warmup_lr
from quizapp.checks.errors import Unfit

TENTH = Fraction(1, 10)


def test_warm_up_climbs_in_a_straight_line_and_stays() -> None:
    rates = [warmup_lr(TENTH, t, 4, Fraction(1, 5)) for t in range(7)]
    assert rates == [Fraction(n, 50) for n in (1, 2, 3, 4, 5, 5, 5)]


def test_warm_up_starts_at_nothing_where_nothing_is_said() -> None:
    assert warmup_lr(TENTH, 0, 4) == 0


def test_a_cosine_falls_from_base_to_its_least_value_through_the_middle() -> None:
    assert cosine_lr(TENTH, 0, 60, Fraction(1, 50)) == pytest.approx(0.1)
    assert cosine_lr(TENTH, 30, 60, Fraction(1, 50)) == pytest.approx(0.06)
    assert cosine_lr(TENTH, 60, 60, Fraction(1, 50)) == pytest.approx(0.02)


def test_steps_fall_at_whole_multiples_only() -> None:
    assert [step_lr(1, t, 3, TENTH) for t in (0, 2, 3, 5, 6)] == [1, 1, TENTH, TENTH, Fraction(1, 100)]


def test_a_float_factor_gives_a_float() -> None:
    assert step_lr(1, 6, 3, 0.5) == 0.25


def test_a_power_too_long_to_write_is_refused_before_it_is_computed() -> None:
    with pytest.raises(Unfit, match="gamma to the power of 1000000000 is too long"):
        step_lr(1, 10**9, 1, TENTH)


@pytest.mark.parametrize("t", [-1, Fraction(1, 2), "3"])
def test_time_is_counted_in_whole_steps(t: int) -> None:
    with pytest.raises(Unfit, match="t is"):
        warmup_lr(1, t, 3)
    with pytest.raises(Unfit, match="t is"):
        step_lr(1, t, 3)


def test_nothing_takes_no_time() -> None:
    with pytest.raises(Unfit, match="warmup is below 1"):
        warmup_lr(1, 0, 0)
    with pytest.raises(Unfit, match="t_max is not above 0"):
        cosine_lr(1, 0, 0)
