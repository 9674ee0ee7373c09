"""What is wrong with an exercise, for its author: what can be seen, and what running the reference shows."""

import ast
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from keyword import iskeyword
from typing import Any, Literal
from warnings import catch_warnings, simplefilter

from quizapp.cards.computed import ExerciseBlock
from quizapp.checks.exercises.exercise import Exercise
from quizapp.checks.exercises.outcome import Kind, Outcome
from quizapp.checks.exercises.running import MOST_CODE, run
from quizapp.checks.flaws import Flaw, Path
from quizapp.i18n import F_
from quizapp.visible import one_line

MOST_TESTS = 100
_AT_ONCE = 3
_LOOKS = F_('write it as `tests: [{call: "double(2)", gives: 4}]`')


def exercise_flaws(block: ExerciseBlock, reference: str) -> list[Flaw]:
    """What is wrong with a block and its reference solution; nothing is run."""
    unnamed = list(_function_flaws(block.function))
    function = None if unnamed else block.function
    return [
        *unnamed,
        *_starter_flaws(block.starter),
        *_reference_flaws(function, reference),
        *_tests_flaws(block, function),
    ]


def running_flaws(exercises: Sequence[Exercise]) -> list[list[Flaw]]:
    """What is wrong with each exercise as running shows: a reference that fails, a starter that passes.

    A few run at a time. Where the system runs nothing, nothing is found.
    """
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return list(pool.map(_running_flaws, exercises))


def _running_flaws(exercise: Exercise) -> list[Flaw]:
    outcome = run(exercise.reference, exercise)
    if outcome.kind is Kind.REFUSED:
        return []
    if outcome.kind is not Kind.PASSED:
        path: Path = ("tests", outcome.failed.number - 1, "call") if outcome.failed else ()
        return [
            Flaw(
                path,
                F_("the reference solution does not pass: {what}", what=_said(outcome)),
                F_("mend the solution or the test"),
            )
        ]
    if exercise.starter and run(exercise.starter, exercise).kind is Kind.PASSED:
        return [
            Flaw(
                ("starter",), F_("the starter passes every test already"), F_("leave something to write, or add a test")
            )
        ]
    return []


def _said(outcome: Outcome) -> str:
    failed = outcome.failed
    if failed is None or failed.got is None:
        fault, line = outcome.fault, outcome.line
        return F_("{what} (line {line})", what=fault, line=line) if line else fault
    return F_("{call} gives {got}, not {expected}", call=failed.call, got=failed.got, expected=failed.expected)


def _function_flaws(function: str | None) -> Iterator[Flaw]:
    if not function:
        yield Flaw((), F_("no `function` is named"), F_("name what is to be written, as `function: double`"))
    elif not function.isidentifier() or iskeyword(function):
        yield Flaw(
            ("function",),
            F_("`{function}` is no name in Python", function=one_line(function)),
            F_("write a name such as `double`"),
        )


def _starter_flaws(starter: str) -> Iterator[Flaw]:
    tree = _parsed(starter, "exec")
    if isinstance(tree, str):
        yield Flaw(
            ("starter",),
            F_("the starter is not Python: {what}", what=tree),
            F_("mend it; `...` stands for what is missing"),
        )


def _reference_flaws(function: str | None, reference: str) -> Iterator[Flaw]:
    if not reference.strip():
        yield Flaw((), F_("there is no reference solution"), F_("add a ```python fence below the exercise"))
        return
    tree = _parsed(reference, "exec")
    if isinstance(tree, str):
        yield Flaw((), F_("the reference solution is not Python: {what}", what=tree), F_("mend the ```python fence"))
    elif function and function not in _defined(tree):
        what = F_("the reference solution defines no `{function}`", function=one_line(function))
        yield Flaw((), what, F_("name the function as `function` does"))


def _tests_flaws(block: ExerciseBlock, function: str | None) -> Iterator[Flaw]:
    if not block.tests:
        yield Flaw((), F_("there are no tests"), _LOOKS)
    if len(block.tests) > MOST_TESTS:
        yield Flaw(
            ("tests", 0, "call"),
            F_("more than {most} tests", most=MOST_TESTS),
            F_("keep those that tell something"),
        )
    for at, test in enumerate(block.tests):
        yield from _call_flaws(("tests", at, "call"), test.call, function)
        if "gives" not in test.model_fields_set:
            yield Flaw(("tests", at, "call"), F_("the test does not say what the call gives"), F_("add `gives:`"))
        elif not _plain(test.gives):
            what = F_("`gives` is no plain data")
            yield Flaw(("tests", at, "gives"), what, F_("write numbers, texts, lists, mappings, true, false or null"))


def _call_flaws(path: Path, call: str, function: str | None) -> Iterator[Flaw]:
    tree = _parsed(call.strip(), "eval")
    if isinstance(tree, str):
        yield Flaw(path, F_("the call is not Python: {what}", what=tree), F_("write it as `double(2)`"))
    elif function and not any(_calls(node, function) for node in ast.walk(tree)):
        yield Flaw(
            path,
            F_("the call does not call `{function}`", function=one_line(function)),
            F_("write it as `{function}(…)`", function=one_line(function)),
        )


def _calls(node: ast.AST, function: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == function


def _defined(tree: ast.AST) -> set[str]:
    names = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.ImportFrom):
            names |= {item.id for item in ast.walk(node) if isinstance(item, ast.Name)}
            names |= {item.asname or item.name for item in ast.walk(node) if isinstance(item, ast.alias)}
    return names


def _parsed(source: str, mode: Literal["exec", "eval"]) -> ast.AST | str:
    """The syntax tree of a source text, or why there is none; hostile ones are refused before they exhaust the parser.

    What Python warns of (`"\\d"`) is no fault, and would be told of on the terminal as it is written.
    """
    if len(source) > MOST_CODE:
        return F_("longer than {most} characters", most=MOST_CODE)
    try:
        with catch_warnings():
            simplefilter("ignore")
            return ast.parse(source, mode=mode)
    except SyntaxError as error:
        return one_line(F_("{what}, line {line}", what=error.msg, line=error.lineno))
    except (ValueError, MemoryError, RecursionError):
        return F_("Python cannot read it")


def _plain(value: Any) -> bool:
    if isinstance(value, list):
        return all(map(_plain, value))
    if isinstance(value, dict):
        return all(_plain(key) and _plain(item) for key, item in value.items())
    return value is None or isinstance(value, bool | int | float | str)
