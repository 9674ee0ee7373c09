"""The cards of the days to come."""

from collections.abc import Mapping
from datetime import date, timedelta
from math import isclose

from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import SM2
from quizapp.study.planning.load import Course, course
from quizapp.study.statistics.readiness import Forgetting

TODAY = date(2026, 11, 28)
NEVER_FORGETS = Forgetting(young=1.0, mature=1.0)


def _in(days: int) -> date:
    return TODAY + timedelta(days=days)


def _course(
    seen: list[Memory], new: Mapping[date, int], unseen: int, days: int, model: Forgetting = NEVER_FORGETS
) -> Course:
    return course(seen, new, unseen, TODAY, _in(days), SM2(), model)


def _reviews(found: Course) -> dict[int, float]:
    return {(day.day - TODAY).days: day.reviews for day in found.days if day.reviews}


def test_a_new_card_comes_again_as_sm_2_says() -> None:
    found = _course([], {TODAY: 1}, 1, 30)
    assert [(day.day, day.new) for day in found.days if day.new] == [(TODAY, 1)]
    assert _reviews(found) == {1: 1, 7: 1, 22: 1}
    assert (len(found.days), found.days[-1].day) == (30, _in(29))


def test_what_is_overdue_comes_today() -> None:
    memory = Memory(_in(-9), interval=6, repetitions=2)
    assert _reviews(_course([memory], {}, 0, 20)) == {0: 1, 15: 1}


def test_what_is_due_after_the_day_does_not_come_before_it() -> None:
    assert _reviews(_course([Memory(_in(40), interval=60, repetitions=4)], {}, 0, 20)) == {}


def test_what_is_likely_forgotten_begins_again_and_comes_sooner() -> None:
    memory = Memory(TODAY, interval=6, repetitions=2)
    found = _reviews(_course([memory], {}, 0, 8, Forgetting(young=0.75, mature=0.9)))
    assert {day: found[day] for day in range(4)} == {0: 1, 1: 1 / 4, 2: 1 / 16, 3: 1 / 64}
    assert isclose(found[7], 1 / 4 * 3 / 4 + 1 / 4**7)


def test_a_card_not_recalled_yet_is_learned_anew() -> None:
    assert _reviews(_course([Memory(TODAY, repetitions=0, lapses=1)], {}, 0, 9)) == {0: 1, 1: 1, 7: 1}


def test_the_chance_on_the_day_is_that_of_what_was_answered_last() -> None:
    model = Forgetting(young=0.8, mature=0.8)
    memory = Memory(_in(10), interval=10, repetitions=3)
    assert isclose(_course([memory], {}, 1, 5, model).chance, 0.8**0.5 / 2)


def test_nothing_to_do_has_no_chance() -> None:
    assert _course([], {}, 0, 3).chance == 0
    assert _course([], {}, 0, 0).days == []


@given(st.lists(st.integers(0, 30), max_size=10), st.integers(0, 20), st.floats(0.3, 1))
def test_no_card_is_lost_or_made(due: list[int], new: int, recalled: float) -> None:
    seen = [Memory(_in(days), interval=5, repetitions=2) for days in due]
    found = _course(seen, {TODAY: new}, new, 12, Forgetting(recalled, recalled))
    assert 0 <= found.chance <= 1
    if recalled == 1:
        assert found.chance == 1 or not (due or new)
    assert sum(day.new for day in found.days) == new
    assert all(-1e-9 <= day.reviews <= len(due) + new + 1e-9 for day in found.days)


class Counting(SM2):
    """Counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def next(self, memory: Memory, grade: Grade, day: date) -> Memory:
        self.asked += 1
        return super().next(memory, grade, day)


def test_a_thousand_cards_take_no_more_reckoning_than_one() -> None:
    asked = []
    for cards in (1, 1000):
        scheduler = Counting()
        seen = [Memory(_in(3 + number % 9), interval=6, repetitions=2) for number in range(cards)]
        course(seen, {}, 0, TODAY, _in(400), scheduler, Forgetting(0.9, 0.9))
        asked.append(scheduler.asked)
    assert asked[0] <= asked[1] <= asked[0] + 2
    assert asked[0] < 100


def test_what_was_overdue_and_not_answered_by_then_counts_from_its_own_day() -> None:
    memory = Memory(_in(-5), interval=5, repetitions=2)
    model = Forgetting(0.8, 0.8)
    assert isclose(_course([memory], {}, 0, 0, model).chance, 0.8**2)


def test_where_more_is_due_than_the_limit_lets_through_the_least_overdue_waits() -> None:
    seen = [Memory(_in(-6), interval=6, repetitions=2), Memory(_in(-1), interval=6, repetitions=2)]
    found = course(seen, {}, 0, TODAY, _in(4), SM2(), NEVER_FORGETS, lambda day: 1)
    assert [(day.reviews, day.held_back) for day in found.days] == [(1, 1), (1, 0), (0, 0), (0, 0)]


def test_the_room_may_be_another_each_day() -> None:
    seen = [Memory(TODAY, interval=6, repetitions=2)] * 3
    found = course(seen, {}, 0, TODAY, _in(4), SM2(), NEVER_FORGETS, lambda day: 0 if day == TODAY else 2)
    assert [(day.reviews, day.held_back) for day in found.days] == [(0, 3), (2, 1), (1, 0), (0, 0)]


def test_what_waits_is_known_less_well_on_the_day_and_when_it_is_asked() -> None:
    model = Forgetting(0.8, 0.8)
    held = course([Memory(TODAY, interval=5, repetitions=2)], {}, 0, TODAY, _in(5), SM2(), model, lambda day: 0)
    assert isclose(held.chance, 0.8**2)
    late = [Memory(_in(-5), interval=5, repetitions=2)]
    again = course(late, {}, 0, TODAY, _in(2), SM2(), model, None)
    assert isclose(again.days[1].reviews, 1 - 0.8**2)


def test_a_forgotten_card_that_waits_is_not_known() -> None:
    found = course(
        [Memory(TODAY, interval=0, repetitions=0)], {}, 0, TODAY, _in(3), SM2(), NEVER_FORGETS, lambda day: 0
    )
    assert found.chance == 0


@given(st.lists(st.integers(-9, 9), max_size=20), st.integers(0, 4))
def test_the_limit_holds_and_loses_no_card(due: list[int], limit: int) -> None:
    seen = [Memory(_in(days), interval=90, repetitions=2) for days in due]
    days = course(seen, {}, 0, TODAY, _in(12), SM2(), NEVER_FORGETS, lambda day: limit).days
    assert all(day.reviews <= limit for day in days)
    assert sum(day.reviews for day in days) + days[-1].held_back == len(due)
    assert all(day.reviews == limit for day in days if day.held_back)


def test_a_card_recalled_with_effort_is_settled_and_keeps_its_interval() -> None:
    effort = Memory(TODAY, interval=6, repetitions=2, unsettled=True)
    assert _reviews(_course([effort], {}, 0, 20, Forgetting(0.5, 0.5))).keys() == {0, *range(6, 20)}
    assert _reviews(_course([effort], {}, 0, 20)) == {0: 1, 6: 1}


def test_it_is_known_from_its_last_answer_on() -> None:
    effort = Memory(TODAY, interval=6, repetitions=2, unsettled=True)
    model = Forgetting(0.8, 0.8)
    held = course([effort], {}, 0, TODAY, _in(3), SM2(), model, lambda day: 0)
    assert isclose(held.chance, 0.8**0.5)
