"""Measured times, and what is told of them."""

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles

PROCESSOR = "QUIZAPP_BENCHMARKS_PROCESSOR"
"""Set in the environment, processor time is measured in place of time gone by: it is steadier where others use the
machine, and knows nothing of waiting for the disk."""

NOISY = 0.25
"""Where the middle half of the runs is wider than this share of their median, the machine had something else to do."""


@dataclass(frozen=True)
class Figures:
    """What several runs took, in milliseconds; or held, in megabytes."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the runs are below it."""
        return median(self.runs)

    @property
    def p99(self) -> float:
        """Of a hundred runs one is above it; the longest, where there are fewer."""
        return quantiles(self.runs, n=100)[98] if len(self.runs) >= 100 else max(self.runs)

    @property
    def longest(self) -> float:
        """The longest."""
        return max(self.runs)

    @property
    def noisy(self) -> bool:
        """True if the runs lie far apart."""
        if len(self.runs) < 3:
            return False
        first, _, last = quantiles(self.runs, n=4)
        return last - first > NOISY * self.median


def timed(work: Callable[[], object]) -> float:
    """How long `work` takes, in milliseconds."""
    clock = time.process_time if by_processor() else time.perf_counter
    start = clock()
    work()
    return (clock() - start) * 1_000


def by_processor() -> bool:
    """True if processor time is what is measured."""
    return bool(os.environ.get(PROCESSOR))


def measured(work: Iterable[Callable[[], object]]) -> Figures:
    """Each piece of work, timed."""
    return Figures(tuple(timed(piece) for piece in work))


def in_turn(work: Sequence[Callable[[], float]], runs: int) -> list[Figures]:
    """Figures of several measures, taken by turns: what disturbs the machine for a while disturbs all alike.

    The first turn is not counted unless it is the only one: it compiles what is not compiled yet, and fetches files
    from the disk.
    """
    turns = [[measure() for measure in work] for _ in range(runs + 1)]
    return [Figures(tuple(column)) for column in zip(*(turns[1:] or turns), strict=True)]
