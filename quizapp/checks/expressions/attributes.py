"""Attributes: those that a network names, and no others."""

import ast
from typing import TYPE_CHECKING

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions.closures import Frame, Run
from quizapp.checks.expressions.faults import located, unknown
from quizapp.checks.expressions.sequences import settled
from quizapp.checks.expressions.syntax import offset_of
from quizapp.checks.values import Value, is_network
from quizapp.i18n import F_

if TYPE_CHECKING:
    from quizapp.checks.expressions.compiling import Compiler

NETWORK = "net"


def attribute(compiler: "Compiler", node: ast.Attribute) -> Run:
    """`net.params` and its like. Raises ExpressionError for an attribute of anything else."""
    name, offset = node.attr, offset_of(node)
    if not isinstance(node.value, ast.Name) or node.value.id != NETWORK or name.startswith("_"):
        raise ExpressionError(
            F_("`.{name}` has no place in an expression", name=name),
            F_("only `{network}` has attributes", network=NETWORK),
            offset,
        )
    network = compiler.run(node.value)

    def run(frame: Frame) -> Value:
        value = network(frame)
        if not is_network(value):
            raise ExpressionError(
                F_("`{network}` is no network here", network=NETWORK), F_("give the check a `net`"), offset
            )
        if name not in type(value).ATTRIBUTES:
            raise unknown(name, type(value).ATTRIBUTES, offset, F_("attribute"))
        try:
            return settled(getattr(value, name))
        except Exception as fault:  # whatever a network stumbles over, the deck's author reads one line
            raise located(fault, offset) from None

    return run
