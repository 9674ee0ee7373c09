"""The modules of the package as syntax trees, each read once."""

import ast
from collections.abc import Mapping, Sequence
from functools import cache

from tests.docs.fences import ROOT


@cache
def trees() -> Mapping[str, ast.Module]:
    """Each module's tree, by its name."""
    package = ROOT / "quizapp"
    names = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts) for path in sorted(package.rglob("*.py"))}
    return {name.removesuffix(".__init__"): ast.parse(path.read_text(encoding="utf-8")) for path, name in names.items()}


@cache
def nodes() -> Sequence[ast.AST]:
    """All that stands in all of them."""
    return [node for tree in trees().values() for node in ast.walk(tree)]
