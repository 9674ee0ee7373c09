"""Where an evaluation failed, and why, in words for the one who wrote the expression."""

import difflib
from collections.abc import Iterable

from quizapp.checks.errors import ExpressionError, Unfit
from quizapp.checks.limits import BITS
from quizapp.i18n import F_

FAULTS = (Unfit, ArithmeticError, TypeError, ValueError, LookupError, RecursionError, MemoryError)
"""What evaluating can raise, beside ExpressionError."""


def located(fault: BaseException, offset: int) -> ExpressionError:
    """The fault of one operation, as an error that says where it happened."""
    what, mend = _words(fault)
    return ExpressionError(what, mend, offset)


def unknown(name: str, known: Iterable[str], offset: int | None, kind: str = F_("name")) -> ExpressionError:
    """An unknown name, with the one that was probably meant."""
    near = difflib.get_close_matches(name, sorted(known), 1)
    mend = F_("did you mean `{name}`?", name=near[0]) if near else F_("no such {what} is defined here", what=kind)
    return ExpressionError(F_("unknown {what} `{name}`", what=kind, name=name), mend, offset)


def _words(fault: BaseException) -> tuple[str, str]:
    if isinstance(fault, Unfit):
        return str(fault), F_("mend the formula, or `require` what keeps it from happening")
    if isinstance(fault, ZeroDivisionError):
        return F_("division by zero"), F_("`require` that the divisor is not 0")
    if isinstance(fault, OverflowError):
        return F_("a number too large"), F_("stay below 10**308, or below {most} bits for integers", most=BITS)
    if isinstance(fault, RecursionError | MemoryError):
        return F_("too much to compute"), F_("make it smaller")
    return F_("these values do not go together"), F_("look at their kinds")
