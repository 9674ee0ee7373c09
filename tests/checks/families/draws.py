"""The draws of every family, each with PyTorch's value and the value of every wrong formula that people give.

`truth/families.json` holds them as they were computed. Two wrong values are put in here: one that its catalogue took
for two mistakes at once, and one that it does not have.
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


_PUT_RIGHT: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "rf_stack": _up_from_the_input,
    "arithmetic_intensity": _as_an_ordinary_convolution,
}


def _draws() -> Mapping[str, list[Any]]:
    draws: Mapping[str, list[Any]] = defaultdict(list)
    for draw in json.loads(TRUTH.read_text("utf-8")):
        if put_right := _PUT_RIGHT.get(draw["family"]):
            put_right(draw)
        draws[draw["family"]].append(draw)
    return draws


DRAWS = _draws()
