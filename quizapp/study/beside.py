"""Large work on the collection, cut into jobs, of which a second process does as many as it can."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from typing import Any, Generic, Self, TypeVar

from quizapp.errors import QuizappError
from quizapp.paths import Places
from quizapp.study.opening import Desk, open_desk
from quizapp.unswept import unswept

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")
_Begin = Callable[[Desk], Callable[[_Job], _Result]]
"""Makes what does jobs at a desk. It can be pickled, as the jobs can be and what comes of them."""


def results(desk: Desk, now: datetime, begin: _Begin[_Job, _Result], jobs: Sequence[_Job]) -> Iterator[_Result]:
    """What comes of the jobs, in their order. They are done here from the first on, in a second process from the last.

    Where there is one processor only, no room for a process, or the process fails, they are done here: so that whatever
    is raised is raised here.
    """
    work, todo, done = begin(desk), deque(jobs), deque[_Result]()
    with _Second(desk, now, begin, todo, done) as second:
        while todo:
            second.give()
            if todo:
                yield work(todo.popleft())
            second.take(wait=not todo)
    yield from done


class _Second(Generic[_Job, _Result]):
    """The other process. It gets the last of the jobs `todo`; what comes of it goes before the others `done`."""

    def __init__(
        self, desk: Desk, now: datetime, begin: _Begin[_Job, _Result], todo: deque[_Job], done: deque[_Result]
    ) -> None:
        self._todo, self._done = todo, done
        self._given: list[_Job] = []
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, desk.places, now, begin), daemon=True)
        self._works = False
        if (os.cpu_count() or 1) > 1:
            with suppress(OSError, ImportError), _uninterrupted():
                self._process.start()
                self._works = True
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()
        if self._process.pid is not None:
            if self._given:
                self._process.kill()  # nobody waits for it any more
            self._process.join()

    def give(self) -> None:
        """Gives it a job, if it has none."""
        if self._works and not self._given:
            self._given = [self._todo.pop()]
            try:
                self._connection.send(self._given[0])
            except OSError:
                self._fail()

    def take(self, wait: bool) -> None:
        """Takes what came of its job, if it has done it by now."""
        try:
            if self._given and (wait or self._connection.poll()):
                self._done.appendleft(self._connection.recv())
                self._given = []
        except (OSError, EOFError):
            self._fail()

    def _fail(self) -> None:
        self._todo += self._given
        self._given, self._works = [], False


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """What is started meanwhile hears no Control-C: it would tell of it while it imports, and ends with us anyway."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal(SIGINT, SIG_IGN)
    try:
        yield
    finally:
        signal(SIGINT, before)


def _serve(connection: Connection, places: Places, now: datetime, begin: _Begin[Any, Any]) -> None:
    with suppress(QuizappError, EOFError, OSError), unswept(), open_desk(places, now) as desk:
        work = begin(desk)
        while True:
            connection.send(work(connection.recv()))
