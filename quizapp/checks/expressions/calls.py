"""Calls of named functions: the only calls there are."""

import ast
import inspect
from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions.closures import Frame, Run
from quizapp.checks.expressions.faults import located, unknown
from quizapp.checks.expressions.sequences import listed, settled
from quizapp.checks.expressions.syntax import offset_of
from quizapp.checks.values import Value
from quizapp.i18n import F_

if TYPE_CHECKING:
    from quizapp.checks.expressions.compiling import Compiler


def call(compiler: "Compiler", node: ast.Call) -> Run:
    """A call of one of the compiler's functions. Raises ExpressionError for any other, or for arguments amiss."""
    offset = offset_of(node)
    function = _function(compiler, node)
    spread = [isinstance(argument, ast.Starred) for argument in node.args]
    arguments = compiler.runs(
        [argument.value if isinstance(argument, ast.Starred) else argument for argument in node.args]
    )
    keywords = [(str(keyword.arg), compiler.run(keyword.value)) for keyword in node.keywords]

    def run(frame: Frame) -> Value:
        try:
            values = [argument(frame) for argument in arguments]
            if any(spread):
                values = _spread(values, spread)
            return settled(function(*values, **{name: argument(frame) for name, argument in keywords}))
        except ExpressionError:
            raise
        except Exception as fault:  # whatever a function stumbles over, the deck's author reads one line
            raise located(fault, offset) from None

    return run


def _spread(values: list[Value], spread: list[bool]) -> list[Value]:
    return [item for value, each in zip(values, spread, strict=True) for item in (listed(value) if each else [value])]


def _function(compiler: "Compiler", node: ast.Call) -> Callable[..., Any]:
    name, offset = node.func, offset_of(node)
    if not isinstance(name, ast.Name):
        raise ExpressionError(F_("only the program's functions can be called"), F_("call one by its name"), offset)
    if name.id not in compiler.functions:
        raise unknown(name.id, compiler.functions, offset, F_("function"))
    function = compiler.functions[name.id]
    _fits(name.id, function, node)
    return function


def _fits(name: str, function: Callable[..., Any], node: ast.Call) -> None:
    keywords = [keyword.arg for keyword in node.keywords]
    if None in keywords or len(set(keywords)) < len(keywords):
        raise ExpressionError(F_("arguments that cannot be told apart"), F_("write each out once"), offset_of(node))
    if any(isinstance(argument, ast.Starred) for argument in node.args):
        return
    try:
        _signature(function).bind(*node.args, **dict.fromkeys(map(str, keywords)))
    except TypeError:
        raise ExpressionError(
            F_("`{name}` takes other arguments", name=name),
            f"{name}{signature(function)}",
            offset_of(node),
        ) from None


def signature(function: Callable[..., Any]) -> str:
    """A function's arguments as they are told: names and defaults."""
    told = _signature(function)
    bare = [each.replace(annotation=inspect.Parameter.empty) for each in told.parameters.values()]
    return str(told.replace(parameters=bare, return_annotation=inspect.Signature.empty))


@lru_cache(maxsize=512)
def _signature(function: Callable[..., Any]) -> inspect.Signature:
    return inspect.signature(function)
