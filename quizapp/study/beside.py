"""A large piece of work on the collection, done in a second process while this one does the rest."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from quizapp.errors import QuizappError
from quizapp.paths import Places
from quizapp.study.opening import Desk, open_desk

_Result = TypeVar("_Result")


@contextmanager
def beside(desk: Desk, now: datetime, work: Callable[[Desk], _Result]) -> Iterator[Callable[[], _Result]]:
    """What is given waits for what comes of the work, which is a function of a module and can be pickled.

    Where there is one processor only, no room for a process, or the process failed, it is done here, once it is asked
    for: so that whatever is raised is raised here.
    """
    context = get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_do, args=(sender, desk.places, now, work), daemon=True)

    def result() -> _Result:
        if process.pid is not None:
            with suppress(EOFError, OSError):
                found: _Result = receiver.recv()
                process.join()
                return found
        return work(desk)

    if (os.cpu_count() or 1) > 1:
        with suppress(OSError, ImportError):
            process.start()
    sender.close()
    try:
        yield result
    finally:
        receiver.close()
        if process.pid is not None:
            process.kill()  # nobody waits for it any more
            process.join()


def _do(sender: Connection, places: Places, now: datetime, work: Callable[[Desk], Any]) -> None:
    with suppress(QuizappError, BrokenPipeError, KeyboardInterrupt), open_desk(places, now) as desk:
        sender.send(work(desk))
