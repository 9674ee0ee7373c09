"""The interface, from its start to its end."""

import asyncio
import gc
import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from types import FrameType
from typing import TYPE_CHECKING

from quizapp.tui.app import QuizApp
from quizapp.tui.clock import Clock, local_now

if TYPE_CHECKING:
    from quizapp.study.editing.watching import Watch
    from quizapp.study.opening import Desk
    from quizapp.study.sessions.first_card import FirstCard
    from quizapp.study.sessions.scope import Scope
    from quizapp.study.starting import Start

_KEYS = 0
"""What keys are read from."""


def run(start: "Start", scope: "Scope | None" = None, now: Clock = local_now, first: "FirstCard | None" = None) -> None:
    """Runs the interface until the learner leaves it; with a scope, it begins with that session, and its `first` card.

    Ends the process with status 1 where the interface broke down. Raises QuizappError where the desk cannot be opened.
    """
    if sys.platform != "win32":
        _end_with_the_terminal()
    app = QuizApp(start, scope, now, _watch, first)
    if start.desk:
        app.beginning.import_rest()
    gc.enable()
    with _left_when_asked_to_end(app):
        app.run()
    if app.beginning.refused:
        raise app.beginning.refused
    for line in app.in_step.finish() if start.desk else ():
        sys.stderr.write(f"{line}\n")
    if app.return_code:
        sys.exit(app.return_code)


@contextmanager
def _left_when_asked_to_end(app: QuizApp) -> Iterator[None]:
    """Where the caller ends by an exception once asked to, the interface is left first, and that raised then.

    Raised in the midst of Textual's work, it can end the tasks that would give the terminal back. A terminal that is
    gone takes nothing back: then it ends at once.
    """
    ends = signal.getsignal(signal.SIGTERM)
    asked: list[SystemExit] = []

    def leave(number: int, frame: FrameType | None) -> None:
        assert callable(ends)
        try:
            ends(number, frame)
        except SystemExit as exit:
            try:
                loop = asyncio.get_running_loop()
            except RuntimeError:
                raise exit from None
            asked.append(exit)
            loop.call_soon_threadsafe(app.exit)

    def hang_up(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)  # asked once more, it ends at once
        if _is_gone():
            signal.raise_signal(number)
        leave(number, frame)

    if callable(ends):
        signal.signal(signal.SIGTERM, leave)
        if sys.platform != "win32":
            signal.signal(signal.SIGHUP, hang_up)
    yield
    for exit in asked:
        raise exit


def _end_with_the_terminal() -> None:
    """Reading keys from a terminal that is gone never ends, and takes a processor whole.

    The caller may ignore the signal that tells of it. Nor is it sent to a program that has the terminal without being
    of its session: as in a container, once what was attached to it is gone.
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)

    def look() -> None:
        if _is_gone(waits=True):
            os.kill(os.getpid(), signal.SIGHUP)

    if os.isatty(_KEYS):
        Thread(target=look, daemon=True, name="terminal").start()


def _is_gone(waits: bool = False) -> bool:
    """Whether the terminal is gone; if `waits`, once something is the matter with it."""
    poll = select.poll()
    poll.register(_KEYS, 0)  # nothing is looked for but its end
    return any(event & select.POLLHUP for _, event in poll.poll(None if waits else 0))


def _watch(desk: "Desk") -> "Watch":
    from quizapp.study.editing.watching import Watch
    from quizapp.study.opening import library_folders

    return Watch(lambda: library_folders(desk.settings, desk.places))
