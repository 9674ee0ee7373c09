"""Exercises put to their own tests, for `quizapp check`: the reference must pass, what begins the learner must not."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from quizapp.cards.faces import ExerciseFace
from quizapp.cards.faults import Fault, in_order
from quizapp.cards.models import Card
from quizapp.checks.exercises import Exercise, exercise_of
from quizapp.checks.exercises.flaws import exercise_flaws, running_flaws
from quizapp.checks.flaws import Flaw
from quizapp.i18n import F_
from quizapp.study.checking.placing import faults_of


class _Sound(NamedTuple):
    card: Card
    exercise: Exercise


def exercise_faults(cards: Iterable[Card], may_run: Callable[[Card], bool]) -> tuple[Fault, ...]:
    """What is wrong with the exercises among these cards; code runs only where it may, and a note tells where not."""
    faults: list[Fault] = []
    to_run: list[_Sound] = []
    for card in cards:
        face = next(iter(card.faces.values()))
        if not isinstance(face, ExerciseFace):
            continue
        flaws = exercise_flaws(face.exercise, face.reference)
        exercise = exercise_of(face.exercise, face.reference)
        if exercise and not flaws and may_run(card):
            to_run.append(_Sound(card, exercise))
        elif not flaws:
            flaws = [_NOT_RUN]
        faults += faults_of(card, flaws)
    found = running_flaws([sound.exercise for sound in to_run])
    for sound, flaws in zip(to_run, found, strict=True):
        faults += faults_of(sound.card, flaws)
    return in_order(faults)


_NOT_RUN = Flaw(("function",), F_("the exercise was not run"), F_("`quizapp check --run` runs its code"), note=True)
