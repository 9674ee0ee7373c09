"""Charts as values: what is drawn, not how. Each is told in words beside it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

SIGNS = "·░▒▓█"
"""The levels of a heat map in characters, none first."""
MARKED_SIGN, REST_SIGN = "▒", "█"
"""With what the two parts of a column are filled in characters."""


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
    """Numbers beside one another, as upright bars. `labels` stand below the columns of their places, from 0.

    `names` say of each column what it stands for, where the numbers are told one by one. `marked`, if not empty, says
    how much of each value is of a kind of its own, drawn at the foot with another fill; `legend`, what that is and what
    the rest is.
    """

    title: str
    values: Sequence[int]
    labels: Mapping[int, str]
    names: Sequence[str] = ()
    marked: Sequence[int] = ()
    legend: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class HeatMap:
    """A year of days up to `last`, a week a column: the levels 0 (none) to 4 of the days that have any.

    `counts` are the numbers behind the levels. `legend` says which of them a level stands for, and `signs` says it in a
    line for a drawing in characters, as it stands in the section's words.
    """

    title: str
    levels: Mapping[date, int]
    last: date
    counts: Mapping[date, int] = field(default_factory=dict)
    legend: Mapping[int, str] = field(default_factory=dict)
    signs: str = ""


Chart = Bars | Columns | HeatMap


@dataclass(frozen=True)
class Section:
    """A part of a report. `definition` says what its figures mean."""

    name: str
    title: str
    words: Sequence[str]
    definition: str
    charts: Sequence[Chart] = field(default=())
