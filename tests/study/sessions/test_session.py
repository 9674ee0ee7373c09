"""A session: one card after the other, each answer kept before the next is known."""

from datetime import timedelta

import pytest

from quizapp.config import Settings
from quizapp.paths import Places
from quizapp.scheduling.grades import Grade, Scale
from quizapp.study.sessions.scope import Scope
from tests.conftest import questions
from tests.study.desks import AGAIN, EASY, GOOD, HARD, Learner


def test_cards_come_in_the_files_order_until_none_is_left(learner: Learner) -> None:
    learner.start()
    assert learner.session.left == 8
    assert learner.answers(*[GOOD] * 8) == list("abcdefgh")
    assert (learner.shown, learner.session.left, learner.session.done) == (None, 0, 8)


def test_an_answer_tells_what_it_did(learner: Learner) -> None:
    learner.start()
    done = learner.answer(EASY)
    assert (done.card, done.grade, done.memory.interval, done.leech) == ("t/a", EASY, 1, False)
    assert done.memory == learner.collection.standing("t/a").memory


def test_what_each_grade_would_do_is_what_it_then_does(learner: Learner) -> None:
    learner.start()
    for grade in (AGAIN, HARD, GOOD, EASY):
        told = learner.session.next_memories(learner.now)
        assert list(told) == [AGAIN, HARD, GOOD, EASY]
        assert learner.answer(grade).memory == told[grade]


def test_six_keys_tell_six_grades(learner: Learner) -> None:
    learner.start(grades=Scale.SIX)
    assert list(learner.session.next_memories(learner.now)) == list(Grade)


@pytest.mark.parametrize("grade", [AGAIN, HARD])
def test_failed_and_hard_cards_come_again_the_same_day_after_five_others(learner: Learner, grade: Grade) -> None:
    learner.start()
    assert learner.answers(grade, *[GOOD] * 8) == ["a", "b", "c", "d", "e", "f", "a", "g", "h"]
    assert learner.shown is None


def test_a_hard_card_comes_until_it_is_good(learner: Learner) -> None:
    learner.start(new_per_day=1)
    assert learner.answers(HARD, HARD, AGAIN, GOOD) == ["a", "a", "a", "a"]
    assert learner.shown is None


def test_a_failed_card_still_comes_after_a_restart(learner: Learner) -> None:
    learner.start(new_per_day=1)
    learner.answer(AGAIN)
    learner.restart()
    assert learner.answers(GOOD) == ["a"]
    assert learner.shown is None


def test_new_cards_keep_their_limit_over_the_whole_day(learner: Learner) -> None:
    learner.start(new_per_day=3)
    learner.answers(GOOD, GOOD)
    assert learner.restart().left == 1
    learner.answer()
    assert learner.restart().left == 0
    learner.tomorrow()
    assert learner.restart().left == 6


def test_reviews_keep_their_limit_over_the_whole_day(learner: Learner) -> None:
    learner.start()
    learner.answers(*[GOOD] * 8)
    learner.tomorrow()
    learner.start(reviews_per_day=5, new_per_day=0)
    learner.answers(GOOD, GOOD)
    assert learner.restart().left == 3


def test_undo_gives_the_place_back(learner: Learner) -> None:
    learner.start(new_per_day=2)
    learner.answers(GOOD, GOOD)
    learner.undo()
    assert (learner.shown, learner.session.left) == ("b", 1)
    assert learner.restart().left == 1


def test_more_brings_cards_beyond_the_limit_once_each(learner: Learner) -> None:
    learner.start(new_per_day=2)
    assert learner.session.more(learner.now, 3) == 3
    assert learner.answers(*[GOOD] * 5) == list("abcde")
    assert learner.session.more(learner.now) == 3
    assert learner.answers(*[GOOD] * 3) == list("fgh")
    assert learner.session.more(learner.now) == 0
    assert learner.shown is None


def test_a_card_and_its_reverse_do_not_come_on_one_day(learner: Learner) -> None:
    learner.read(d__t=questions("a", "b", marks=" .reverse"))
    learner.start()
    assert learner.answers(GOOD, GOOD) == ["a", "b"]
    assert learner.shown is None
    assert learner.restart().left == 0
    learner.tomorrow()
    learner.start()
    assert learner.answers(GOOD, GOOD) == ["a", "b"]
    learner.tomorrow(2)
    learner.start()
    assert learner.answers(GOOD, GOOD) == ["a~reverse", "b~reverse"]
    assert learner.shown is None


