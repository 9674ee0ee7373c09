"""A session's steps: the queue, answers, undos."""

from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.figures import timed
from benchmarks.homes.cards import NOW
from benchmarks.library.desks import desk_in
from quizapp.scheduling.grades import Grade
from quizapp.study.opening import Desk
from quizapp.study.session import Scope, Session

_SECONDS = timedelta(seconds=9)
_GIVEN = {"right": True}
_QUEUES, _ROUNDS, _UNDONE = 6, 4, 25


def answer(home: Path, count: str) -> dict[str, list[float]]:
    """Grade, committed, next card known: so many times, each at its own moment."""
    with desk_in(home) as desk:
        session = _session(desk)
        return {"answer": [_answer(session, number) for number in range(int(count))]}


def queue(home: Path) -> dict[str, list[float]]:
    """Everything that waits counted, and the first card: the first time, and anew."""
    with desk_in(home) as desk:
        return {"queue": [timed(partial(_session, desk)) for _ in range(_QUEUES)]}


def undo(home: Path) -> dict[str, list[float]]:
    """An answer taken back, its card there again: 25 answers and 25 undos, four times."""
    times = []
    with desk_in(home) as desk:
        session = _session(desk)
        for first in range(0, _ROUNDS * _UNDONE, _UNDONE):
            for number in range(_UNDONE):
                _answer(session, first + number)
            times += [timed(partial(session.undo, NOW + _SECONDS * (first + _UNDONE))) for _ in range(_UNDONE)]
    return {"undo": times}


def _session(desk: Desk) -> Session:
    session = Session(desk.collection, desk.settings, Scope(), NOW)
    assert session.card, "something is due"
    return session


def _answer(session: Session, number: int) -> float:
    return timed(partial(session.answer, Grade.GOOD, NOW + _SECONDS * number, 9_000, _GIVEN))
