"""The card that a session shows, as its file has it now."""

from quizapp.scheduling.grades import Grade
from tests.conftest import questions
from tests.study.desks import Learner


def test_the_card_shown_takes_its_new_text_and_the_answer_goes_to_it(learner: Learner) -> None:
    session = learner.start()
    shown = session.card
    assert shown is not None
    learner.read(d__t=questions(*"abcdefgh").replace("What is a?", "What was a?"))
    assert session.reread(learner.now)
    assert session.card is not None
    assert session.card.face("en").title == "What was a?"
    answered = session.answer(Grade.GOOD, learner.now, 0)
    assert answered is not None
    assert answered.card == shown.id


def test_a_card_that_is_in_no_file_any_more_makes_room_for_the_next(learner: Learner) -> None:
    session = learner.start()
    left, turn = session.left, session.turn
    learner.read(d__t=questions(*"bcdefgh"))
    assert not session.reread(learner.now)
    assert session.card is not None
    assert session.card.id.endswith("/b")
    assert (session.left, session.turn) == (left - 1, turn + 1)
