"""The draws of every family, each with PyTorch's value and the value of every wrong formula that people give.

`truth/families.json` holds them as they were computed. Some wrong values are put in here: one that its catalogue
took for two mistakes at once, and those of mistakes that it does not have.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

TRUTH = Path(__file__).parents[1] / "truth" / "families.json"


def _up_from_the_input(draw: dict[str, Any]) -> None:
    """`top_down_order`: r ← (r−1)·s + d·(k−1) + 1, first layer first; the catalogue has d·k for a kernel's span."""
    size = 1
    for layer in draw["params"]["layers"]:
        size = (size - 1) * layer["s"] + layer["d"] * (layer["k"] - 1) + 1
    draw["wrong"].pop("top_down_order", None)
    if size != draw["truth"]:
        draw["wrong"]["top_down_order"] = size


def _as_an_ordinary_convolution(draw: dict[str, Any]) -> None:
    """`no_groups`: a depthwise convolution counted with the weights and operations of an ordinary one."""
    cin, cout, k, h = (draw["params"][name] for name in ("cin", "cout", "k", "h"))
    if draw["params"]["groups"] > 1:
        weights = cout * cin * k * k
        draw["wrong"]["no_groups"] = 2 * weights * h * h / 4 / (weights + (cin + cout) * h * h)


def _with_a_fraction(draw: dict[str, Any]) -> None:
    """`not_rounded`: the division by the stride left as it comes out."""
    h, k, s, p, d = (draw["params"][name] for name in "hkspd")
    size = (h + 2 * p - d * (k - 1) - 1) / s + 1
    if size != draw["truth"]:
        draw["wrong"]["not_rounded"] = size


def _with_three_1x1(draw: dict[str, Any]) -> None:
    """`middle_1x1`: the convolution in the middle counted without its kernel."""
    c, mid = draw["params"]["c"], draw["params"]["mid"]
    size = c * mid + mid * mid + mid * c
    if size != draw["truth"]:
        draw["wrong"]["middle_1x1"] = size


_PUT_RIGHT: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "rf_stack": _up_from_the_input,
    "arithmetic_intensity": _as_an_ordinary_convolution,
    "conv_out_size": _with_a_fraction,
    "bottleneck_1x1_params": _with_three_1x1,
}


def _draws() -> Mapping[str, list[Any]]:
    draws: Mapping[str, list[Any]] = defaultdict(list)
    for draw in json.loads(TRUTH.read_text("utf-8")):
        if put_right := _PUT_RIGHT.get(draw["family"]):
            put_right(draw)
        draws[draw["family"]].append(draw)
    return draws


DRAWS = _draws()
