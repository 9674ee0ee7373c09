"""What each operator does."""

import ast
from collections.abc import Callable, Mapping

from quizapp.checks.expressions.arithmetic import (
    add,
    divide,
    floor_divide,
    multiply,
    negative,
    positive,
    power,
    remainder,
    subtract,
)  # fmt: skip
from quizapp.checks.expressions.sequences import before, holds, same
from quizapp.checks.values import Value

BINARY: Mapping[type[ast.operator], Callable[[Value, Value], Value]] = {
    ast.Add: add,
    ast.Sub: subtract,
    ast.Mult: multiply,
    ast.Div: divide,
    ast.FloorDiv: floor_divide,
    ast.Mod: remainder,
    ast.Pow: power,
}

UNARY: Mapping[type[ast.unaryop], Callable[[Value], Value]] = {
    ast.USub: negative,
    ast.UAdd: positive,
    ast.Not: lambda value: not value,
}

COMPARING: Mapping[type[ast.cmpop], Callable[[Value, Value], bool]] = {
    ast.Eq: same,
    ast.NotEq: lambda left, right: not same(left, right),
    ast.Lt: before,
    ast.Gt: lambda left, right: before(right, left),
    ast.LtE: lambda left, right: not before(right, left),
    ast.GtE: lambda left, right: not before(left, right),
    ast.In: holds,
    ast.NotIn: lambda item, container: not holds(item, container),
}
