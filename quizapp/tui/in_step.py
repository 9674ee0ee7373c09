"""Keeping in step with the learner's other machines while the interface is open."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING

from quizapp.errors import QuizappError

if TYPE_CHECKING:
    from quizapp.tui.app import QuizApp


class InStep:
    """What goes to the shared folder and comes from it, off the interface's thread; nothing where there is none."""

    def __init__(self, quiz: "QuizApp") -> None:
        self._quiz = quiz
        self._lock = Lock()

    def synchronize(self, then: Callable[[], object] | None = None) -> None:
        """At the beginning and at the end of a session; `then` is done once it is done."""
        if self._quiz.desk.settings.sync_folder is None:
            if then:
                then()
            return
        self._quiz.run_worker(lambda: self._aside(then), thread=True, group="in step")

    def finish(self) -> list[str]:
        """Once more, when the interface is closed; what is to be told of it. Raises StoreError."""
        return [] if self._quiz.desk.settings.sync_folder is None else self._synchronized()

    def _aside(self, then: Callable[[], object] | None) -> None:
        quiz = self._quiz
        try:
            for line in self._synchronized():
                quiz.call_from_thread(quiz.remark, line)
        except QuizappError as error:
            quiz.call_from_thread(quiz.tell, error)
        quiz.call_from_thread(quiz.attempt, then or quiz.tell_screens)

    def _synchronized(self) -> list[str]:
        from quizapp.study.merging.synchronizing import synchronize
        from quizapp.study.merging.telling import in_short

        with self._lock:  # a session may end while the program begins
            return list(in_short(synchronize(self._quiz.desk, self._quiz.now())))
