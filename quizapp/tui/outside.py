"""Another program in the terminal for a while, and back."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.app import App, SuspendNotSupported

from quizapp.errors import QuizappError, UsageError
from quizapp.i18n import F_

Result = TypeVar("Result")


def outside(app: App[Any], act: Callable[[], Result]) -> Result:
    """What `act` gives, which has the terminal to itself. Raises QuizappError, once the screen is ours again."""
    done: list[Result] = []
    failed: QuizappError | None = None
    try:
        with app.suspend():
            try:
                done.append(act())
            except QuizappError as error:  # raised in here, it would leave the terminal suspended
                failed = error
    except SuspendNotSupported as error:
        raise UsageError(F_("no other program can be started here"), F_("write in the program itself")) from error
    if failed:
        raise failed
    return done[0]
