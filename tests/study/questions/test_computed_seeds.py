"""Which numbers a computed question has: a pure function of the card and of what happened to it."""

from typing import Any

from quizapp.scheduling.grades import Grade
from quizapp.study.questions.seeds import seed_of
from quizapp.study.sessions.scope import Scope
from tests.conftest import questions
from tests.study.checks import PARAMS
from tests.study.desks import AGAIN, GOOD, Learner

MANY = PARAMS.replace("[3, 16, 32]", "{from: 1, to: 500}").replace("[64, 128]", "{from: 1, to: 500}")
"""So many variants that two draws are hardly ever the same."""


def numbers(learner: Learner) -> dict[str, Any]:
    """What the card shown asks."""
    ask = learner.session.ask()
    assert ask.computed is not None
    return dict(ask.computed.variant.drawn)


def given(learner: Learner, grade: Grade = GOOD) -> dict[str, Any]:
    """Answers the card shown; the numbers it had."""
    had = numbers(learner)
    learner.answer(grade)
    return had


def alone(learner: Learner) -> None:
    """The learner has this card only."""
    learner.read(d__t=MANY)


def test_a_seed_is_the_same_on_every_machine_and_has_31_bits() -> None:
    assert seed_of("t/a", 0) == 1743052778
    assert all(0 <= seed_of("t/a", count) < 2**31 for count in range(200))
    assert len({seed_of("t/a", count) for count in range(200)}) == 200


def test_the_same_card_asked_twice_before_an_answer_has_the_same_numbers(learner: Learner) -> None:
    alone(learner)
    learner.start()
    first = numbers(learner)
    assert numbers(learner) == first
    learner.restart()
    assert numbers(learner) == first


def test_the_next_review_has_other_numbers_on_the_same_day_too(learner: Learner) -> None:
    alone(learner)
    learner.start()
    first = given(learner, AGAIN)
    second = given(learner)
    learner.tomorrow()
    learner.start()
    assert first != second != numbers(learner) != first


def test_after_an_undo_the_same_numbers_come_back(learner: Learner) -> None:
    alone(learner)
    learner.start()
    first = given(learner, AGAIN)
    second = numbers(learner)
    learner.undo()
    assert numbers(learner) == first
    learner.answer(GOOD)
    learner.undo()
    assert given(learner, AGAIN) == first
    assert numbers(learner) == second


def test_practice_that_repeats_the_card_has_new_numbers_each_time(learner: Learner) -> None:
    alone(learner)
    learner.start(Scope(cram=True))
    assert given(learner, AGAIN) != given(learner, AGAIN)


def test_two_cards_with_one_block_have_their_own_numbers(learner: Learner) -> None:
    learner.read(d__t=MANY + "\n" + MANY.replace("{#params}", "{#other}"))
    learner.start()
    assert given(learner) != given(learner)


def test_other_cards_are_not_affected(learner: Learner) -> None:
    learner.read(d__t=questions("a"))
    learner.start()
    ask = learner.session.ask()
    assert (ask.computed, ask.broken, ask.practising, ask.practise(fresh=True)) == (None, None, False, False)
