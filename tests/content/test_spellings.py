"""The spellings of a typed number are the same number: written out, rounded, cut off, in percent."""

import re
from fractions import Fraction
from typing import NamedTuple

from quizapp.cards.faces import TypedFace
from tests.content.bundled import faces

# A number and words that only name what is counted: no formula, no power, no pair.
SPELLING = re.compile(r"([-−]?)(\d+/\d+|\d[\d,]*(?:\.\d+)?|\.\d+)(?:%|x|M|)(?:[ -][%a-zA-Z ×-]*)?")
SCALES = [Fraction(10) ** power for power in (0, 2, -2, 3, -3, 6, -6, -9)]
"""A percentage may be typed as a share, and thousands, millions and billions with a word or without."""
ANOTHER = {
    "max-vs-avg-pooling/gap-factor": {"1/49"},
    "cnn-history/average-head": {"15.21", "15.213"},
}
"""Accepted though they are not the number: its reciprocal, and the sum of rounded terms."""


class Number(NamedTuple):
    """A value, how much its last place counts, and how many digits it has; a fraction is exact."""

    value: Fraction
    unit: Fraction
    digits: float


def _read(spelling: str) -> Number | None:
    found = SPELLING.fullmatch(spelling)
    if not found:
        return None
    sign, digits = found[1], found[2].replace(",", "")
    value = Fraction(digits if digits[0] != "." else f"0{digits}") * (-1 if sign else 1)
    if "/" in digits:
        return Number(value, Fraction(0), float("inf"))
    return Number(value, Fraction(1, 10 ** len(digits.partition(".")[2])), len(digits.replace(".", "").lstrip("0")))


def _is_rounded(number: Number, exact: Number) -> bool:
    """Whether it is the exact number to its own last place, be the rest rounded or cut off."""
    missing = [abs(exact.value * scale) - abs(number.value) for scale in SCALES]
    return exact.value * number.value >= 0 and any(-number.unit / 2 <= rest <= number.unit for rest in missing)


def test_every_spelling_of_a_number_is_that_number() -> None:
    wrong = []
    for name, face in faces():
        if isinstance(face, TypedFace):
            spellings = set(face.accepted) - ANOTHER.get(name.split()[0], set())
            numbers = {spelling: number for spelling in sorted(spellings) if (number := _read(spelling))}
            exact = max(numbers.values(), key=lambda number: number.digits, default=None)
            wrong += [(name, text) for text, number in numbers.items() if exact and not _is_rounded(number, exact)]
    assert wrong == []
