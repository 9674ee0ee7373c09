"""Lists within bounds: comparing, indexing and cutting them."""

from collections.abc import Collection, Mapping

from quizapp.checks.errors import Unfit
from quizapp.checks.expressions.arithmetic import kind_of, pay, result
from quizapp.checks.limits import BITS, DEPTH, LENGTH, work
from quizapp.checks.values import LISTS, NUMBERS, Value, is_network
from quizapp.i18n import F_


def listed(value: Value) -> list[Value] | tuple[Value, ...]:
    """A value that can be gone through. Raises Unfit where it is none, or too long."""
    if not isinstance(value, LISTS):
        raise Unfit(F_("{what} is no list", what=kind_of(value)))
    if len(value) > LENGTH:
        raise Unfit(F_("a list of more than {most} elements", most=LENGTH))
    work(len(value))
    return value


def settled(value: Value) -> Value:
    """A value that came from a function, in bounds: numbers finite and of their kind, lists not too long nor too deep.

    Spends a step for every element. Raises Unfit.
    """
    if isinstance(value, NUMBERS):
        return value if isinstance(value, bool) else result(value)
    _settle(value, 0)
    return value


def _settle(value: Value, depth: int) -> None:
    """The order is that of what is common: asking for a Mapping takes ten times as long as for a type."""
    kind = type(value)
    if kind is str:
        if len(value) > LENGTH:
            raise Unfit(F_("a text of more than {most} characters", most=LENGTH))
    elif kind is list or kind is tuple:
        _settle_all(listed(value), depth)
    elif isinstance(value, NUMBERS):
        result(value)
    elif isinstance(value, Mapping):
        _settle_all(value.values(), depth)
    elif value is not None and not is_network(value):
        raise Unfit(F_("what came out is no value"))


def _settle_all(items: Collection[Value], depth: int) -> None:
    if depth >= DEPTH:
        raise Unfit(F_("lists within lists, more than {most} deep", most=DEPTH))
    work(len(items))
    for item in items:
        if type(item) is not int or item.bit_length() > BITS:  # most are small integers, and there are thousands
            _settle(item, depth + 1)


def same(left: Value, right: Value) -> bool:
    """Equal; a list and a tuple of the same elements are."""
    if isinstance(left, LISTS) and isinstance(right, LISTS):
        work(min(len(left), len(right)))
        return len(left) == len(right) and all(map(same, left, right))
    return bool(left == right) and isinstance(left, str) == isinstance(right, str)


def before(left: Value, right: Value) -> bool:
    """The order of numbers, of texts, and of lists element by element."""
    if isinstance(left, LISTS) and isinstance(right, LISTS):
        work(min(len(left), len(right)))
        for one, other in zip(left, right, strict=False):
            if not same(one, other):
                return before(one, other)
        return len(left) < len(right)
    if isinstance(left, str) and isinstance(right, str):
        return left < right
    if isinstance(left, NUMBERS) and isinstance(right, NUMBERS):
        pay(left)
        pay(right)
        return bool(left < right)
    raise Unfit(F_("{what} and {other} have no order", what=kind_of(left), other=kind_of(right)))


def holds(item: Value, container: Value) -> bool:
    """Whether a list, a mapping or a text holds the item."""
    if isinstance(container, str):
        return isinstance(item, str) and item in container
    if isinstance(container, Mapping):
        return isinstance(item, str) and item in container
    return any(same(item, one) for one in listed(container))


def element(container: Value, index: Value) -> Value:
    """`container[index]`, or a slice. Raises Unfit where there is none."""
    if isinstance(container, Mapping):
        return _under(container, index)
    if not isinstance(container, list | tuple | str):
        raise Unfit(F_("{what} has no elements", what=kind_of(container)))
    if isinstance(index, slice):
        work(len(container))
        return container[index]
    if type(index) is not int:
        raise Unfit(F_("{what} is no index", what=kind_of(index)))
    if not -len(container) <= index < len(container):
        raise Unfit(F_("index {index} is outside of {n} elements", index=index, n=len(container)))
    return container[index]


def _under(mapping: Mapping[str, Value], key: Value) -> Value:
    if not isinstance(key, str) or key not in mapping:
        raise Unfit(F_("no `{key}` here, only {names}", key=key, names=", ".join(map(str, mapping)))[:200])
    return mapping[key]
