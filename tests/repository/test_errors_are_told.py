"""Every error is written with `F_`, so that it is told in the learner's language: what is wrong, and what to do."""

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from tests.repository.modules import trees

FAMILY = "quizapp.errors.QuizappError"
OTHER_WAYS = ("_", "ngettext", "said")
"""What tells a text at once: an error is told where it is shown, and logged in English."""

Function = ast.FunctionDef | ast.AsyncFunctionDef
Place = tuple[str, str]
"""A module, and the function in it."""


@dataclass(frozen=True)
class Module:
    """A module: its tree, its classes, and what names of classes mean in it, wherever they are imported."""

    name: str
    tree: ast.Module
    classes: Sequence[ast.ClassDef]
    meanings: Mapping[str, str]


@cache
def _modules() -> Sequence[Module]:
    return [_read(name, tree) for name, tree in trees().items()]


def _read(name: str, tree: ast.Module) -> Module:
    nodes = list(ast.walk(tree))
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    imports = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    imported = {one.asname or one.name: f"{node.module}.{one.name}" for node in imports for one in node.names}
    return Module(name, tree, classes, imported | {one.name: f"{name}.{one.name}" for one in classes})


@cache
def _family() -> frozenset[str]:
    """All classes of errors, by the bases that classes name."""
    found, before = {FAMILY}, set[str]()
    while found != before:
        before = set(found)
        for module in _modules():
            for one in module.classes:
                if {module.meanings.get(ast.unparse(base)) for base in one.bases} & found:
                    found.add(module.meanings[one.name])
    return frozenset(found)


@cache
def _untold() -> Mapping[Place, Sequence[str]]:
    """Texts of errors that no catalogue knows, by where they are."""
    found: dict[Place, list[str]] = {}
    for module in _modules():
        names = {name for name, meant in module.meanings.items() if meant in _family()}
        for function in ast.walk(module.tree) if names else ():
            if isinstance(function, Function):
                calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
                scope = _Scope(module.tree, function)
                for call in calls:
                    if isinstance(call.func, ast.Name) and call.func.id in names:
                        untold = [ast.unparse(text) for text in _texts(call) if scope.is_untold(text)]
                        found.setdefault((module.name, function.name), []).extend(untold)
    return {place: texts for place, texts in found.items() if texts}


def _texts(call: ast.Call) -> Sequence[ast.expr]:
    """What is wrong, and what to do: the first two that any of these classes is given."""
    return [*call.args[:2], *(one.value for one in call.keywords if one.arg in ("message", "hint"))]


class _Scope:
    """What stands around a text: the function that it is in, and the module."""

    def __init__(self, tree: ast.Module, function: Function) -> None:
        assigned = [node for node in (*tree.body, *ast.walk(function)) if isinstance(node, ast.Assign)]
        self._values: dict[str, list[ast.expr]] = {}
        for node in assigned:
            for target in node.targets:
                self._values.setdefault(ast.unparse(target), []).append(node.value)
        self._functions = {one.name: one for one in tree.body if isinstance(one, Function)}

    def is_untold(self, text: ast.expr) -> bool:
        """True for a text that stands there plain, in one of two branches, behind a name or in what is called."""
        if isinstance(text, ast.Constant):
            return bool(text.value)
        if isinstance(text, ast.IfExp):
            return self.is_untold(text.body) or self.is_untold(text.orelse)
        if isinstance(text, ast.Name):
            return any(self.is_untold(value) for value in self._values.get(text.id, []))
        if isinstance(text, ast.Call):
            return self._is_called_untold(text)
        return isinstance(text, ast.JoinedStr)

    def _is_called_untold(self, call: ast.Call) -> bool:
        if isinstance(call.func, ast.Attribute) and call.func.attr == "format":
            return self.is_untold(call.func.value)
        name = ast.unparse(call.func)
        return name in OTHER_WAYS or any(self.is_untold(value) for value in self._given_by(name))

    def _given_by(self, name: str) -> Sequence[ast.expr]:
        function = self._functions.get(name)
        nodes = ast.walk(function) if function else ()
        return [node.value for node in nodes if isinstance(node, ast.Return) and node.value]


def test_the_family_is_found_by_its_classes() -> None:
    names = {name.rpartition(".")[2] for name in _family()}
    assert names >= {"QuizappError", "UsageError", "StoreError", "SchemaTooNew", "Damaged", "Unreadable"}
    assert "quizapp.exchange.hashcards.cloze.Unreadable" not in _family()


def test_every_error_can_be_told_in_the_learners_language() -> None:
    assert _untold() == {}
