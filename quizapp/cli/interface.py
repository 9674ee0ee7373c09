"""The interface, at home: what `quizapp` alone opens."""

import gc

from quizapp.cli import clock
from quizapp.cli.output import on_terminal
from quizapp.errors import UsageError
from quizapp.i18n import F_
from quizapp.paths import places


def open_interface() -> None:
    """The interface, at home. Raises UsageError where there is no terminal."""
    need_terminal(F_("`quizapp --help` lists what works without one"))
    from quizapp.cli.signals import endable

    with endable():  # the terminal is left as it was
        show_interface()


def show_interface() -> None:
    """The interface, at home, on whatever it is drawn on. Raises QuizappError."""
    gc.disable()  # until all is imported, of which nothing is garbage
    from quizapp.study.starting import starting

    with starting(places(), clock.now()) as start:
        from quizapp.tui.running import run

        run(start, None, clock.now)


def need_terminal(hint: str) -> None:
    """Raises UsageError, with this hint, where nobody sits at both ends."""
    if not on_terminal():
        raise UsageError(F_("the interface needs a terminal"), hint)
