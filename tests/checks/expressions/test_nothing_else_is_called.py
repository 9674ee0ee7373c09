"""By construction: only the functions in the table are called, and nothing of Python is within reach."""

import ast
import builtins
import gc
import sys
from types import FrameType
from typing import Any

import pytest

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import FUNCTIONS, Expression, compiled
from quizapp.checks.expressions.compiling import MEANINGS
from quizapp.checks.expressions.operators import BINARY, COMPARING, UNARY
from tests.checks.expressions.evaluating import refused

SPELT: dict[str, str] = {
    "Await": "await x",
    "Yield": "(yield)",
    "YieldFrom": "(yield from x)",
    "Lambda": "lambda: 1",
    "NamedExpr": "(x := 1)",
    "Dict": "{1: 2}",
    "Set": "{1}",
    "SetComp": "{x for x in []}",
    "DictComp": "{x: x for x in []}",
    "JoinedStr": "f'{x}'",
    "FormattedValue": "f'{x!r}'",
    "Starred": "[*x]",
    "Slice": "1:2",
    "TemplateStr": "t'{x}'",
    "Interpolation": "t'{x}'",
}
ABSTRACT = {"expr", "Num", "Str", "Bytes", "NameConstant", "Ellipsis"}


def test_every_other_part_of_python_is_refused() -> None:
    kinds = {kind.__name__ for kind in ast.expr.__subclasses__()} - {kind.__name__ for kind in MEANINGS} - ABSTRACT
    assert kinds <= set(SPELT)
    for kind in kinds:
        with pytest.raises(ExpressionError):
            compiled(SPELT[kind])


def test_every_operator_has_a_bounded_meaning_or_none() -> None:
    assert set(ast.operator.__subclasses__()) - set(BINARY) == {
        ast.MatMult, ast.LShift, ast.RShift, ast.BitOr, ast.BitXor, ast.BitAnd,
    }  # fmt: skip
    assert set(ast.unaryop.__subclasses__()) - set(UNARY) == {ast.Invert}
    assert set(ast.cmpop.__subclasses__()) - set(COMPARING) == {ast.Is, ast.IsNot}


@pytest.mark.parametrize("source", ["1 @ 2", "1 << 2", "1 >> 2", "1 | 2", "1 & 2", "~1", "1 is 2", "1 is not 2"])
def test_the_other_operators_are_refused(source: str) -> None:
    with pytest.raises(ExpressionError):
        compiled(source)


@pytest.mark.parametrize("name", sorted(set(dir(builtins)) - set(FUNCTIONS) - {"True", "False", "None"}))
def test_no_other_builtin_can_be_called_or_named(name: str) -> None:
    for source in (f"{name}(1)", f"{name}()", name):
        with pytest.raises(ExpressionError):
            compiled(source).evaluate({})


@pytest.mark.parametrize("thing", ["()", "[]", "'a'", "(1)", "xs", "max", "(1).real", "None", "layer"])
def test_no_attribute_of_anything_can_be_read(thing: str) -> None:
    for name in ("__class__", "__globals__", "append", "format", "real", "__init__", "f_globals"):
        assert "has no place in an expression" in refused(f"{thing}.{name}", xs=[], layer={}).what


@pytest.mark.parametrize(
    "source", ["xs[0](1)", "max(1, 2)(3)", "(lambda: 1)()", "net.params()", "'a'.join([])", "1(2)"]
)
def test_only_a_name_can_be_called(source: str) -> None:
    with pytest.raises(ExpressionError):
        compiled(source)


def test_a_value_that_could_be_called_never_is() -> None:
    called: list[Any] = []
    with pytest.raises(ExpressionError):
        compiled("spy(1)").evaluate({"spy": called.append})
    with pytest.raises(ExpressionError):
        compiled("[spy][0]").evaluate({"spy": called.append})
    assert called == []


def test_the_table_is_all_there_is_to_call() -> None:
    calls: list[Any] = []

    def f(x: Any) -> Any:
        calls.append(x)
        return x

    expression = Expression("f(1) + f(f(2))", {"f": f})
    assert expression.evaluate({}) == 3
    assert calls == [1, 2, 2]
    with pytest.raises(ExpressionError):
        Expression("max(1)", {"f": abs})


SAMPLES = (
    "c * (k ** 2 + 1) // 3 % 5 - 1 / 7",
    "[x * y for x, y in zip(xs, reversed(xs)) if x < y or not y]",
    "sorted([(x, 'a') for x in xs], reverse=True)[0][1:]",
    "max(sqrt(2), round(0.345, 2), get(layer, 'k', 1)) if 'k' in layer else None",
    "sum(enumerate(xs)[i][1] for i in range(len(xs)))",
    "conv_size(224, 7, 2, 3)",
    "softmax(xs)",
)


NAMES = {"c": 64, "k": 3, "xs": [1, 2, 3], "layer": {"k": 3}}


def test_while_an_expression_is_evaluated_no_foreign_code_runs() -> None:
    """Every Python function that runs belongs to the checks or to fractions; no builtin that reaches out is called."""
    ran: set[str] = set()

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        if event == "call":
            ran.add(f"{frame.f_globals.get('__name__')}:{frame.f_code.co_name}")
        elif event == "c_call":
            ran.add(f"builtin:{argument.__name__}")

    for source in SAMPLES:
        expression = compiled(source)
        gc.disable()  # what is told of a collection is no code of ours
        sys.setprofile(watch)
        try:
            expression.evaluate(NAMES)
        finally:
            sys.setprofile(None)
            gc.enable()
    ran.discard("collections.abc:__subclasshook__")  # what isinstance(…, Mapping) asks, once for each type
    rooms = {each.split(":")[0].split(".")[0] for each in ran}
    assert rooms <= {"quizapp", "fractions", "numbers", "abc", "functools", "math", "builtin"}
    ran.discard("quizapp.i18n:F_")  # puts values into a fault's template
    assert {each.split(".")[1] for each in ran if each.startswith("quizapp.")} == {"checks"}
    assert not ran & {f"builtin:{name}" for name in ("open", "eval", "exec", "compile", "__import__", "getattr")}
