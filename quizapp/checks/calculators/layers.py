"""A layer as calculators know it: a mapping of settings, or the short form (k, s, d)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizapp.checks.calculators.arguments import count, items, one_of, truth, two
from quizapp.checks.calculators.registry import calculator
from quizapp.checks.errors import Unfit
from quizapp.checks.limits import work
from quizapp.checks.values import Value
from quizapp.i18n import F_

TYPES = ("conv", "pool")
SETTINGS = ("type", "k", "s", "p", "d", "cout", "ceil_mode")
_SHORT = ("k", "s", "d")
_STEPS = 4
"""Reading a layer takes as long as so many steps of an expression."""


@dataclass(frozen=True)
class Layer:
    """A convolution or a pooling; k, s, p, d and what they mean are those of `conv_size` and `pool_size`."""

    type: str
    k: tuple[int, int]
    s: tuple[int, int]
    p: tuple[int, int]
    d: tuple[int, int]
    cout: int | None
    ceil_mode: bool


def read_layers(layers: Value) -> list[Layer]:
    """Layers from first to last; an empty list is a network that does nothing. Raises Unfit."""
    return [read_layer(layer) for layer in items(layers, "layers")]


def read_layer(value: Value) -> Layer:
    """A mapping of settings, of which only `k` is needed, or a tuple (k,), (k, s) or (k, s, d). Raises Unfit."""
    work(_STEPS)
    settings = _settings(value)
    kind = one_of(settings.get("type", "conv"), "type", TYPES)
    kernel = two(_given(settings, "k"), "k")
    return Layer(
        type=kind,
        k=kernel,
        s=kernel if kind == "pool" and settings.get("s") is None else two(settings.get("s", 1), "s"),
        p=two(settings.get("p", 0), "p", least=0),
        d=two(settings.get("d", 1), "d"),
        cout=count(settings["cout"], "cout") if "cout" in settings else None,
        ceil_mode=truth(settings.get("ceil_mode", False), "ceil_mode"),
    )


def _settings(value: Value) -> Mapping[str, Value]:
    if isinstance(value, list | tuple) and 1 <= len(value) <= len(_SHORT):
        return dict(zip(_SHORT, value, strict=False))
    if not isinstance(value, Mapping):
        raise Unfit(F_("a layer is a mapping of settings, or (k, s, d)"))
    for name in value:
        one_of(name, F_("a layer's setting"), SETTINGS)
    return value


def _given(settings: Mapping[str, Value], name: str) -> Value:
    if name not in settings:
        raise Unfit(F_("a layer without {what}", what=name))
    return settings[name]


@calculator
def layer(like: Value = None, **settings: Any) -> Mapping[str, Value]:
    """A layer of these settings, or another one with these changed: `layer(k=3, s=2)`, `layer(first, p=0)`.

    Settings: type ("conv" or "pool"), k kernel, s stride, p padding, d dilation (1 is ordinary), cout, ceil_mode.
    Raises Unfit for a setting that no layer has.
    """
    found = {**({} if like is None else _settings(like)), **settings}
    work(len(found))
    return _settings(found)
