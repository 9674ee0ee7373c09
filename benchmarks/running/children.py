"""Single steps, each run in a child process of its own, by us or by Anki's library: no run sees another's caches."""

import json
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.figures import Figures
from benchmarks.running.processes import run

VARIABLE = "QUIZAPP_ANKI_PYTHON"
"""Names a Python that has Anki's library."""

Copy = Callable[[], AbstractContextManager[Path]]


@dataclass(frozen=True)
class Steps:
    """The figures of a child's steps by their names, in milliseconds, and its memory in megabytes."""

    times: Mapping[str, Figures]
    peak: Figures


@dataclass(frozen=True)
class Child:
    """A step of a library: who runs it, on fresh copies of what, and what more it is told."""

    python: str
    library: str
    step: str
    copy: Copy
    more: Sequence[str] = ()

    def once(self) -> tuple[dict[str, list[float]], float]:
        """Its times by their names, and its memory."""
        with self.copy() as home:
            ran = run([self.python, "-m", self.library, self.step, str(home), *self.more], home)
        return json.loads(ran.output.splitlines()[-1]), ran.peak


def ours(step: str, copy: Copy, *more: str) -> Child:
    """A step of our library."""
    return Child(sys.executable, "benchmarks.library", step, copy, more)


def ankis(step: str, copy: Copy, *more: str) -> Child:
    """A step of Anki's library, by the Python that has it."""
    python = anki_python()
    assert python is not None, "there is no Anki"
    return Child(python, "benchmarks.anki", step, copy, more)


def anki_python() -> str | None:
    """The Python that has Anki's library, if one is named."""
    return os.environ.get(VARIABLE) or None


def told(step: str, copy: Path) -> Any:
    """What a step of our library tells of a home."""
    return json.loads(run([sys.executable, "-m", "benchmarks.library", step, str(copy)], copy).output)


def steps(child: Child, runs: int) -> Steps:
    """A child's figures, of all runs together."""
    (found,) = by_turns([child], runs)
    return found


def by_turns(children: Sequence[Child], runs: int) -> list[Steps]:
    """The same of several, by turns: what disturbs the machine for a while disturbs all alike."""
    turns = [[child.once() for child in children] for _ in range(runs)]
    return [_together(column) for column in zip(*turns, strict=True)]


def _together(runs: Sequence[tuple[dict[str, list[float]], float]]) -> Steps:
    names = runs[0][0]
    times = {name: Figures(tuple(time for found, _ in runs for time in found[name])) for name in names}
    return Steps(times, Figures(tuple(peak for _, peak in runs)))
