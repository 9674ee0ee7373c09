"""An exercise being written: the code, how often it was run, and what that is worth. The sandbox is in `checks`."""

from threading import Event
from typing import Any

from quizapp.cards.faces import ExerciseFace
from quizapp.cards.models import Card
from quizapp.checks.exercises import MOST_CODE, Exercise, Kind, Outcome, exercise_of, run
from quizapp.markdown import fenced
from quizapp.scheduling.grades import Grade
from quizapp.study.questions.answers import Judged
from quizapp.visible import visible

EASY_RUNS = 3
"""So many failed runs belong to writing; with more, a solution suggests Hard."""


class Writing:
    """The state of an exercise card's question.

    What is to be written stands once, in the first language that says it; the hint is in each language.
    `code` outlives leaving the card and coming back; `refused` is set where the learner lets no code of the deck run,
    and then judges alone.
    """

    def __init__(self, card: Card, code: str = "") -> None:
        """`code` is what to go on with; the starter, where there is none."""
        faces = {language: face for language, face in card.faces.items() if isinstance(face, ExerciseFace)}
        self._hints = {language: face.exercise.hint for language, face in faces.items() if face.exercise.hint}
        self._card = card
        read = (exercise_of(face.exercise, face.reference) for face in faces.values())
        self.exercise: Exercise | None = next(filter(None, read), None)
        self.reference = next((face.reference for face in faces.values() if face.reference), "")
        self.solution = fenced(self.reference, "python")
        """The reference as Markdown; nothing where there is none."""
        self.code = visible(code)[:MOST_CODE] or self.starter
        self.outcome: Outcome | None = None
        """The last run that says something about the code."""
        self.runs = 0
        self.failed_runs = 0
        self.hinted = False
        self.gave_up = False
        self.refused = False

    @property
    def starter(self) -> str:
        """What the author wrote to begin with; without that, the function's first line."""
        if self.exercise is None:
            return ""
        starter = self.exercise.starter or f"def {self.exercise.function}():\n    ...\n"
        return visible(starter)[:MOST_CODE]

    @property
    def possible(self) -> bool:
        """True while there is something to write and run; the learner is the only judge otherwise."""
        return self.exercise is not None and not self.refused

    @property
    def has_hint(self) -> bool:
        """True if there is a hint, in any language."""
        return bool(self._hints)

    def hint(self, language: str) -> str:
        """The hint, as Markdown, in this language or another."""
        return self._hints.get(self._card.language(language)) or next(iter(self._hints.values()), "")

    def run(self, code: str, cancel: Event | None = None) -> Outcome:
        """Runs `code` and blocks while it runs; nothing is counted. To be called off the interface's thread."""
        assert self.exercise is not None, "there is nothing to run"
        return run(code, self.exercise, cancel)

    def take(self, code: str, outcome: Outcome) -> None:
        """Counts a run, unless it was cancelled, or the system did not let it begin."""
        self.code = code
        if outcome.ran:
            self.runs += 1
            self.failed_runs += outcome.kind is not Kind.PASSED
            self.outcome = outcome

    def take_hint(self) -> None:
        """The hint was shown: from now on a solution suggests Hard."""
        self.hinted = self.has_hint

    def give_up(self) -> None:
        """The reference is shown; nothing that passes afterwards takes that back."""
        self.gave_up = True

    def go_on(self, before: "Writing") -> None:
        """Goes on with the code of the same exercise, of which only texts are new."""
        self.code, self.outcome, self.runs, self.failed_runs = (
            before.code,
            before.outcome,
            before.runs,
            before.failed_runs,
        )
        self.hinted, self.gave_up, self.refused = before.hinted, before.gave_up, before.refused

    def reopen(self) -> None:
        """Takes the answer back: the code stays, and is to be run again."""
        self.outcome = None
        self.refused = False

    @property
    def passed(self) -> bool:
        """True once every test passed."""
        return self.outcome is not None and self.outcome.kind is Kind.PASSED

    @property
    def settled(self) -> bool:
        """True once there is nothing left to write."""
        return self.passed or self.gave_up

    @property
    def judged(self) -> Judged | None:
        """What the code is worth, and what the log keeps; None where the learner is the only judge."""
        if self.exercise is None or not self.settled:
            return None
        return Judged(self._suggested(), self.passed and not self.gave_up, self._given(self.exercise))

    def _suggested(self) -> Grade:
        if self.gave_up:
            return Grade.AGAIN
        return Grade.HARD if self.hinted or self.failed_runs > EASY_RUNS else Grade.GOOD

    def _given(self, exercise: Exercise) -> dict[str, Any]:
        return {
            "exercise": exercise.digest,
            "code": self.code[:MOST_CODE],
            "outcome": str(self.outcome.kind) if self.outcome else None,
            "runs": self.runs,
            "hint": self.hinted,
            "gave_up": self.gave_up,
            "right": self.passed and not self.gave_up,
        }
