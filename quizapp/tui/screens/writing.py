"""The way into an exercise: asked once whether its code may run, then the editor."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from quizapp.study.exercises.drafts import drop_draft
from quizapp.study.exercises.trust import trust, untrusted
from quizapp.study.questions.asking import Ask
from quizapp.tui.screens.exercise import ExerciseScreen
from quizapp.tui.screens.trusting import TrustScreen

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp


def write_code(quiz: "QuizApp", ask: Ask, language: str, alive: Callable[[], None], done: Callable[[], None]) -> None:
    """Opens the editor, and calls `done` once the code passes, was given up, or may not run."""
    writing = ask.written
    assert writing is not None, "the card is no exercise"

    def write() -> None:
        quiz.push_screen(ExerciseScreen(ask, writing, language, alive), lambda settled: done() if settled else None)

    def decided(yes: bool | None) -> None:
        if yes:
            quiz.attempt(lambda: trust(folders, quiz.desk))
            write()
        else:
            writing.refused = True
            done()

    folders = untrusted(ask.card, quiz.desk.settings, quiz.desk.places)
    if folders:
        quiz.push_screen(TrustScreen(folders), decided)
    else:
        write()


def forget_draft(quiz: "QuizApp", ask: Ask | None) -> None:
    """The code of an exercise that was graded is in the log."""
    if ask is not None and ask.written is not None:
        drop_draft(ask.card.id, quiz.desk.places)
