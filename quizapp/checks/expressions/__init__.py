"""Expressions: read once, evaluated with bounded cost, able to compute a value and nothing else."""

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from typing import Any

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions.compiling import Compiler
from quizapp.checks.expressions.constants import NAMED
from quizapp.checks.expressions.faults import FAULTS, located, unknown
from quizapp.checks.expressions.functions import FUNCTIONS
from quizapp.checks.expressions.sequences import settled
from quizapp.checks.expressions.syntax import read
from quizapp.checks.limits import Budget
from quizapp.checks.values import Value
from quizapp.i18n import F_

__all__ = ["FUNCTIONS", "NAMED", "Expression", "compiled"]


class Expression:
    """An expression, compiled: it may be evaluated any number of times, by any number of threads.

    `names` are those whose values it needs; variables of comprehensions are not among them.
    """

    __slots__ = ("_offsets", "_places", "_run", "names", "source")

    def __init__(self, source: str, functions: Mapping[str, Callable[..., Any]] = FUNCTIONS) -> None:
        compiler = Compiler(source, functions)
        try:
            self._run = compiler.run(read(source))
        except RecursionError as fault:
            raise located(fault, 0) from None
        self._offsets, self._places = compiler.names, (None,) * (compiler.places - 1)
        self.source, self.names = source, frozenset(compiler.names)

    def require(self, known: Collection[str]) -> None:
        """Raises ExpressionError where the expression needs a name that is not known."""
        for name, offset in self._offsets.items():
            if name not in known:
                raise self._missing(name, known, offset)

    def evaluate(self, names: Mapping[str, Value]) -> Value:
        """The value for these values of the names. Raises ExpressionError, and nothing else; within 20 ms."""
        if not self.names <= names.keys():
            self.require(names)
        with Budget(price=len(self.source)):
            try:
                return settled(self._run([names, *self._places]))
            except FAULTS as fault:
                raise located(fault, 0) from None

    def _missing(self, name: str, known: Collection[str], offset: int) -> ExpressionError:
        if name in FUNCTIONS:
            return ExpressionError(
                F_("`{name}` is a function", name=name), F_("call it: `{name}(…)`", name=name), offset
            )
        return unknown(name, [*known, *NAMED], offset)


@lru_cache(maxsize=256)
def compiled(source: str) -> Expression:
    """The expression that a deck's text stands for. Raises ExpressionError with the offset of what is wrong."""
    return Expression(source)
