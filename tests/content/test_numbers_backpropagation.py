"""The numbers stated in the cards of backpropagation."""

import re
from collections.abc import Callable

import pytest

from tests.content.sections import EACH_LANGUAGE, section

DECK, TOPIC = "04-gradients-init", "backpropagation"


def multiplications_of_a_layer(inputs: int, units: int) -> tuple[int, int]:
    """Forward W·x, and backward both Wᵀ·δ and δ·aᵀ, counted one by one."""
    forward = sum(1 for _ in range(units) for _ in range(inputs))
    to_the_inputs = sum(1 for _ in range(inputs) for _ in range(units))
    to_the_weights = sum(1 for _ in range(units) for _ in range(inputs))
    return forward, to_the_inputs + to_the_weights


def slope(f: Callable[[float], float], at: float, h: float = 1e-4) -> float:
    return (f(at + h) - f(at - h)) / (2 * h)


def most_layers_held(layers: int, every: int) -> int:
    """The inputs of all segments, and the layers of the one segment that is being computed again."""
    kept = range(0, layers, every)
    return max(len(kept) + min(every, layers - start) for start in kept)


@EACH_LANGUAGE
def test_the_backward_pass_costs_two_forward_passes(language: str) -> None:
    forward, backward = multiplications_of_a_layer(30, 20)
    assert backward / forward == 2
    text = section(DECK, TOPIC, language, "cost")
    right = next(line for line in text.splitlines() if line.startswith("- [x]"))
    assert {"en": "two more forward passes", "zh": "再做两次前向"}[language] in right


@EACH_LANGUAGE
def test_centered_differences_need_two_forward_passes_for_each_weight(language: str) -> None:
    calls = 0

    def loss(w: float) -> float:
        nonlocal calls
        calls += 1
        return w * w

    slope(loss, 3.0)
    words = {
        "en": ("a million weights", {2: "centered ones take two million"}),
        "zh": ("一百万个权重", {2: "即两百万次"}),
    }
    weights, centered = words[language]
    text = section(DECK, TOPIC, language, "cost").replace("\n", " ")
    assert weights in text
    assert centered[calls] in text


@EACH_LANGUAGE
def test_the_gradients_of_a_weight_used_twice_add_up_to_the_stated_number(language: str) -> None:
    w, x = 2.0, 3.0
    outer = slope(lambda v: v * (w * x + 1), w)
    inner = slope(lambda v: w * (v * x + 1), w)
    whole = slope(lambda v: v * (v * x + 1), w)
    assert whole == pytest.approx(outer + inner)
    heading, answer, explanation = section(DECK, TOPIC, language, "shared-weight").split("\n\n")[:3]
    assert f"w = {w:.0f}" in heading
    assert f"x = {x:.0f}" in heading
    assert answer.split(" | ")[0] == f"{whole:.0f}"
    assert f"`w·x + 1 = {outer:.0f}`" in explanation.replace("\n", " ")
    assert f"`w·x = {inner:.0f}`" in explanation.replace("\n", " ")


@EACH_LANGUAGE
def test_checkpoints_at_every_tenth_of_100_layers_hold_20_at_a_time(language: str) -> None:
    layers, every = 100, 10
    kept = len(range(0, layers, every))
    text = section(DECK, TOPIC, language, "memory").replace("\n", " ")
    assert {"en": "100 equal layers and every 10th", "zh": "100个相同的层，每10层"}[language] in text
    first, second = (int(n) for n in re.findall(r"(\d+) \+ (\d+)", text)[0])
    assert first == kept
    assert first + second == most_layers_held(layers, every)


def test_no_other_distance_between_the_checkpoints_holds_less() -> None:
    assert min(most_layers_held(100, every) for every in range(1, 101)) == most_layers_held(100, 10)
