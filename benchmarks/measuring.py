"""Measured times, and what is told of them."""

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Measured:
    """What was measured, and each time in milliseconds."""

    name: str
    times: tuple[float, ...]

    @property
    def median(self) -> float:
        """Half of the times are below it."""
        return median(self.times)

    @property
    def p99(self) -> float:
        """Of a hundred times one is above it; the longest, where there are fewer."""
        return quantiles(self.times, n=100)[98] if len(self.times) >= 100 else max(self.times)

    @property
    def longest(self) -> float:
        """The longest."""
        return max(self.times)

    def as_data(self) -> dict[str, object]:
        """As JSON has it, in milliseconds."""
        rounded = {name: round(getattr(self, name), 3) for name in ("median", "p99", "longest")}
        return {"name": self.name, "runs": len(self.times), **rounded}


def timed(work: Callable[[], object]) -> float:
    """How long `work` takes, in milliseconds."""
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1_000


def measured(name: str, work: Iterable[Callable[[], object]]) -> Measured:
    """Each piece of work, timed."""
    return Measured(name, tuple(timed(piece) for piece in work))


def table(all_: Iterable[Measured]) -> str:
    """The figures for people, in milliseconds."""
    rows = [("", "runs", "median", "p99", "longest")]
    rows += [
        (one.name, str(len(one.times)), f"{one.median:.2f}", f"{one.p99:.2f}", f"{one.longest:.2f}") for one in all_
    ]
    wide = max(len(row[0]) for row in rows)
    return "\n".join(f"{row[0]:<{wide}}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in rows)
