"""Numbers, texts and named values as they are written in an expression."""

import ast
import math
from collections.abc import Mapping
from fractions import Fraction

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions.arithmetic import result
from quizapp.checks.expressions.faults import FAULTS, located
from quizapp.checks.expressions.syntax import offset_of
from quizapp.checks.values import Exact, Value
from quizapp.i18n import F_

NAMED: Mapping[str, Value] = {"pi": math.pi, "true": True, "false": False}
"""Names with a fixed value, beside Python's own True, False and None."""


def constant(node: ast.Constant, source: str) -> Value:
    """The value that stands there: decimals are exact. Raises ExpressionError for bytes, complex numbers and so on."""
    value, offset = node.value, offset_of(node)
    if value is None or isinstance(value, bool | str):
        return value
    try:
        if type(value) is int:
            return result(value)
        if isinstance(value, float):
            return _decimal(value, source[offset : node.end_col_offset])
    except FAULTS as fault:
        raise located(fault, offset) from None
    raise ExpressionError(
        F_("`{text}` is no value here", text=source[offset : node.end_col_offset]),
        F_("numbers, texts, True, False, None"),
        offset,
    )


def _decimal(value: float, text: str) -> Exact:
    # Fraction("1e99999999") would compute that power; as a float it is infinite, or zero, at no cost.
    if math.isinf(value) or (value == 0 and any(digit in text.lower().split("e")[0] for digit in "123456789")):
        raise OverflowError
    return result(Fraction(text.replace("_", ""))) if value else 0  # type: ignore[return-value]  # exact
