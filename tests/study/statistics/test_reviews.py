"""Which answers tell whether a card was kept in mind."""

from hypothesis import given
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.scheduling.log import What
from quizapp.scheduling.memory import Memory
from quizapp.scheduling.sm2 import SM2
from quizapp.store.values import Happened
from quizapp.study.statistics.reviews import Kind, by_card
from tests.study.statistics.past import answer, day, quarter


def _kinds(*rows: Happened) -> list[tuple[str, int, int]]:
    return [(found.kind, found.interval, found.elapsed) for _card, of_it in by_card(rows, SM2()) for found in of_it]


def test_the_first_answer_is_of_a_new_card_and_the_first_of_a_later_day_is_a_review() -> None:
    assert _kinds(answer("a", 0), answer("a", 1), answer("a", 9)) == [
        (Kind.NEW, 0, 0),
        (Kind.REVIEW, 1, 1),
        (Kind.REVIEW, 6, 8),
    ]


def test_what_follows_a_lapse_is_learning_until_the_card_is_recalled_on_an_earlier_day() -> None:
    rows = answer("a", 0), answer("a", 1, 1), answer("a", 1, 4, hour=10), answer("a", 2)
    assert [kind for kind, _, _ in _kinds(*rows)] == [Kind.NEW, Kind.REVIEW, Kind.LEARNING, Kind.REVIEW]


def test_a_card_forgotten_yesterday_and_not_recalled_since_is_no_review() -> None:
    assert _kinds(answer("a", 0, 1), answer("a", 3))[1] == (Kind.LEARNING, 0, 3)


def test_a_hard_one_that_is_not_settled_is_learning_on_the_next_day_too() -> None:
    assert _kinds(answer("a", 0, 3), answer("a", 1))[1][0] == Kind.LEARNING


def test_a_second_answer_of_one_day_is_no_review() -> None:
    assert [kind for kind, _, _ in _kinds(answer("a", 0), answer("a", 1), answer("a", 1, hour=11))][2] == Kind.LEARNING


def test_practice_moves_nothing() -> None:
    rows = answer("a", 0), answer("a", 4, 1, what=What.PRACTICE), answer("a", 5)
    assert _kinds(*rows)[1:] == [(Kind.PRACTICE, 1, 4), (Kind.REVIEW, 1, 5)]


def test_each_card_begins_anew() -> None:
    assert [kind for kind, _, _ in _kinds(answer("a", 0), answer("b", 1))] == [Kind.NEW, Kind.NEW]


def test_a_reset_card_is_new() -> None:
    reset = answer("a", 2)._replace(what=What.RESET, grade=None)
    assert [kind for kind, _, _ in _kinds(answer("a", 0), reset, answer("a", 3))] == [Kind.NEW, Kind.NEW]


def test_what_another_program_had_learned_is_reviewed_here() -> None:
    memory = Memory(day(10), interval=8, repetitions=3)
    there = Happened("a", quarter(2, 0), day(2), What.LEARNED, None, 0, "", memory)
    assert _kinds(there, answer("a", 12)) == [(Kind.REVIEW, 8, 10)]


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([*range(6), None])), max_size=30))
def test_intervals_are_those_that_the_scheduler_would_have_set_one_answer_after_the_other(
    steps: list[tuple[int, int | None]],
) -> None:
    """None begins the card anew. Reckoning a stage once for all cards changes nothing."""
    scheduler, memory, on = SM2(), SM2().first(), 0
    rows, intervals = [], []
    for days, grade in steps:
        on += days
        if grade is None:
            rows.append(answer("a", on)._replace(what=What.RESET, grade=None))
            memory = scheduler.first()
        else:
            rows.append(answer("a", on, grade))
            intervals.append(memory.interval)
            memory = scheduler.next(memory, Grade(grade), day(on))
    both = [*rows, *(row._replace(card="b") for row in rows)]  # the second one meets stages that are known
    assert [interval for _kind, interval, _elapsed in _kinds(*both)] == intervals * 2
