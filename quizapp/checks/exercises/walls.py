"""What this system can keep an exercise's code from: told by `quizapp doctor`, and wherever a learner is asked."""

from dataclasses import dataclass

from quizapp.checks.exercises.exercise import Exercise, Test
from quizapp.checks.exercises.outcome import Kind
from quizapp.checks.exercises.running import run

WALLS = ("cpu", "memory", "disk", "files", "network", "processes", "signals")
"""What is to be bounded or shut, in the order in which it is told."""


@dataclass(frozen=True)
class Walls:
    """What stands, what is missing; `fault` where exercises cannot be run at all."""

    standing: tuple[str, ...]
    missing: tuple[str, ...]
    fault: str = ""


def walls() -> Walls:
    """What stands here, by running one exercise (25 ms)."""
    outcome = run("def one(): return 1", Exercise("one", "", (Test("one()", 1),)))
    if outcome.kind is not Kind.PASSED:
        return Walls((), WALLS, outcome.fault or outcome.kind)
    standing = tuple(name for name in WALLS if name in outcome.shut)
    return Walls(standing, tuple(name for name in WALLS if name not in outcome.shut))
