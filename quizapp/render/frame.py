"""The room that a block is laid out in, and how containers take their part of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from quizapp.render.breaking import fold
from quizapp.render.spans import Line, Manner, text_of, width_of_line

# With less than this text can no longer be read beside a marker, which then takes a line of its own.
LEAST_ROOM = 6


@dataclass(frozen=True, slots=True)
class Frame:
    """The width to fill, in cells; in which manner; and how many bullet lists stand around it."""

    width: int
    manner: Manner
    bullets: int = 0

    def beside(self, marker: Line, others: Line, body: Callable[["Frame"], list[Line]]) -> list[Line]:
        """What `body` lays out, with `marker` before its first line and `others`, as wide, before the others."""
        taken = width_of_line(marker)
        if self.width - taken < LEAST_ROOM:
            return [*fold(marker, self.width), *body(self)]
        first, *rest = body(replace(self, width=self.width - taken)) or [()]
        blank = text_of(others).isspace()
        return [(*marker, *first), *((*others, *line) if line or not blank else () for line in rest)]
