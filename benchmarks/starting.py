"""How long a process takes from its start to its end."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.decks import NOW
from benchmarks.measuring import Measured, measured

RUNS = 20


def starts(home: Path) -> Iterator[Measured]:
    """A bare interpreter, then the two commands that are to be quick. `home` has a collection."""
    yield _processes("a bare interpreter", ["-c", "pass"], home)
    yield _processes("quizapp --version", ["-m", "quizapp", "--version"], home)
    yield _processes("quizapp due", ["-m", "quizapp", "due"], home)


def _processes(name: str, words: list[str], home: Path) -> Measured:
    environment = os.environ | {"QUIZAPP_HOME": str(home), "QUIZAPP_NOW": NOW.isoformat()}

    def run() -> None:
        subprocess.run([sys.executable, *words], env=environment, check=True, capture_output=True)

    run()  # the first compiles what is not compiled yet
    return measured(name, [run] * RUNS)
