"""Attributes: those that a network names, and no others."""

import ast
from typing import TYPE_CHECKING

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions.closures import Frame, Run
from quizapp.checks.expressions.faults import located, unknown
from quizapp.checks.expressions.sequences import settled
from quizapp.checks.expressions.syntax import offset_of
from quizapp.checks.values import Value, is_network

if TYPE_CHECKING:
    from quizapp.checks.expressions.compiling import Compiler

NETWORK = "net"


def attribute(compiler: "Compiler", node: ast.Attribute) -> Run:
    """`net.params` and its like. Raises ExpressionError for an attribute of anything else."""
    name, offset = node.attr, offset_of(node)
    if not isinstance(node.value, ast.Name) or node.value.id != NETWORK or name.startswith("_"):
        raise ExpressionError(f"`.{name}` has no place in an expression", f"only `{NETWORK}` has attributes", offset)
    network = compiler.run(node.value)

    def run(frame: Frame) -> Value:
        value = network(frame)
        if not is_network(value):
            raise ExpressionError(f"`{NETWORK}` is no network here", "give the check a `net`", offset)
        if name not in type(value).ATTRIBUTES:
            raise unknown(name, type(value).ATTRIBUTES, offset, "attribute")
        try:
            return settled(getattr(value, name))
        except Exception as fault:  # whatever a network stumbles over, the deck's author reads one line
            raise located(fault, offset) from None

    return run
