"""A number as a learner types it, read by way of an expression: separators, thousands, powers, `ln 2`."""

import math
import re
from collections.abc import Callable, Mapping
from typing import Any

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import Expression
from quizapp.checks.expressions.functions import BASICS
from quizapp.checks.typed.signs import GAP
from quizapp.checks.typed.units import THOUSANDS
from quizapp.checks.values import Number, is_number
from quizapp.i18n import _

_BASICS = ("min", "max", "abs", "round", "floor", "ceil", "sqrt", "exp", "log", "log2", "log10", "sin", "cos", "tanh")
FUNCTIONS: Mapping[str, Callable[..., Any]] = {"ln": BASICS["log"], **{name: BASICS[name] for name in _BASICS}}
"""What a learner may call: no calculator, since that would be the answer."""
_CONSTANTS = {"e": math.e, "pi": math.pi}
_ALONE = {"ln", "log", "log2", "log10", "sqrt", "exp"}
"""Functions that may stand before a number without brackets."""
_TIMES = {"*", "/", "**", "//", "%"}
_UNLIKE_TIMES = _TIMES - {"*"}
"""After these it matters whether a % belongs to one number or to all of the quotient."""
# The words of `quizapp.checks.expressions` for what is beyond its limits: they tell it from `1/0`.
_BEYOND = re.compile(r"\bbits\b|not finite|too large")


class Unclear(Exception):
    """What was typed cannot be read; the text says why, in the language in use."""


def number_of(text: str, within_list: bool = False) -> Number:
    """The number that `text` stands for, its signs brought to one by `signs.plain`.

    Within a list only apostrophes, underscores and narrow spaces group digits. Raises Unclear.
    """
    formula = _Formula(within_list)
    at = 0
    while at < len(text):
        at = formula.take(text, at)
    try:
        value = Expression(formula.source(), FUNCTIONS).evaluate(_CONSTANTS)
    except ExpressionError as error:
        raise Unclear(_("too large") if _BEYOND.search(error.what) else _("this gives no number")) from None
    if not is_number(value):
        raise Unclear(_("this gives no number"))
    return value


def missing_after(sign: str) -> str:
    """Says that what was typed breaks off after a sign."""
    return _("a number is missing after `{sign}`").format(sign=sign)


def _number(separators: str) -> str:
    grouped = rf"[1-9]\d{{0,2}}(?P<by>[{separators}])\d{{3}}(?:(?P=by)\d{{3}})*(?!\d)"
    scale = "|".join(sorted(map(re.escape, THOUSANDS), key=len, reverse=True))
    return (
        rf"(?P<number>(?:{grouped}|\d+)(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)"
        rf"(?:[ {GAP}]?(?P<scale>{scale})(?!\w)|[ {GAP}]?(?P<percent>%)(?! *[\w(.]))?"
    )


_REST = rf"""|(?P<space>[ {GAP}]+)|(?P<name>(?i:log(?:2|10)(?![\d.])|[a-z]+))|(?P<sign>\*\*|//|[-+*/^×%(),])"""
_LOOSE = re.compile(_number(f", '_{GAP}") + _REST, re.ASCII)
_STRICT = re.compile(_number(f"'_{GAP}") + _REST, re.ASCII)


class _Formula:
    """An expression as it grows, token by token."""

    def __init__(self, within_list: bool) -> None:
        self._pieces: list[str] = []
        self._strict = within_list
        self._calls: list[bool] = []
        self._value_before = False
        self._alone: str | None = None

    def source(self) -> str:
        """The expression."""
        if self._calls:
            raise Unclear(_("the brackets do not match"))
        if self._alone:
            raise Unclear(_("`{name}` of what?").format(name=self._alone))
        return "".join(self._pieces)

    def take(self, text: str, at: int) -> int:
        """Takes the token that begins at `at`, and gives where it ends."""
        pattern = _STRICT if self._strict or any(self._calls) else _LOOSE
        match = pattern.match(text, at)
        if match is None:
            raise Unclear(self._strange(text[at], text[:at]))
        if match["number"]:
            self._take_number(match)
        elif match["name"]:
            self._take_name(match["name"].lower(), text[match.end() :])
        elif match["sign"]:
            self._take_sign(match["sign"], text, at)
        return match.end()

    def _take_number(self, match: re.Match[str]) -> None:
        digits = re.sub(f"[, '_{GAP}]", "", match["number"])
        if re.match(r"0\d", digits):
            raise Unclear(_("a number does not begin with 0"))
        if self._value_before and re.search(r"\d\.\d+$", match.string[: match.start()]) and digits.startswith("."):
            raise Unclear(_("use . for decimals"))
        if match["percent"] and self._pieces and self._pieces[-1] in _UNLIKE_TIMES:
            raise Unclear(_("`%` of which part? write 1/(3%), or divide by 100"))
        if match["scale"]:
            digits = f"({digits}*{THOUSANDS[match['scale']]})"
        self._value(f"({digits}/100)" if match["percent"] else digits)

    def _take_name(self, name: str, rest: str) -> None:
        if name in _CONSTANTS:
            return self._value(name)
        if name not in FUNCTIONS:
            raise Unclear(self._strange(name, "".join(self._pieces)))
        if rest.lstrip().startswith("("):
            return self._piece(name, value=False)
        if name not in _ALONE or (name == "log" and rest[:1].isdigit()):
            raise Unclear(_("`{name}` wants brackets").format(name=name))
        self._piece(f"{name}(", value=False)
        self._alone = name
        return None

    def _take_sign(self, sign: str, text: str, at: int) -> None:
        if sign == "(":
            self._calls.append(bool(self._pieces) and self._pieces[-1] in FUNCTIONS)
            return self._piece("(", value=False)
        if sign == "," and not (self._calls and self._calls[-1]):
            raise Unclear(self._strange(",") if self._strict else _comma(text))
        if sign == ")":
            self._close()
        plain = {"^": "**", "×": "*"}.get(sign, sign)
        if plain in _TIMES and self._pieces and self._pieces[-1] in _TIMES | {"+", "-"}:
            between = _("a number is missing between `{one}` and `{other}`")
            raise Unclear(between.format(one=self._pieces[-1], other=sign))
        self._pieces.append(plain)
        self._value_before = sign == ")"
        if self._alone:
            raise Unclear(_("`{name}` wants brackets").format(name=self._alone))
        return None

    def _close(self) -> None:
        if not self._calls:
            raise Unclear(_("the brackets do not match"))
        self._calls.pop()

    def _value(self, piece: str) -> None:
        alone, self._alone = self._alone, None
        self._piece(f"{piece})" if alone else piece, value=True)

    def _piece(self, piece: str, value: bool) -> None:
        if self._value_before:
            raise Unclear(_("put a sign such as * before `{piece}`").format(piece=piece))
        self._pieces.append(piece)
        self._value_before = value

    def _strange(self, piece: str, before: str = "") -> str:
        if not self._strict and (piece in "[]" or (piece == "x" and before.rstrip()[-1:].isdigit())):
            return _shape()
        return _("`{piece}` means nothing here").format(piece=piece)


def _comma(text: str) -> str:
    """Decimals, if no bracket holds everything, and each comma stands in a number that has no other: `25,6k`."""
    decimals = re.findall(r"(?<![\d,])\d+,\d+(?![\d,])", text)
    if re.search(r"\d\.\d+,\d", text) or (text.strip()[:1] not in "([" and len(decimals) == text.count(",")):
        return _("use . for decimals")
    return _shape()


def _shape() -> str:
    return _("one number is asked for, not a list; * multiplies")
