"""Where an evaluation failed, and why, in words for the one who wrote the expression."""

import difflib
from collections.abc import Iterable

from quizapp.checks.errors import ExpressionError, Unfit
from quizapp.checks.limits import BITS

FAULTS = (Unfit, ArithmeticError, TypeError, ValueError, LookupError, RecursionError, MemoryError)
"""What evaluating can raise, beside ExpressionError."""


def located(fault: BaseException, offset: int) -> ExpressionError:
    """The fault of one operation, as an error that says where it happened."""
    what, mend = _words(fault)
    return ExpressionError(what, mend, offset)


def unknown(name: str, known: Iterable[str], offset: int | None, kind: str = "name") -> ExpressionError:
    """An unknown name, with the one that was probably meant."""
    near = difflib.get_close_matches(name, sorted(known), 1)
    mend = f"did you mean `{near[0]}`?" if near else f"no such {kind} is defined here"
    return ExpressionError(f"unknown {kind} `{name}`", mend, offset)


def _words(fault: BaseException) -> tuple[str, str]:
    if isinstance(fault, Unfit):
        return str(fault), "mend the formula, or `require` what keeps it from happening"
    if isinstance(fault, ZeroDivisionError):
        return "division by zero", "`require` that the divisor is not 0"
    if isinstance(fault, OverflowError):
        return "a number too large", f"stay below 10**308, or below {BITS} bits for integers"
    if isinstance(fault, RecursionError | MemoryError):
        return "too much to compute", "make it smaller"
    return "these values do not go together", "look at their kinds"
