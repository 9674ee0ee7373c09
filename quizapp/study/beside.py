"""Large work, cut into jobs, of which other processes do as many as they can."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from signal import SIG_IGN, SIGINT, signal
from threading import current_thread, main_thread
from typing import Any, Generic, Self, TypeVar

from quizapp.errors import QuizappError
from quizapp.paths import Places
from quizapp.study.opening import Desk, open_desk
from quizapp.unswept import unswept

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")
_Work = Callable[[_Job], _Result]
_Elsewhere = Callable[[], AbstractContextManager[_Work[_Job, _Result]]]
"""Opens what does jobs in another process. It can be pickled, as the jobs can be and what comes of them."""
_AHEAD = 8
"""Jobs that another process has at a time, and no more than are left here: nobody waits for it long at the end. They
are small: nobody waits until it takes them."""


@contextmanager
def at_a_desk(
    places: Places, now: datetime, begin: Callable[[Desk], _Work[_Job, _Result]]
) -> Iterator[_Work[_Job, _Result]]:
    """What does jobs at a desk of its own, for `results`. Raises QuizappError."""
    with open_desk(places, now) as desk:
        yield begin(desk)


def results(
    work: _Work[_Job, _Result],
    elsewhere: _Elsewhere[_Job, _Result],
    jobs: Iterable[_Job],
    processes: int = 2,
    in_order: bool = True,
) -> Iterator[_Result]:
    """What comes of the jobs, in their order. They are done here from the first on, in other processes from the last.

    What comes of these is given as soon as it is there, where the order does not matter.

    There are no more `processes` than processors, this one among them. Where there is no room for another, or it fails,
    jobs are done here: so that whatever is raised is raised here.
    """
    todo, done = deque[tuple[int, _Job]](), dict[int, _Result]()
    others = min(processes, os.cpu_count() or 1) - 1
    with ExitStack() as stack:
        helpers = [stack.enter_context(_Helper(elsewhere, todo, done)) for _ in range(others)]
        todo += enumerate(jobs)  # which may take long to tell: meanwhile the others start
        for number in range(len(todo)):
            for helper in helpers:
                helper.turn()
            while not (number in done if in_order else done):
                if todo:
                    at, job = todo.popleft()
                    done[at] = work(job)
                else:
                    wait([helper.connection for helper in helpers if helper.is_at_work])
                for helper in helpers:
                    helper.turn()
            yield done.pop(number if in_order else next(iter(done)))


class _Helper(Generic[_Job, _Result]):
    """Another process. It gets the last of the jobs `todo`; what comes of them goes to what is `done`."""

    def __init__(
        self, elsewhere: _Elsewhere[_Job, _Result], todo: deque[tuple[int, _Job]], done: dict[int, _Result]
    ) -> None:
        self._todo, self._done = todo, done
        self._given = deque[tuple[int, _Job]]()
        context = get_context("spawn")
        self.connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, elsewhere), daemon=True)
        self._works = False
        with suppress(OSError, ImportError), _uninterrupted():
            self._process.start()
            self._works = True
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.connection.close()
        if self._process.pid is not None:
            if self._given:
                self._process.kill()  # nobody waits for it any more
            self._process.join()

    @property
    def is_at_work(self) -> bool:
        """True if it has jobs of which nothing came yet."""
        return bool(self._given)

    def turn(self) -> None:
        """Takes what came of its jobs by now, and gives it others, so that it has some however long the next turn takes
        to come.
        """
        try:
            while self._given and self.connection.poll():
                self._done[self._given[0][0]] = self.connection.recv()
                self._given.popleft()
            while self._works and len(self._given) < min(_AHEAD, len(self._todo)):
                self._given.append(self._todo.pop())
                self.connection.send(self._given[-1][1])
            if not self._todo and not self._given:
                self._let_go()
        except (OSError, EOFError):
            self._todo += reversed(self._given)
            self._given.clear()
            self._works = False

    def _let_go(self) -> None:
        """It ends while what came of the jobs is dealt with: nobody waits for that then."""
        self._works = False
        self.connection.close()


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


def _serve(connection: Connection, elsewhere: _Elsewhere[Any, Any]) -> None:
    fails = suppress(QuizappError, EOFError, OSError)
    # What is large is not taken at once: meanwhile another thread waits, and the next job is done.
    with fails, unswept(), elsewhere() as work, ThreadPoolExecutor(1) as sending:
        while True:
            sending.submit(connection.send, work(connection.recv()))
