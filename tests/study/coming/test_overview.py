"""What waits today, and how the last days went."""

from datetime import timedelta

from quizapp.study.coming.overview import SECONDS_A_CARD, overview
from tests.conftest import questions
from tests.study.desks import AGAIN, GOOD, Learner


def test_before_the_first_answer_everything_is_new(learner: Learner) -> None:
    told = overview(learner.collection, learner.settings, learner.now)
    assert (told.due, told.new, told.waiting, told.days, told.answers) == (0, 8, 8, 0, 0)
    assert told.seconds == 8 * SECONDS_A_CARD
    assert told.week == [0] * 7
    assert told.next_due is None


def test_each_deck_tells_what_of_it_waits_and_how_much_is_learned(learner: Learner) -> None:
    learner.read(d__t=questions("a", "b"), e__u=questions("x"))
    learner.start()
    learner.answers(GOOD, GOOD)
    learner.tomorrow()
    told = overview(learner.collection, learner.settings, learner.now)
    assert [(deck.id, deck.due, deck.new, deck.cards, deck.learned) for deck in told.decks] == [
        ("d", 1, 1, 2, 0.5),
        ("e", 1, 0, 1, 1.0),
    ]


def test_a_failed_card_still_waits_today(learner: Learner) -> None:
    learner.start(new_per_day=1)
    learner.answer(AGAIN)
    told = overview(learner.collection, learner.settings, learner.now)
    assert (told.due, told.new) == (1, 0)


def test_the_week_ends_today_and_the_estimate_follows_the_answers(learner: Learner) -> None:
    learner.start()
    learner.answer(GOOD, milliseconds=4_000)
    learner.answer(GOOD, milliseconds=8_000)
    learner.tomorrow(2)
    learner.start()
    learner.answer(GOOD, milliseconds=6_000)
    told = overview(learner.collection, learner.settings, learner.now)
    assert told.week == [0, 0, 0, 0, 2, 0, 1]
    assert (told.days, told.answers) == (2, 3)
    assert told.seconds == told.waiting * 6.0


def test_the_next_day_with_cards_is_told(learner: Learner) -> None:
    learner.start()
    learner.answers(GOOD)
    told = overview(learner.collection, learner.settings, learner.now)
    assert told.next_due == learner.now.date() + timedelta(days=1)


def test_a_deck_tells_what_would_come_of_it_alone_though_other_decks_come_first(learner: Learner) -> None:
    learner.read(d__t=questions("a", "b"), e__u=questions("x", "y"))
    learner.start(new_per_day=1)
    told = overview(learner.collection, learner.settings, learner.now)
    assert told.new == 1
    assert [(deck.id, deck.new) for deck in told.decks] == [("d", 1), ("e", 1)]
