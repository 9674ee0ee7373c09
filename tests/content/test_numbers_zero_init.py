"""The numbers stated in the cards of zero-init, from a small network that is trained here."""

import re
from collections.abc import Callable
from math import exp, log

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "04-gradients-init", "zero-init"
Layer = list[list[float]]


def relu(z: float) -> float:
    return max(z, 0.0)


def sigmoid(z: float) -> float:
    return 1 / (1 + exp(-z))


def slope(act: Callable[[float], float], z: float) -> float:
    if act is relu:
        return float(z > 0)
    return act(z) * (1 - act(z))


def step(hidden: Layer, output: list[float], act: Callable[[float], float], samples: list[tuple[float, float]]) -> None:
    """One step of gradient descent with logistic loss; each row of `hidden` is a weight and a bias, `output` ends
    with its bias."""
    grad_h = [[0.0, 0.0] for _ in hidden]
    grad_o = [0.0] * len(output)
    for x, target in samples:
        zs = [w * x + b for w, b in hidden]
        values = [*map(act, zs), 1.0]
        delta = (sigmoid(sum(v * h for v, h in zip(output, values, strict=True))) - target) / len(samples)
        for j, value in enumerate(values):
            grad_o[j] += delta * value
        for j, z in enumerate(zs):
            back = delta * output[j] * slope(act, z)
            grad_h[j][0] += back * x
            grad_h[j][1] += back
    output[:] = [v - g for v, g in zip(output, grad_o, strict=True)]
    for row, gradients in zip(hidden, grad_h, strict=True):
        row[:] = [w - g for w, g in zip(row, gradients, strict=True)]


def trained(act: Callable[[float], float], units: int, steps: int) -> tuple[Layer, list[float]]:
    hidden, output = [[0.0, 0.0] for _ in range(units)], [0.0] * (units + 1)
    samples = [(1.0, 1.0), (0.5, 1.0), (2.0, 1.0), (-1.0, 1.0), (-2.0, 0.0)]
    for _ in range(steps):
        step(hidden, output, act, samples)
    return hidden, output


@EACH_LANGUAGE
def test_an_all_zero_relu_network_ends_at_the_stated_probability(language: str) -> None:
    hidden, output = trained(relu, 3, 500)
    assert {weight for row in hidden for weight in row} == {0.0}
    assert set(output[:-1]) == {0.0}
    text = section(DECK, TOPIC, language, "base-rate")
    prompt, answer = text.split("\n---\n")
    cats, dogs = (int(n) for n in re.findall(r"(\d+)(?: cats| dogs|张猫|张狗)", prompt))
    assert cats / (cats + dogs) == pytest.approx(4 / 5)
    assert sigmoid(output[-1]) == pytest.approx(4 / 5)
    assert float(accepted(answer)[0]) == pytest.approx(sigmoid(output[-1]))


@EACH_LANGUAGE
def test_the_loss_stops_at_the_entropy_of_the_classes(language: str) -> None:
    entropy = -0.8 * log(0.8) - 0.2 * log(0.2)
    text = section(DECK, TOPIC, language, "base-rate")
    assert f"{entropy:.2f}" in text
    assert f"ln 2 ≈ {log(2):.2f}" in text.replace("\n", " ")


@EACH_LANGUAGE
def test_all_units_of_a_zero_sigmoid_layer_work_as_one(language: str) -> None:
    units = 5
    hidden, output = trained(sigmoid, units, 200)
    first, *others = zip(hidden, output, strict=False)
    assert first[1] != 0
    assert first[0][0] != 0
    assert all(other == first for other in others)
    (weight, bias), value = hidden[0], output[0]
    for x in (-1.0, 0.3, 2.0):
        whole = sum(v * sigmoid(w * x + b) for (w, b), v in zip(hidden, output, strict=False))
        assert whole == pytest.approx(units * value * sigmoid(weight * x + bias))
    text = section(DECK, TOPIC, language, "sigmoid-width")
    assert accepted(text)[0] == str(len({tuple(row) for row in hidden}))
    assert "100·v" in text
    assert f"{sigmoid(0)}" in text
    assert f"{sigmoid(0)}" in notes(DECK, TOPIC, language)
