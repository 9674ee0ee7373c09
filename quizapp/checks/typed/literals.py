"""Plain numbers and lists of them, told from formulas: two spellings of one value are one answer."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from quizapp.checks.typed.lists import parts_of
from quizapp.checks.typed.numbers import Unclear, number_of
from quizapp.checks.typed.reading import LONGEST
from quizapp.checks.typed.signs import GAP, plain
from quizapp.checks.values import Number

# A sign, digits, an exponent, a percent sign: whether the separators stand right, the reader of numbers says.
_NUMBER = re.compile(rf"[-+]?[\d.][\d.,'_ {GAP}]*(?:e[-+]?\d+)?[ {GAP}]?%?", re.ASCII | re.IGNORECASE)
_LIST = re.compile(r"(?P<opens>[(\[]?)(?P<inside>[^()\[\]]*,[^()\[\]]*)(?P<closes>[)\]]?)")
_PAIRS = {"", "()", "[]"}


@dataclass(frozen=True)
class Literal:
    """The value of a number or a list written out, all decimals exact, and the brackets around it."""

    value: Number | tuple[Number, ...]
    brackets: str = ""

    def same(self, other: "Literal") -> bool:
        """Whether both say the same; brackets may be left out, but `[0, 1]` is not `(0, 1)`."""
        return self.value == other.value and (self.brackets == other.brackets or "" in (self.brackets, other.brackets))


def literal_of(text: str) -> Literal | None:
    """What `text` spells out; None where it is anything else, above all a formula."""
    flat = plain(text).strip().lstrip("≈~ ").rstrip(". ")
    if len(flat) > LONGEST:
        return None
    number = _number(flat)
    return _list(flat) if number is None else Literal(number)


def spells_one_of(text: str, accepted: Iterable[str]) -> bool:
    """Whether `text` is a plain number, or list of numbers, of exactly the value of one in `accepted`."""
    typed = literal_of(text)
    return typed is not None and any(one.same(typed) for one in map(literal_of, accepted) if one)


def _number(text: str, within_list: bool = False) -> Number | None:
    if not _NUMBER.fullmatch(text):
        return None
    try:
        return number_of(text, within_list)
    except Unclear:
        return None


def _list(text: str) -> Literal | None:
    match = _LIST.fullmatch(text)
    if not match or (brackets := match["opens"] + match["closes"]) not in _PAIRS:
        return None
    try:
        numbers = [_number(part, within_list=True) for part in parts_of(match["inside"])]
    except Unclear:
        return None
    values = tuple(number for number in numbers if number is not None)
    return Literal(values, brackets) if len(values) == len(numbers) else None
