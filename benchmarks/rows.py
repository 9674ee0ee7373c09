"""A row of the table: what was measured, what it is held against, and what was wanted."""

from dataclasses import dataclass
from enum import Enum
from typing import Any

from benchmarks.figures import Figures


class Value(Enum):
    """Which of the figures counts."""

    MEDIAN = "median"
    P99 = "p99"
    LONGEST = "longest"


@dataclass(frozen=True)
class Beside:
    """What a step stands beside: a name, and its figure in the row's unit."""

    name: str
    figure: float


@dataclass(frozen=True)
class Target:
    """What is wanted, in words, and the most that it allows; None where it stands beside Anki, which is not there."""

    said: str
    most: float | None = None


@dataclass(frozen=True)
class Row:
    """A step, what it took here, the physical limit, what Anki's library takes for the same, and the target."""

    step: str
    figures: Figures
    target: Target = Target("")
    value: Value = Value.MEDIAN
    limit: Beside | None = None
    anki: float | None = None
    unit: str = "ms"

    @property
    def ours(self) -> float:
        """The figure that counts."""
        return float(getattr(self.figures, self.value.value))

    @property
    def holds(self) -> bool | None:
        """True if the target is met; None where there is none, or nothing to hold it against."""
        return None if self.target.most is None else self.ours <= self.target.most

    def as_data(self) -> dict[str, Any]:
        """As JSON has it."""
        return {
            "step": self.step,
            "unit": self.unit,
            "value": self.value.value,
            "ours": round(self.ours, 3),
            "runs": [round(run, 3) for run in self.figures.runs[:50]],
            "number_of_runs": len(self.figures.runs),
            "noisy": self.figures.noisy,
            "limit": None if self.limit is None else {"name": self.limit.name, "figure": round(self.limit.figure, 3)},
            "anki": None if self.anki is None else round(self.anki, 3),
            "target": self.target.said,
            "most": None if self.target.most is None else round(self.target.most, 3),
            "holds": self.holds,
        }


def at_most(most: float, unit: str = "ms") -> Target:
    """No more than a number."""
    return Target(f"≤ {most:,.0f} {unit}", most)


def times(factor: float, of: Beside) -> Target:
    """No more than so many times the limit."""
    return Target(f"≤ {factor:g} × {of.name}", factor * of.figure)


def times_anki(factor: float, anki: float | None) -> Target:
    """No more than so many times what Anki takes."""
    said = "below Anki" if factor == 1 else f"≤ {factor:g} × Anki"
    return Target(said, None if anki is None else factor * anki)
