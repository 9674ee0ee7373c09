"""What is done in a session is kept before the next card is shown, in one transaction that reads it as well."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import event

from quizapp.errors import StoreError
from quizapp.study.sessions.session import Session
from tests.study.desks import AGAIN, GOOD, Learner


def test_an_answer_is_on_disk_before_the_next_card_is_shown(learner: Learner, monkeypatch: pytest.MonkeyPatch) -> None:
    session, seen = learner.start(), []

    def show(self: Session, name: str, value: object) -> None:
        if name in ("card", "standing", "turn"):
            with closing(sqlite3.connect(learner.collection.path)) as other:
                seen.append(other.execute("SELECT count(*) FROM log").fetchone()[0])
        object.__setattr__(self, name, value)

    monkeypatch.setattr(Session, "__setattr__", show)
    learner.answer()
    assert (learner.shown, set(seen)) == ("b", {1})
    learner.undo()
    assert (learner.shown, set(seen)) == ("a", {1, 2})
    assert session.turn == 3


def test_an_answer_and_an_undo_read_the_next_card_in_their_own_transaction(learner: Learner) -> None:
    learner.start()
    begun: list[object] = []
    event.listen(learner.collection._engine, "checkout", lambda *checked: begun.append(checked))
    learner.answers(GOOD, AGAIN, GOOD)
    assert (learner.shown, len(begun)) == ("d", 3)
    learner.undo()
    assert (learner.shown, len(begun)) == ("c", 4)


def test_an_answer_that_cannot_be_kept_leaves_everything_as_it_was(learner: Learner) -> None:
    learner.start()
    learner.answer()
    with closing(sqlite3.connect(learner.collection.path, isolation_level=None)) as other:
        other.execute("CREATE TRIGGER full BEFORE INSERT ON log BEGIN SELECT RAISE(ABORT, 'no'); END")
        with pytest.raises(StoreError):
            learner.answer()
        with pytest.raises(StoreError):
            learner.undo()
        assert (learner.shown, learner.session.left, learner.session.done) == ("b", 7, 1)
        other.execute("DROP TRIGGER full")
    assert learner.answers(*[GOOD] * 7) == list("bcdefgh")
