"""Large work on the collection, cut into jobs, of which a second process does as many as it can."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
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
_AHEAD = 3
"""Jobs that the other process has at a time. They are small: nobody waits until it takes them."""
_Begin = Callable[[Desk], Callable[[_Job], _Result]]
"""Makes what does jobs at a desk. It can be pickled, as the jobs can be and what comes of them."""


def results(
    desk: Desk, now: datetime, begin: _Begin[_Job, _Result], jobs: Sequence[_Job], in_order: bool = True
) -> Iterator[_Result]:
    """What comes of the jobs, in their order. They are done here from the first on, in a second process from the last.

    What comes of these is given as soon as it is there, where the order does not matter.

    Where there is one processor only, no room for a process, or the process fails, they are done here: so that whatever
    is raised is raised here.
    """
    work, todo, done = begin(desk), deque(jobs), deque[_Result]()
    with _Second(desk, now, begin, todo, done) as second:
        while todo or second.is_at_work:
            second.give()
            if done and not in_order:
                yield done.popleft()
            elif todo:
                yield work(todo.popleft())
            second.take(wait=not todo and (in_order or not done))
    yield from done


class _Second(Generic[_Job, _Result]):
    """The other process. It gets the last of the jobs `todo`; what comes of it goes before the others `done`."""

    def __init__(
        self, desk: Desk, now: datetime, begin: _Begin[_Job, _Result], todo: deque[_Job], done: deque[_Result]
    ) -> None:
        self._todo, self._done = todo, done
        self._given = deque[_Job]()
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

    @property
    def is_at_work(self) -> bool:
        """True if it has jobs of which nothing came yet."""
        return bool(self._given)

    def give(self) -> None:
        """Gives it jobs, so that it has some however long it takes to come back here."""
        try:
            while self._works and self._todo and len(self._given) < _AHEAD:
                self._given.append(self._todo.pop())
                self._connection.send(self._given[-1])
        except OSError:
            self._fail()

    def take(self, wait: bool) -> None:
        """Takes what came of its jobs by now."""
        try:
            while self._given and (wait or self._connection.poll()):
                self._done.appendleft(self._connection.recv())
                self._given.popleft()
                wait = False
        except (OSError, EOFError):
            self._fail()

    def _fail(self) -> None:
        self._todo += reversed(self._given)
        self._works = False
        self._given.clear()


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
    fails = suppress(QuizappError, EOFError, OSError)
    # What is large is not taken at once: meanwhile another thread waits, and the next job is done.
    with fails, unswept(), open_desk(places, now) as desk, ThreadPoolExecutor(1) as sending:
        work = begin(desk)
        while True:
            sending.submit(connection.send, work(connection.recv()))
