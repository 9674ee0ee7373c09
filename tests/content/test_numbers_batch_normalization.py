"""The numbers stated in the cards of batch-normalization."""

import re
from math import prod, sqrt

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, asked, notes, section

DECK, TOPIC = "04-gradients-init", "batch-normalization"


def normalized(values: list[float]) -> list[float]:
    mean = sum(values) / len(values)
    return [(v - mean) / sqrt(sum((u - mean) ** 2 for u in values) / len(values)) for v in values]


def running_mean(batches: int, mean: float, share_of_new: float) -> float:
    running = 0.0
    for _ in range(batches):
        running = (1 - share_of_new) * running + share_of_new * mean
    return running


def loss(weights: list[float], samples: list[list[float]]) -> float:
    """Some loss of a unit's normalized outputs over a batch."""
    outputs = normalized([sum(w * x for w, x in zip(weights, row, strict=True)) for row in samples])
    return sum((i + 1) * (y - i) ** 2 for i, y in enumerate(outputs))


def gradient(weights: list[float], samples: list[list[float]]) -> list[float]:
    h = 1e-5 * max(map(abs, weights))

    def moved(i: int, by: float) -> float:
        return loss([w + by * (i == j) for j, w in enumerate(weights)], samples)

    return [(moved(i, h) - moved(i, -h)) / (2 * h) for i in range(len(weights))]


@EACH_LANGUAGE
def test_the_numbers_of_means_in_the_notes_follow_from_the_axes(language: str) -> None:
    sizes = {"N": 4, "C": 6, "H": 5, "W": 7, "C/G": 3, "G": 2}
    rows = [line.strip("|").split("|") for line in notes(DECK, TOPIC, language).splitlines() if line.startswith("|")]
    assert len(rows) == 6
    for _, axes, count in rows[2:]:
        shared = prod(sizes[axis.strip()] for axis in re.split("[,、]", axes))
        means = prod(sizes[name] for name in count.strip().split("·"))
        assert shared * means == sizes["N"] * sizes["C"] * sizes["H"] * sizes["W"]


@EACH_LANGUAGE
def test_three_batches_lead_the_running_mean_to_the_stated_value(language: str) -> None:
    text = section(DECK, TOPIC, language, "running-mean")
    *_, mean = asked(text)
    path = [round(running_mean(n, mean, 0.1), 2) for n in (1, 2, 3)]
    assert float(accepted(text)[0]) == path[-1]
    separator = {"en": ", ", "zh": "、"}[language]
    assert separator.join(f"{value:g}" for value in path) in text.replace("\n", " ")
    assert f"{running_mean(3, 10, 0.9):.2f}" in text


@EACH_LANGUAGE
def test_the_running_mean_needs_the_stated_number_of_batches(language: str) -> None:
    needed = next(n for n in range(1, 1000) if running_mean(n, 1, 0.1) >= 0.99)
    stated = {"en": f"It takes {needed} batches to reach 99%", "zh": f"要{needed}个批次才达到99%"}
    assert stated[language] in section(DECK, TOPIC, language, "running-mean").replace("\n", " ")


@EACH_LANGUAGE
def test_two_values_always_become_plus_and_minus_one(language: str) -> None:
    text = section(DECK, TOPIC, language, "batch-of-two")
    lower, higher = (int(n) for n in re.findall(r"(5)\s?(?:and|和)\s?(700)", text)[0])
    assert normalized([lower, higher]) == pytest.approx(normalized([1, 2]))
    assert sorted(normalized([higher, lower])) == pytest.approx([-1, 1])
    assert accepted(text)[0] == "±1"


@EACH_LANGUAGE
def test_larger_weights_have_the_same_loss_and_a_smaller_gradient(language: str) -> None:
    samples = [[0.3, -1.2, 0.8], [1.5, 0.4, -0.6], [-0.7, 2.0, 0.1], [0.9, 0.2, 1.1]]
    weights, a = [0.5, -0.3, 0.8], 10
    larger = [a * w for w in weights]
    assert loss(larger, samples) == pytest.approx(loss(weights, samples))
    assert [a * g for g in gradient(larger, samples)] == pytest.approx(gradient(weights, samples), rel=1e-4)
    turn = gradient(larger, samples)[0] / larger[0] / (gradient(weights, samples)[0] / weights[0])
    assert turn == pytest.approx(1 / 100, rel=1e-4)
    text = section(DECK, TOPIC, language, "scale-invariance").replace("\n", " ")
    assert "==1/a==" in text
    stated = {"en": "ten times as large, the same learning rate", "zh": "权重大到10倍"}
    share = {"en": "by a hundredth as much", "zh": "只有百分之一"}
    assert stated[language] in text
    assert share[language] in text
