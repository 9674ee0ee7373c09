"""The values that expressions compute with: exact where exactness is possible, plain data always."""

import math
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias, TypeGuard

from quizapp.checks.errors import Unfit
from quizapp.checks.limits import DEPTH
from quizapp.i18n import F_

Exact: TypeAlias = int | Fraction
Number: TypeAlias = int | Fraction | float
Value: TypeAlias = Any
"""bool, int, Fraction (never a whole one), finite float, str, None, list or tuple of values, mapping of str to values;
a network, whose class names in ATTRIBUTES what expressions may read of it."""


NUMBERS = (int, float, Fraction)
"""The classes of numbers; that of truth values is one of integers too."""
LISTS = (list, tuple)
# Named, since `isinstance(x, list | tuple)` makes a new union each time: 100 ns, in the innermost loop.


def is_number(value: Value) -> TypeGuard[Number]:
    """True for integers, fractions and floats; a truth value is no number."""
    return isinstance(value, NUMBERS) and not isinstance(value, bool)


def is_network(value: Value) -> bool:
    """True for what expressions may read attributes of: its class names them."""
    return isinstance(getattr(type(value), "ATTRIBUTES", None), frozenset)


def exact(number: int | float | str) -> Exact:
    """The decimal as it is written: 0.1 is one tenth, not the float beside it. Raises Unfit where it is not finite."""
    if isinstance(number, float) and not math.isfinite(number):
        raise Unfit(F_("a number that is not finite"))
    return whole(Fraction(repr(number) if isinstance(number, float) else number))


def whole(fraction: Fraction) -> Exact:
    """The fraction, or the integer that it is."""
    return fraction.numerator if fraction.denominator == 1 else fraction


def from_plain(value: Any, depth: int = 0) -> Value:
    """A value of YAML or JSON: decimals become exact, the rest stays. Raises Unfit: not finite, or nested too deep."""
    if isinstance(value, float):
        return exact(value)
    if not isinstance(value, list | Mapping):
        return value
    if depth >= DEPTH:
        raise Unfit(F_("lists within lists, more than {most} deep", most=DEPTH))
    if isinstance(value, list):
        return [from_plain(item, depth + 1) for item in value]
    return {key: from_plain(item, depth + 1) for key, item in value.items()}


def as_data(value: Value) -> Any:
    """A value as JSON keeps it, for the log: fractions and mappings are marked, tuples become lists."""
    if isinstance(value, Fraction):
        return {"fraction": str(value)}
    if isinstance(value, list | tuple):
        return [as_data(item) for item in value]
    return {"mapping": {key: as_data(item) for key, item in value.items()}} if isinstance(value, Mapping) else value


def from_data(data: Any) -> Value:
    """The value that `as_data` kept; a tuple comes back as a list. Raises ValueError for what it never keeps."""
    match data:
        case list():
            return [from_data(item) for item in data]
        case {"fraction": str(text)}:
            return _fraction(text)
        case {"mapping": dict(values)}:
            return from_data_mapping(values)
    if isinstance(data, dict) or (isinstance(data, float) and not math.isfinite(data)):
        raise ValueError("no value was kept so")
    return data


def from_data_mapping(data: Mapping[str, Any]) -> Mapping[str, Value]:
    """The mapping whose values were kept."""
    return {key: from_data(item) for key, item in data.items()}


def _fraction(text: str) -> Fraction:
    # Not Fraction(text): that reads 1e999999999 too, for ever.
    above, below = text.split("/")
    if int(below) == 0:
        raise ValueError("no fraction was kept so")
    return Fraction(int(above), int(below))
