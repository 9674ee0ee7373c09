"""The functions that every expression knows; those of the field stand in `quizapp.checks.calculators`."""

from collections import ChainMap
from collections.abc import Callable, Mapping
from typing import Any

import quizapp.checks.calculators  # noqa: F401  each calculator registers itself
from quizapp.checks.calculators.registry import REGISTERED
from quizapp.checks.expressions import elementary, lists
from quizapp.checks.expressions.arithmetic import power

BASICS: Mapping[str, Callable[..., Any]] = {
    "min": lists.lowest,
    "max": lists.highest,
    "abs": elementary.absolute,
    "sign": elementary.sign,
    "clip": lists.clip,
    "round": elementary.rounded,
    "floor": elementary.floored,
    "ceil": elementary.ceiled,
    "int": elementary.whole_part,
    "sqrt": elementary.square_root,
    "exp": elementary.exponential,
    "log": elementary.logarithm,
    "log2": elementary.logarithm_2,
    "log10": elementary.logarithm_10,
    "sin": elementary.sine,
    "cos": elementary.cosine,
    "tanh": elementary.hyperbolic_tangent,
    "pow": power,
    "sum": lists.total,
    "prod": lists.product,
    "mean": lists.mean,
    "dot": lists.dot,
    "len": lists.length,
    "zip": lists.zipped,
    "range": lists.numbers_from,
    "enumerate": lists.numbered,
    "sorted": lists.in_order,
    "reversed": lists.backwards,
    "any": lists.some,
    "all": lists.every,
    "list": lists.as_list,
    "get": lists.get,
}
"""Functions by the names that expressions call them."""

FUNCTIONS: Mapping[str, Callable[..., Any]] = ChainMap({}, dict(BASICS), REGISTERED)
"""Every function that an expression of a deck may call: the basics and the project's calculators."""
