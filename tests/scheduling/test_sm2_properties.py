"""What holds for SM-2 whatever the answers."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import LEAST_EASINESS, SM2
from tests.soak import examples

START = date(2026, 1, 1)
GRADES = st.lists(st.tuples(st.sampled_from(Grade), st.integers(0, 400)), min_size=1, max_size=40)


def states(answers: list[tuple[Grade, int]]) -> list[tuple[Memory, Grade, date, Memory]]:
    """Before, grade, day, after: for each answer, given so many days after the one before."""
    scheduler, day, found = SM2(), START, []
    memory = scheduler.first()
    for grade, later in answers:
        day += timedelta(days=later)
        after = scheduler.next(memory, grade, day)
        found.append((memory, grade, day, after))
        memory = after
    return found


@settings(max_examples=examples(200), deadline=None)
@given(GRADES)
def test_there_is_no_float_in_a_memory(answers: list[tuple[Grade, int]]) -> None:
    assert not any(isinstance(value, float) for *_, after in states(answers) for value in after)


@settings(max_examples=examples(200), deadline=None)
@given(GRADES)
def test_a_card_is_due_today_or_after_its_interval(answers: list[tuple[Grade, int]]) -> None:
    for before, grade, day, after in states(answers):
        again = not grade.settled or (before.unsettled and not grade.settled)
        assert after.due == (day if again else day + timedelta(days=after.interval))
        assert after.easiness >= LEAST_EASINESS


@settings(max_examples=examples(200), deadline=None)
@given(GRADES)
def test_answers_to_an_unsettled_card_change_nothing_but_when_it_comes(answers: list[tuple[Grade, int]]) -> None:
    for before, _, _, after in states(answers):
        if before.unsettled:
            kept = (before.interval, before.easiness, before.repetitions, before.lapses)
            assert (after.interval, after.easiness, after.repetitions, after.lapses) == kept


@settings(max_examples=examples(200), deadline=None)
@given(GRADES)
def test_the_interval_is_the_exact_ceiling_of_interval_times_easiness(answers: list[tuple[Grade, int]]) -> None:
    for before, grade, _, after in states(answers):
        if grade.recalled and not before.unsettled and before.repetitions > 1 and after.interval < 36_500:
            product = before.interval * after.easiness
            assert after.interval * 100 >= product > (after.interval - 1) * 100
