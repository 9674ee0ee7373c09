"""Comprehensions over lists that are bounded in length; every turn is paid for."""

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from quizapp.checks.errors import ExpressionError, Unfit
from quizapp.checks.expressions.closures import Frame, Run
from quizapp.checks.expressions.faults import FAULTS, located
from quizapp.checks.expressions.sequences import listed
from quizapp.checks.expressions.syntax import offset_of
from quizapp.checks.limits import LENGTH, work
from quizapp.checks.values import LISTS, Value
from quizapp.i18n import F_

if TYPE_CHECKING:
    from quizapp.checks.expressions.compiling import Compiler

Turn: TypeAlias = Callable[[Frame, list[Value]], None]
"""Goes on with the variables as they stand in the frame, and adds to the list what comes out."""
Bind: TypeAlias = Callable[[Frame, Value], None]


def comprehension(compiler: "Compiler", node: ast.ListComp | ast.GeneratorExp) -> Run:
    """`[item for … in … if …]`, or a generator, which gives the same list. Raises ExpressionError."""
    outside = compiler.scope
    loops = [_loop(compiler, generator) for generator in node.generators]
    before = compiler.cost
    item = compiler.run(node.elt)
    turn = _collect(item, compiler.cost - before)
    compiler.scope = outside
    for loop in reversed(loops):
        turn = loop(turn)
    offset = offset_of(node)

    def run(frame: Frame) -> Value:
        found: list[Value] = []
        try:
            turn(frame, found)
        except FAULTS as fault:
            raise located(fault, offset) from None
        return found

    return run


def _loop(compiler: "Compiler", generator: ast.comprehension) -> Callable[[Turn], Turn]:
    if generator.is_async:
        raise ExpressionError(
            F_("`async` has no place in an expression"), F_("take it away"), offset_of(generator.target)
        )
    source = compiler.run(generator.iter)
    before = compiler.cost
    bind = _target(compiler, generator.target)
    conditions = compiler.runs(generator.ifs)
    offset, cost = offset_of(generator.iter), 1 + compiler.cost - before

    def around(inner: Turn) -> Turn:
        def turn(frame: Frame, found: list[Value]) -> None:
            for item in _gone_through(source, frame, cost, offset):
                bind(frame, item)
                if all(condition(frame) for condition in conditions):
                    inner(frame, found)

        return turn

    return around


def _gone_through(source: Run, frame: Frame, cost: int, offset: int) -> list[Value] | tuple[Value, ...]:
    try:
        items = listed(source(frame))
        work(cost * len(items))
    except FAULTS as fault:
        raise located(fault, offset) from None
    return items


def _collect(item: Run, cost: int) -> Turn:
    def turn(frame: Frame, found: list[Value]) -> None:
        work(cost)
        if len(found) >= LENGTH:
            raise Unfit(F_("a list of more than {most} elements", most=LENGTH))
        found.append(item(frame))

    return turn


def _target(compiler: "Compiler", node: ast.expr) -> Bind:
    if isinstance(node, ast.Name):
        return _variable(compiler.place(node.id))
    if not isinstance(node, ast.Tuple | ast.List):
        raise ExpressionError(
            F_("only names can be variables"), F_("write `for a in …` or `for a, b in …`"), offset_of(node)
        )
    compiler.cost += len(node.elts)
    binds = [_target(compiler, part) for part in node.elts]
    offset = offset_of(node)

    def bind(frame: Frame, value: Value) -> None:
        if not isinstance(value, LISTS) or len(value) != len(binds):
            raise ExpressionError(
                F_("an element that is no {n} values", n=len(binds)), F_("see what the list holds"), offset
            )
        for part, item in zip(binds, value, strict=True):
            part(frame, item)

    return bind


def _variable(place: int) -> Bind:
    def bind(frame: Frame, value: Value) -> None:
        frame[place] = value

    return bind
