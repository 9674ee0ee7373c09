import pytest

from quizapp.checks.errors import Unfit
from quizapp.checks.limits import STEPS, budget, work


def test_work_within_a_budget_is_added_up() -> None:
    with budget(100) as left:
        work(60)
        assert left.left == 40
        with pytest.raises(Unfit, match="more steps"):
            work(41)


def test_a_budget_within_another_is_a_part_of_it() -> None:
    with budget(100) as outer:
        with budget(30):
            work(20)
        assert outer.left == 80
        with budget(1000) as inner:
            assert inner.left == 80
            with pytest.raises(Unfit):
                work(81)


def test_a_budget_ends_with_its_block_also_when_that_fails() -> None:
    with pytest.raises(Unfit), budget(1):
        work(2)
    work(STEPS)


def test_work_without_a_budget_is_bounded_too() -> None:
    work(STEPS)
    with pytest.raises(Unfit):
        work(STEPS + 1)
