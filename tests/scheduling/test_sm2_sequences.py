"""The table of sequences that the design fixes."""

from datetime import date, timedelta

import pytest

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import SM2

MONDAY = date(2026, 3, 2)


def intervals(grades: str, easiness: list[int] | None = None) -> list[int]:
    """Days until the card comes again after each grade, each answer given on the day the card was due."""
    scheduler = SM2()
    memory, day, found = scheduler.first(), MONDAY, []
    for grade in map(Grade, map(int, grades.split())):
        memory = scheduler.next(memory, grade, day)
        assert memory.due is not None
        found.append((memory.due - day).days)
        day = memory.due
        if easiness is not None:
            easiness.append(memory.easiness)
    return found


@pytest.mark.parametrize(
    ("grades", "days"),
    [
        ("4 4 4 4 4 4 4", "1 6 15 38 95 238 595"),
        ("5 5 5 5 5 5", "1 6 17 50 150 465"),
        ("4 4 4 2 4 4 4", "1 6 15 0 1 6 15"),
        ("4 3 3 4 5 3 0 1 3 3 4 5 3", "1 0 0 6 15 0 0 0 0 0 35 85 0"),
    ],
)
def test_grades_give_the_intervals_of_the_table(grades: str, days: str) -> None:
    assert intervals(grades) == [int(word) for word in days.split()]


def test_hard_with_a_good_after_it_on_the_same_day_gives_the_last_row_of_the_table() -> None:
    found = intervals("3 4 " * 11)
    assert found[::2] == [0] * 11
    assert found[1::2] == [1, 6, 13, 26, 47, 79, 121, 167, 218, 284, 370]


def test_easy_raises_the_easiness_by_a_tenth_each_time() -> None:
    easiness: list[int] = []
    intervals("5 5 5 5 5 5", easiness)
    assert easiness == [260, 270, 280, 290, 300, 310]


def test_good_and_failed_answers_leave_the_easiness() -> None:
    easiness: list[int] = []
    intervals("4 4 4 2 4 4 4", easiness)
    assert easiness == [250] * 7


def test_hard_lowers_the_easiness_and_never_below_130() -> None:
    easiness: list[int] = []
    intervals("3 4 " * 11, easiness)
    assert easiness[::2] == [236, 222, 208, 194, 180, 166, 152, 138, 130, 130, 130]


def test_five_times_two_eighty_is_fourteen_days() -> None:
    after = SM2().next(Memory(MONDAY, interval=5, easiness=280, repetitions=2), Grade.GOOD, MONDAY)
    assert after.interval == 14


def test_a_late_answer_counts_from_the_day_on_which_it_was_given() -> None:
    late = MONDAY + timedelta(days=40)
    after = SM2().next(Memory(MONDAY, interval=6, repetitions=2), Grade.GOOD, late)
    assert after.due == late + timedelta(days=15)


def test_a_hard_card_left_until_another_day_counts_from_the_day_that_settles_it() -> None:
    scheduler = SM2()
    hard = scheduler.next(Memory(MONDAY, interval=6, repetitions=2), Grade.HARD, MONDAY)
    later = MONDAY + timedelta(days=3)
    assert hard.due == MONDAY
    assert scheduler.next(hard, Grade.EASY, later).due == later + timedelta(days=hard.interval)


def test_a_lapse_is_a_failure_of_what_had_been_learned() -> None:
    scheduler, memory, lapses = SM2(), SM2().first(), []
    for grade in (1, 1, 4, 1, 0, 4, 4, 2):
        memory = scheduler.next(memory, Grade(grade), MONDAY)
        lapses.append(memory.lapses)
    assert lapses == [0, 0, 0, 1, 1, 1, 1, 2]


def test_an_interval_never_passes_a_hundred_years() -> None:
    memory = Memory(MONDAY, interval=30_000, easiness=310, repetitions=9)
    assert SM2().next(memory, Grade.EASY, MONDAY).interval == 36_500
