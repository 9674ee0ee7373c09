"""Reading what a learner typed as an answer. What cannot be read is told and asked again: it is never wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from quizapp.checks.errors import Unfit
from quizapp.checks.texts.showing import has_end, shown, written_out
from quizapp.checks.typed.equations import right_side
from quizapp.checks.typed.lists import parts_of
from quizapp.checks.typed.numbers import Unclear, number_of
from quizapp.checks.typed.signs import folded, plain
from quizapp.checks.typed.units import is_scaled, without_unit
from quizapp.checks.values import LISTS, Number, Value, is_number
from quizapp.i18n import F_, _
from quizapp.visible import one_line

LONGEST = 299
"""Characters of an answer that can be read."""

_YES = {"yes", "y", "true", "t", "对", "是", "是的", "真", "正确", folded("√"), "✓"}
_NO = {"no", "n", "false", "f", "错", "否", "不", "不是", "不对", "假", "错误", "×", "✗"}
_FRACTION_BELOW = 10_000
_WRITTEN_OUT = 15


class Wanted(Enum):
    """What kind of answer a check has."""

    NUMBER = "number"
    LIST = "list"
    TRUTH = "truth"
    TEXT = "text"


@dataclass(frozen=True)
class Read:
    """An answer's value, and how the program says what it read."""

    value: Value
    echo: str


@dataclass(frozen=True)
class Unread:
    """Why an answer could not be read: one short line in the language in use."""

    why: str


def wanted_of(answer: Value) -> Wanted:
    """The kind of a right answer. Raises Unfit for one that nobody can type."""
    if isinstance(answer, bool):
        return Wanted.TRUTH
    if is_number(answer):
        return Wanted.NUMBER
    if isinstance(answer, str):
        return Wanted.TEXT
    if isinstance(answer, LISTS) and answer and all(wanted_of(item) in {Wanted.NUMBER, Wanted.LIST} for item in answer):
        return Wanted.LIST
    raise Unfit(F_("the answer is no number, list of numbers, truth value or text"))


def read_answer(text: str, wanted: Wanted, unit: str | None = None, choices: Sequence[str] = ()) -> Read | Unread:
    """What was typed, as a value of the wanted kind.

    Numbers may have separators, a unit (the check's), a suffix such as M, or be an expression, and `w =` may stand
    before; a shape is read with or without brackets, its rows as one flat tuple. Decimals are exact.
    """
    if not text.strip():
        return Unread(_("nothing was typed"))
    if len(text) > LONGEST:
        return Unread(_("longer than any answer"))
    try:
        return _read(text, wanted, unit, choices)
    except Unclear as unclear:
        return Unread(one_line(str(unclear)))


def _read(text: str, wanted: Wanted, unit: str | None, choices: Sequence[str]) -> Read:
    if wanted is Wanted.TRUTH:
        return _read_truth(text)
    if wanted is Wanted.TEXT:
        return _read_choice(text, choices)
    core = _core(text)
    bare = without_unit(core.removesuffix(",") if wanted is Wanted.NUMBER else core, unit)
    if is_scaled(unit) and re.search(r"\d\s*[a-zA-Z]+$", bare):
        raise Unclear(_("the answer is in {unit}: type the number alone").format(unit=unit))
    if wanted is Wanted.NUMBER:
        number = number_of(right_side(bare, number_of))
        return Read(number, _echo(number))
    numbers = _numbers(right_side(bare, _numbers))
    return Read(numbers, shown(numbers))


def _numbers(text: str) -> tuple[Number, ...]:
    return tuple(number_of(part.lstrip("≈ "), within_list=True) for part in parts_of(text))


def _core(text: str) -> str:
    flat = plain(text).strip()
    return flat.lstrip("=≈~≃ ").rstrip(". ") if flat.strip(".≈=~≃ ") else flat


def _read_truth(text: str) -> Read:
    word = folded(text).rstrip(". ")
    if word not in _YES | _NO:
        raise Unclear(_("yes or no?"))
    return Read(word in _YES, _("yes") if word in _YES else _("no"))


def _read_choice(text: str, choices: Sequence[str]) -> Read:
    for choice in choices:
        if folded(choice).rstrip(". ") == folded(text).rstrip(". "):
            return Read(choice, one_line(choice))
    raise Unclear(_("one of: {choices}").format(choices=", ".join(choices)))


def _echo(number: Value) -> str:
    if not isinstance(number, Fraction):
        return shown(number)
    if has_end(number) and len(written := written_out(number)) <= _WRITTEN_OUT:
        return written
    if max(abs(number.numerator), number.denominator) < _FRACTION_BELOW:
        return f"{shown(number.numerator)}/{shown(number.denominator)} = {shown(number)}"
    return shown(number)
