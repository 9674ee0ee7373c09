"""Practising without a schedule."""

from quizapp.scheduling.log import What
from quizapp.study.sessions.scope import Scope
from tests.study.desks import AGAIN, GOOD, HARD, Learner


def test_cramming_shows_all_logs_and_leaves_the_schedule_alone(learner: Learner) -> None:
    learner.start(new_per_day=2)
    learner.answers(GOOD, HARD)
    before = {card.id: card.standing and card.standing.memory for card in learner.collection.listed()}
    learner.start(Scope(cram=True))
    assert learner.session.left == 8
    assert learner.answers(AGAIN, *[GOOD] * 8) == ["a", "b", "c", "d", "e", "f", "a", "g", "h"]
    assert learner.shown is None
    after = {card.id: card.standing and card.standing.memory for card in learner.collection.listed()}
    assert {id_: memory for id_, memory in after.items() if memory and memory.due} == {
        id_: memory for id_, memory in before.items() if memory
    }
    assert [row.entry.what for row in learner.collection.history("t/c")] == [What.PRACTICE]


def test_suspended_cards_are_not_crammed_and_buried_ones_are(learner: Learner) -> None:
    learner.start()
    learner.bury()
    learner.suspend()
    learner.start(Scope(cram=True))
    assert learner.answers(*[GOOD] * 7) == list("acdefgh")
    assert learner.shown is None


def test_more_brings_cards_not_practised_yet_and_those_undone(learner: Learner) -> None:
    learner.start(Scope(cram=True, limit=2))
    learner.answers(GOOD, GOOD)
    assert learner.session.more(learner.now, 2) == 2
    assert learner.answers(GOOD, GOOD) == ["c", "d"]
    assert learner.session.more(learner.now) == 4
    assert learner.answers(*[GOOD] * 4) == list("efgh")
    assert learner.session.more(learner.now) == 0
    learner.undo()
    assert learner.shown == "h"


def test_cramming_ends_with_what_was_chosen(learner: Learner) -> None:
    assert learner.start(Scope(cram=True, limit=3)).left == 3
    assert learner.start(Scope(cram=True, decks=("elsewhere",))).card is None


def test_undo_in_practice_never_reaches_an_answer_that_counts(learner: Learner) -> None:
    learner.start(new_per_day=2)
    learner.answers(GOOD, GOOD)
    learner.start(Scope(cram=True))
    assert learner.undo() is None
    learner.answer(AGAIN)
    undone = learner.undo()
    assert undone is not None
    assert undone.what is What.PRACTICE
    assert learner.undo() is None
    assert sum(deck.new for deck in learner.collection.waits(learner.now.date()).done()) == 2
