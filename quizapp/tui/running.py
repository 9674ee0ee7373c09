"""The interface, from its start to its end."""

import gc
import signal
import sys
from typing import TYPE_CHECKING

from quizapp.tui.app import QuizApp
from quizapp.tui.clock import Clock, local_now

if TYPE_CHECKING:
    from quizapp.study.editing.watching import Watch
    from quizapp.study.first_card import FirstCard
    from quizapp.study.opening import Desk
    from quizapp.study.scope import Scope
    from quizapp.study.starting import Start


def run(start: "Start", scope: "Scope | None" = None, now: Clock = local_now, first: "FirstCard | None" = None) -> None:
    """Runs the interface until the learner leaves it; with a scope, it begins with that session, and its `first` card.

    Ends the process with status 1 where the interface broke down. Raises QuizappError where the desk cannot be opened.
    """
    if sys.platform != "win32":  # where the caller ignores it, reading keys from a terminal that is gone never ends
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
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


def _watch(desk: "Desk") -> "Watch":
    from quizapp.study.editing.watching import Watch
    from quizapp.study.opening import library_folders

    return Watch(lambda: library_folders(desk.settings, desk.places))
