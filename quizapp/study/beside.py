"""Large work, cut into jobs, of which other processes do as many as they can."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from queue import Empty, SimpleQueue
from signal import SIG_IGN, SIGINT, signal
from threading import Thread, current_thread, main_thread
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar

from quizapp.errors import QuizappError
from quizapp.paths import Places
from quizapp.unswept import unswept

if TYPE_CHECKING:
    from quizapp.study.opening import Desk

_Job = TypeVar("_Job")
_Result = TypeVar("_Result")
_Work = Callable[[_Job], _Result]
_Elsewhere = Callable[[], AbstractContextManager[_Work[_Job, _Result]]]
"""Opens what does jobs in another process. It can be pickled, as the jobs can be and what comes of them."""
_Came = tuple["_Helper[Any, Any]", tuple[int, Any] | None]
"""From whom, and the number of a job with what came of it; nothing from one that ended."""
_AHEAD = 8
"""Jobs that another process has at a time, and no more than are left here: nobody waits for it long at the end. They
are small: nobody waits until it takes them."""
_KEPT = 3 * _AHEAD
"""Results that are `large` and wait here until it is their turn."""
_PATIENCE = 30.0
"""Seconds in which nothing comes, when there is nothing to do but wait: what others have is done here then."""


@contextmanager
def at_a_desk(
    places: Places, now: datetime, begin: "Callable[[Desk], _Work[_Job, _Result]]"
) -> Iterator[_Work[_Job, _Result]]:
    """What does jobs at a desk of its own, for `results`. Raises QuizappError."""
    from quizapp.study.opening import open_desk  # what other processes do without one needs no database

    with open_desk(places, now) as desk:
        yield begin(desk)


def results(
    work: _Work[_Job, _Result],
    elsewhere: _Elsewhere[_Job, _Result],
    jobs: Iterable[_Job],
    processes: int = 2,
    large: bool = False,
) -> Iterator[_Result]:
    """What comes of the jobs, in their order. They are done here from the first on, in other processes from the last.

    Where what comes of them is `large`, others do the next ones instead, so that little of it waits for its turn.

    There are no more `processes` than processors, this one among them. Where there is no room for another, or it fails
    or says nothing, jobs are done here: so that whatever is raised is raised here.
    """
    todo, done, came = deque[tuple[int, _Job]](), dict[int, _Result](), SimpleQueue[_Came]()
    others = min(processes, os.cpu_count() or 1) - 1
    with ExitStack() as stack:
        helpers = [stack.enter_context(_Helper(elsewhere, todo, came, large)) for _ in range(others)]
        todo += enumerate(jobs)  # which may take long to tell: meanwhile the others start
        for number in range(len(todo)):
            _turn(helpers, came, done)
            while number not in done:
                at_work = any(helper.given for helper in helpers)
                waits = not todo or (large and at_work and len(done) >= _KEPT)
                if not waits:
                    at, job = todo.popleft()
                    done[at] = work(job)
                _turn(helpers, came, done, _PATIENCE if waits else 0)
            yield done.pop(number)


def _turn(
    helpers: Iterable["_Helper[Any, Any]"], came: "SimpleQueue[_Came]", done: dict[int, Any], patience: float = 0
) -> None:
    """Takes what came by now, and gives others more, so that they have some however long the next turn takes to come.

    Where nothing came yet it is waited for, if `patience` says how many seconds. Who lets nothing come gets no more.
    """
    waits = patience > 0
    with suppress(Empty):
        while True:
            helper, found = came.get(timeout=patience)
            helper.take(found, done)
            waits, patience = False, 0
    for helper in helpers:
        if waits:
            helper.give_up()
        helper.give()


class _Helper(Generic[_Job, _Result]):
    """Another process. It is given the last of the jobs `todo`, or the next; what comes of them goes to what `came`."""

    def __init__(
        self,
        elsewhere: _Elsewhere[_Job, _Result],
        todo: deque[tuple[int, _Job]],
        came: "SimpleQueue[_Came]",
        is_next: bool,
    ) -> None:
        self._todo, self._came, self._is_next = todo, came, is_next
        self.given = dict[int, _Job]()
        """The jobs of which nothing came yet, by number, in the order in which they were given."""
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, elsewhere), daemon=True)
        self._receiving = Thread(target=self._receive, daemon=True)
        self._works = False
        with suppress(OSError, ImportError, RuntimeError), _uninterrupted():  # the last: there is no room for a thread
            self._process.start()
            self._receiving.start()
            self._works = True
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.pid is not None:
            self._process.kill()  # nobody waits for it any more
            self._process.join()
        if self._receiving.ident is not None:
            self._receiving.join()
        self._connection.close()

    def take(self, found: tuple[int, _Result] | None, done: dict[int, _Result]) -> None:
        """Takes what came of one of its jobs; nothing, where it ended."""
        if found is None:
            self.give_up()
        elif found[0] in self.given:
            del self.given[found[0]]
            done[found[0]] = found[1]

    def give(self) -> None:
        """Gives it more to do."""
        try:
            while self._works and len(self.given) < min(_AHEAD, len(self._todo)):
                number, job = self._todo.popleft() if self._is_next else self._todo.pop()
                self.given[number] = job
                self._connection.send((number, job))
        except OSError:
            self.give_up()
        if not self._todo and not self.given:
            self._let_go()

    def give_up(self) -> None:
        """Takes its jobs back."""
        back = reversed(self.given.items())
        self._todo.extendleft(back) if self._is_next else self._todo.extend(back)
        self.given.clear()
        self._works = False

    def _let_go(self) -> None:
        """It ends while what came of the jobs is dealt with: nobody waits for that then."""
        self._works = False
        if self._process.pid is not None:
            self._process.kill()

    def _receive(self) -> None:
        """In a thread of its own: what comes half, and no further, keeps nobody waiting."""
        try:
            while True:
                self._came.put((self, self._connection.recv()))
        except (OSError, EOFError):
            self._came.put((self, None))


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
            number, job = connection.recv()
            sending.submit(connection.send, (number, work(job)))  # where that fails, nothing comes of this job alone
