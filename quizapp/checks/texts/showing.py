"""How a value is written for people; what is written here is read back by `quizapp.checks.typed.reading`."""

from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction

from quizapp.checks.values import LISTS, NUMBERS, Number, Value

SPACE = "\u202f"
"""Stands between groups of three digits: narrow, and no line breaks there."""
MINUS = "\u2212"
_GROUPED_FROM = 10_000
_EXACT, _ROUNDED = 6, 5
_LONGEST, _SHORTENED = 30, 6
"""Digits of the longest integer that is written out in prose, and of what a longer one is shortened to."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WHOLE_BELOW = 2**53
"""Where floats begin to have gaps between the integers that they can be."""
_PLAIN_FROM, _PLAIN_TO = Decimal("1e-4"), Decimal("1e6")


def shown(value: Value, grouped: bool = True) -> str:
    """A value in prose, or with `grouped=False` in code.

    Integers are written out, in groups of three from five digits on; in prose those of more than 30 digits are
    shortened to 6, as in `≈ 3.2317·10⁶¹⁶`. Decimals of at most 6 significant digits are
    exact, other numbers have 5. No exponent between 1e-4 and 1e6. Prose has the true minus (U+2212), code the hyphen.
    """
    if isinstance(value, NUMBERS) and not isinstance(value, bool):
        return _number(value, grouped)
    if isinstance(value, LISTS):
        return _sequence(value, grouped)
    if isinstance(value, Mapping):
        return ", ".join(f"{key}={shown(item, grouped)}" for key, item in value.items())
    return str(value)


def written_out(number: Fraction, grouped: bool = True) -> str:
    """A fraction with all its decimals. Its denominator divides a power of ten."""
    return _plain(_exactly(number), grouped)


def has_end(number: Fraction) -> bool:
    """Whether the fraction's decimals end."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _number(number: Number, grouped: bool) -> str:
    if isinstance(number, float) and number.is_integer() and abs(number) < _WHOLE_BELOW:
        number = int(number)
    if isinstance(number, int):
        if grouped and abs(number) >= 10**_LONGEST:
            return _shortened(number)
        return _digits(Decimal(number), grouped)
    if isinstance(number, Fraction) and _is_short(number):
        return _digits(_exactly(number), grouped)
    return _digits(_rounded(number), grouped)


def _shortened(number: int) -> str:
    """`≈ 3.2317·10⁶¹⁶`; `10⁴⁰` is `1·10⁴⁰`, without a sign that it was rounded."""
    found = Context(prec=_SHORTENED).create_decimal(number).normalize(Context(prec=_SHORTENED))
    digits = f"{found.scaleb(-found.adjusted()):f}".replace("-", MINUS)
    text = f"{digits}·10{str(found.adjusted()).translate(_RAISED)}"
    return text if int(found) == number else f"≈ {text}"


def _is_short(number: Fraction) -> bool:
    return has_end(number) and len(_exactly(number).as_tuple().digits) <= _EXACT


def _exactly(number: Fraction) -> Decimal:
    # A denominator of b bits that divides a power of ten divides 10**b.
    digits = len(str(abs(number.numerator))) + number.denominator.bit_length()
    return Context(prec=digits).divide(Decimal(number.numerator), Decimal(number.denominator))


def _rounded(number: Fraction | float) -> Decimal:
    above, below = (Decimal(part) for part in number.as_integer_ratio())
    found = Context(prec=_ROUNDED).divide(above, below)
    if _ROUNDED <= found.adjusted() < _PLAIN_TO.adjusted():
        found = Context(prec=found.adjusted() + 1).divide(above, below)  # 123457, never 123460
    return found.normalize()


def _digits(decimal: Decimal, grouped: bool) -> str:
    is_whole = decimal.as_tuple().exponent == 0
    if is_whole or _PLAIN_FROM <= abs(decimal) < _PLAIN_TO:
        return _plain(decimal, grouped)
    text = f"{decimal:e}".replace("e+", "e")
    return text.replace("-", MINUS) if grouped else text


def _plain(decimal: Decimal, grouped: bool) -> str:
    if not grouped:
        return f"{decimal:f}"
    text = f"{decimal:,f}" if abs(decimal) >= _GROUPED_FROM else f"{decimal:f}"
    return text.replace(",", SPACE).replace("-", MINUS)


def _sequence(values: list[Value] | tuple[Value, ...], grouped: bool) -> str:
    inside = ", ".join(shown(value, grouped) for value in values)
    if isinstance(values, list):
        return f"[{inside}]"
    return f"({inside},)" if len(values) == 1 else f"({inside})"
