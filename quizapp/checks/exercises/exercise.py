"""An exercise: the function to be written, and what its calls are to give."""

import hashlib
from dataclasses import dataclass
from typing import Any

from quizapp.cards.computed import ExerciseBlock, Tolerance


@dataclass(frozen=True)
class Test:
    """A call of the function, and what it gives."""

    __test__ = False  # no test of pytest's

    call: str
    gives: Any
    tolerance: Tolerance | None = None


@dataclass(frozen=True)
class Exercise:
    """What is asked; `reference` is a solution, Python."""

    function: str
    starter: str
    tests: tuple[Test, ...]
    reference: str = ""
    hint: str | None = None

    @property
    def digest(self) -> str:
        """A name for what the tests ask: it changes when they do, not with a text around them."""
        asked = [[test.call, test.gives, test.tolerance and test.tolerance.model_dump()] for test in self.tests]
        return hashlib.sha256(repr([self.function, asked]).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def exercise_of(block: ExerciseBlock, reference: str = "") -> Exercise | None:
    """The exercise that a block says; None where it says none (texts of a second language, an unfinished card)."""
    if not (block.function and block.tests):
        return None
    tests = tuple(Test(test.call, test.gives, test.tolerance) for test in block.tests)
    return Exercise(block.function, block.starter, tests, reference, block.hint)
