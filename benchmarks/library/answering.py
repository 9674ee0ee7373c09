"""A session's steps: the queue, answers, undos."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

from benchmarks.figures import timed
from benchmarks.homes.cards import NOW
from benchmarks.library.desks import desk_in
from benchmarks.library.statements import Statements
from quizapp.scheduling.grades import Grade
from quizapp.study.opening import Desk
from quizapp.study.sessions.scope import Scope
from quizapp.study.sessions.session import Session

_SECONDS = timedelta(seconds=9)
_GIVEN = {"right": True}
_QUEUES, _ROUNDS, _UNDONE = 6, 4, 25


def answer(home: Path, count: str) -> dict[str, list[float]]:
    """Grade, committed, next card known: so many times, each at its own moment."""
    with desk_in(home) as desk:
        return {"answer": [timed(step) for step in _answers(_session(desk), int(count))]}


def bare_answer(home: Path, count: str) -> dict[str, list[float]]:
    """What as many answers say to SQLite, said by nothing but the standard library's sqlite3."""
    return {"bare_answer": _bare(home, partial(_answers, count=int(count)))}


def undo(home: Path) -> dict[str, list[float]]:
    """An answer taken back, its card there again: 25 answers and 25 undos, four times."""
    with desk_in(home) as desk:
        return {"undo": [timed(step) for step in _undos(_session(desk))]}


def bare_undo(home: Path) -> dict[str, list[float]]:
    """What these undos say to SQLite, said by nothing but the standard library's sqlite3."""
    return {"bare_undo": _bare(home, _undos)}


def queue(home: Path) -> dict[str, list[float]]:
    """Everything that waits counted, and the first card: the first time, and anew."""
    with desk_in(home) as desk:
        return {"queue": [timed(partial(_session, desk)) for _ in range(_QUEUES)]}


def _answers(session: Session, count: int) -> Iterator[Callable[[], object]]:
    return (partial(_answer, session, number) for number in range(count))


def _undos(session: Session) -> Iterator[Callable[[], object]]:
    for first in range(0, _ROUNDS * _UNDONE, _UNDONE):
        for number in range(first, first + _UNDONE):
            _answer(session, number)
        yield from [partial(session.undo, NOW + _SECONDS * (first + _UNDONE))] * _UNDONE


def _bare(home: Path, steps: Callable[[Session], Iterator[Callable[[], object]]]) -> list[float]:
    with Statements(home) as statements:
        with desk_in(home) as desk:
            for step in steps(_session(desk)):
                with statements.step():
                    step()
        return statements.again()


def _session(desk: Desk) -> Session:
    session = Session(desk.collection, desk.settings, Scope(), NOW)
    assert session.card, "something is due"
    return session


def _answer(session: Session, number: int) -> None:
    session.answer(Grade.GOOD, NOW + _SECONDS * number, 9_000, _GIVEN)
