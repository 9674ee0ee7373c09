"""The interface, from its start to its end."""

import gc
import os
import select
import signal
import sys
from threading import Thread
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
    app.run()
    if app.beginning.refused:
        raise app.beginning.refused
    for line in app.in_step.finish() if start.desk else ():
        sys.stderr.write(f"{line}\n")
    if app.return_code:
        sys.exit(app.return_code)


def _end_with_the_terminal() -> None:
    """Reading keys from a terminal that is gone never ends, and takes a processor whole.

    The caller may ignore the signal that tells of it. Nor is it sent to a program that has the terminal without being
    of its session: as in a container, once what was attached to it is gone.
    """
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    poll = select.poll()
    poll.register(_KEYS, 0)  # nothing is waited for but its end

    def look() -> None:
        if any(event & select.POLLHUP for _, event in poll.poll()):
            os.kill(os.getpid(), signal.SIGHUP)

    if os.isatty(_KEYS):
        Thread(target=look, daemon=True, name="terminal").start()


def _watch(desk: "Desk") -> "Watch":
    from quizapp.study.editing.watching import Watch
    from quizapp.study.opening import library_folders

    return Watch(lambda: library_folders(desk.settings, desk.places))
