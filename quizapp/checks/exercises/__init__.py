"""Exercises: a learner's function, run in a process of its own."""

from quizapp.checks.exercises.exercise import Exercise, exercise_of
from quizapp.checks.exercises.outcome import Kind, Outcome, Shown
from quizapp.checks.exercises.running import MOST_CODE, run

__all__ = ["MOST_CODE", "Exercise", "Kind", "Outcome", "Shown", "exercise_of", "run"]
