"""A syntax tree, turned once into nested functions; only what is listed here has a meaning.

The tree's size is bounded, and with it what runs once; steps are spent only by what repeats: comprehensions, and
functions that go through lists.
"""

import ast
from collections.abc import Callable, Mapping
from typing import Any, NoReturn

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import closures
from quizapp.checks.expressions.attributes import attribute
from quizapp.checks.expressions.calls import call
from quizapp.checks.expressions.closures import Run
from quizapp.checks.expressions.constants import NAMED, constant
from quizapp.checks.expressions.loops import comprehension
from quizapp.checks.expressions.operators import BINARY, COMPARING, UNARY
from quizapp.checks.expressions.sequences import element
from quizapp.checks.expressions.syntax import offset_of
from quizapp.i18n import F_

DEPTH = 100
"""How deep an expression's parts may nest."""
PARTS = 600
"""How many parts an expression may have."""
CALL = 8
"""A call costs as many steps as so many other parts."""


class Compiler:
    """Compiles one expression; it learns on the way which names that needs, and how many places for variables."""

    def __init__(self, source: str, functions: Mapping[str, Callable[..., Any]]) -> None:
        self.source = source
        self.functions = functions
        self.names: dict[str, int] = {}
        """Free names, and where each stands first."""
        self.places = 1
        """The length of a frame: names, then variables."""
        self.cost = 0
        """The steps of what was compiled up to now, each part computed once."""
        self._parts = 0
        self._depth = 0
        self._scope: dict[str, int] = {}

    def run(self, node: ast.expr) -> Run:
        """The function that computes a part's value from a frame. Raises ExpressionError."""
        self._parts += 1
        self.cost += CALL if isinstance(node, ast.Call) else 1
        if self._depth >= DEPTH or self._parts > PARTS:
            raise ExpressionError(F_("the expression is too large"), F_("split it with `let`"), offset_of(node))
        self._depth += 1
        try:
            return MEANINGS.get(type(node), _refuse)(self, node)
        finally:
            self._depth -= 1

    def runs(self, nodes: list[ast.expr]) -> list[Run]:
        """The functions of several parts."""
        return [self.run(node) for node in nodes]

    def name(self, node: ast.Name) -> Run:
        """A variable of a comprehension, a named value, or a name that is given from outside."""
        name = node.id
        if name in self._scope:
            place = self._scope[name]
            return lambda frame: frame[place]
        if name in NAMED:
            return closures.always(NAMED[name])
        self.names.setdefault(name, offset_of(node))
        return lambda frame: frame[0][name]

    def place(self, name: str) -> int:
        """A new variable's place, until the scope is set back."""
        self._scope[name] = self.places
        self.places += 1
        return self._scope[name]

    @property
    def scope(self) -> Mapping[str, int]:
        """The variables that can be seen, as they are now."""
        return dict(self._scope)

    @scope.setter
    def scope(self, scope: Mapping[str, int]) -> None:
        self._scope = dict(scope)


def _constant(compiler: Compiler, node: ast.Constant) -> Run:
    return closures.always(constant(node, compiler.source))


def _binary(compiler: Compiler, node: ast.BinOp) -> Run:
    apply = BINARY.get(type(node.op)) or _refuse(compiler, node.op, node)
    return closures.two(apply, compiler.run(node.left), compiler.run(node.right), offset_of(node))


def _unary(compiler: Compiler, node: ast.UnaryOp) -> Run:
    apply = UNARY.get(type(node.op)) or _refuse(compiler, node.op, node)
    return closures.one(apply, compiler.run(node.operand), offset_of(node))


def _compare(compiler: Compiler, node: ast.Compare) -> Run:
    tests = [COMPARING.get(type(op)) or _refuse(compiler, op, node) for op in node.ops]
    return closures.chain(compiler.run(node.left), tests, compiler.runs(node.comparators), offset_of(node))


def _either(compiler: Compiler, node: ast.BoolOp) -> Run:
    return closures.either(isinstance(node.op, ast.Or), compiler.runs(node.values))


def _choice(compiler: Compiler, node: ast.IfExp) -> Run:
    return closures.choice(compiler.run(node.test), compiler.run(node.body), compiler.run(node.orelse))


def _list(compiler: Compiler, node: ast.List) -> Run:
    return closures.as_list(compiler.runs(node.elts))


def _tuple(compiler: Compiler, node: ast.Tuple) -> Run:
    return closures.as_tuple(compiler.runs(node.elts))


def _element(compiler: Compiler, node: ast.Subscript) -> Run:
    return closures.two(element, compiler.run(node.value), _index(compiler, node.slice), offset_of(node))


def _index(compiler: Compiler, node: ast.expr) -> Run:
    if not isinstance(node, ast.Slice):
        return compiler.run(node)
    ends = (node.lower, node.upper, node.step)
    return closures.cut([closures.always(None) if end is None else compiler.run(end) for end in ends])


def _refuse(compiler: Compiler, node: ast.AST, at: ast.AST | None = None) -> NoReturn:
    what = _REFUSED.get(type(node).__name__, F_("this"))
    raise ExpressionError(
        F_("{what} has no place in an expression", what=what), F_("it can only compute a value"), offset_of(at or node)
    )


_REFUSED = {
    "Lambda": F_("a function of its own"),
    "NamedExpr": F_("an assignment"),
    "JoinedStr": F_("an f-string"),
    "Starred": F_("a star outside of a call"),
    "Is": "`is`",
    "IsNot": "`is not`",
    "MatMult": "`@`",
}

MEANINGS: Mapping[type[ast.expr], Callable[[Compiler, Any], Run]] = {
    ast.Constant: _constant,
    ast.Name: Compiler.name,
    ast.BinOp: _binary,
    ast.UnaryOp: _unary,
    ast.Compare: _compare,
    ast.BoolOp: _either,
    ast.IfExp: _choice,
    ast.List: _list,
    ast.Tuple: _tuple,
    ast.Subscript: _element,
    ast.Attribute: attribute,
    ast.Call: call,
    ast.ListComp: comprehension,
    ast.GeneratorExp: comprehension,
}
"""All that an expression can be made of."""