def test_decks_are_interleaved_or_come_one_after_the_other(learner: Learner) -> None:
    learner.read(d__t=questions("a", "b"), e__u=questions("x", "y"))
    learner.start()
    assert learner.answers(*[GOOD] * 4) == ["a", "x", "b", "y"]
    learner.tomorrow()
    learner.start(order="by-deck")
    assert learner.answers(*[GOOD] * 4) == ["a", "b", "x", "y"]


def test_a_scope_of_decks_and_tags_leaves_the_rest_out(learner: Learner) -> None:
    learner.read(d__t=questions("a", "b"), e__u=questions("x"), e__v=f"---\ntags: [cnn]\n---\n\n{questions('y')}")
    learner.start(Scope(decks=("e",)))
    assert learner.answers(GOOD, GOOD) == ["x", "y"]
    learner.undo()
    learner.start(Scope(tags=("cnn", "rnn")))
    assert learner.answers(GOOD) == ["y"]
    assert learner.shown is None


def test_a_limit_cuts_the_session(learner: Learner) -> None:
    assert learner.start(Scope(limit=3)).left == 3


def test_cards_that_failed_today_count_and_come_before_others_where_a_limit_cuts(learner: Learner) -> None:
    learner.start()
    learner.answers(AGAIN, AGAIN)
    assert {card.card for card in learner.restart(Scope(limit=3)).planned.waiting} == {"t/a", "t/b", "t/c"}
    assert learner.restart(Scope(limit=1)).left == 1


def test_more_goes_beyond_a_limit_too(learner: Learner) -> None:
    learner.start(Scope(limit=1))
    learner.answer()
    assert learner.session.more(learner.now, 5) == 5
    assert learner.answers(*[GOOD] * 5) == list("bcdef")


def test_a_buried_card_comes_tomorrow(learner: Learner) -> None:
    learner.start()
    learner.bury()
    assert learner.shown == "b"
    assert "t/a" not in [card.card for card in learner.restart().planned.waiting]
    learner.tomorrow()
    assert "t/a" in [card.card for card in learner.restart().planned.waiting]


def test_a_suspended_card_does_not_come_any_more(learner: Learner) -> None:
    learner.start()
    learner.suspend()
    learner.tomorrow(300)
    assert "t/a" not in [card.card for card in learner.restart().planned.waiting]


def test_a_card_whose_text_vanishes_is_passed_over(learner: Learner) -> None:
    learner.start()
    learner.read(d__t=questions("a", "c"))
    learner.answer()
    assert learner.shown == "c"


def test_a_card_that_became_another_kind_is_asked_as_what_it_is_now(learner: Learner) -> None:
    learner.start()
    learner.read(d__t=questions("a", "b", "c").replace("The answer to b.", "```check\nanswer: 3\n```"))
    learner.answer()
    assert learner.session.card is not None
    assert (learner.shown, learner.session.card.kind) == ("b", "check")


def test_the_day_turns_when_the_settings_say_so(where: Places, learner: Learner) -> None:
    assert Settings().day_starts_at.hour == 4
    learner.start(new_per_day=1)
    learner.answer()
    learner.now = learner.now.replace(hour=3) + timedelta(days=1)
    assert learner.start().left == 0
    learner.now = learner.now.replace(hour=4)
    assert learner.start().left == 2


def test_a_buried_card_leaves_its_place_to_another(learner: Learner) -> None:
    learner.start(new_per_day=1)
    assert learner.shown == "a"
    learner.bury()
    assert learner.shown == "b"
    learner.answer(GOOD)
    assert learner.shown is None


def test_a_session_that_outlasts_its_day_ends_with_its_own_cards(learner: Learner) -> None:
    learner.now = learner.now.replace(hour=3, minute=59)
    learner.start(new_per_day=2)
    assert learner.answers(GOOD) == ["a"]
    learner.now = learner.now.replace(hour=4, minute=1)
    assert learner.answers(GOOD) == ["b"]
    assert learner.shown is None
