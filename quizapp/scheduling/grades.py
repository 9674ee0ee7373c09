"""Grades of recall, 0 (nothing) to 5 (at once), and the scales of keys that give them."""

from enum import IntEnum, StrEnum
from functools import cached_property


class Grade(IntEnum):
    """How well a card was recalled, on SM-2's scale. Below `HARD` it was not recalled."""

    BLACKOUT = 0
    AGAIN = 1
    ALMOST = 2
    HARD = 3
    GOOD = 4
    EASY = 5

    # An enum's own is written in Python; logs of any length are folded by looking grades up.
    __hash__ = int.__hash__

    @cached_property
    def recalled(self) -> bool:
        """True from 3 on."""
        return self >= Grade.HARD

    @cached_property
    def settled(self) -> bool:
        """True from 4 on: the card need not come again on the same day."""
        return self >= Grade.GOOD


class Scale(StrEnum):
    """Which grades the keys offer."""

    FOUR = "four"
    SIX = "six"

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades on offer, worst first."""
        return tuple(Grade) if self is Scale.SIX else (Grade.AGAIN, Grade.HARD, Grade.GOOD, Grade.EASY)

    @property
    def keys(self) -> dict[str, Grade]:
        """Digit key to grade: 1–4 on the short scale, the grade itself on the long one."""
        first = 0 if self is Scale.SIX else 1
        return {str(first + step): grade for step, grade in enumerate(self.grades)}
