"""Charts as values: what is drawn, not how. Each is told in words beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Bar:
    """A bar: its label, its length, and its number in words."""

    label: str
    value: float
    told: str


@dataclass(frozen=True)
class Bars:
    """Bars below one another. `whole` is what a full bar stands for: a bar of a whole is drawn with what it lacks.

    Where it is None the longest bar is full.
    """

    title: str
    bars: Sequence[Bar]
    whole: float | None = None


@dataclass(frozen=True)
class Columns:
    """Numbers beside one another, as upright bars. `labels` stand below the columns of their places, from 0."""

    title: str
    values: Sequence[int]
    labels: Mapping[int, str]


@dataclass(frozen=True)
class HeatMap:
    """A year of days up to `last`, a week a column: the levels 0 (none) to 4 of the days that have any."""

    title: str
    levels: Mapping[date, int]
    last: date


Chart = Bars | Columns | HeatMap


@dataclass(frozen=True)
class Section:
    """A part of a report. `definition` says what its figures mean."""

    name: str
    title: str
    words: Sequence[str]
    definition: str
    charts: Sequence[Chart] = field(default=())
