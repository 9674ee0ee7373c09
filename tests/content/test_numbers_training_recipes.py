"""The numbers that the cards on tuning state."""

from functools import partial
from itertools import product
from math import exp, log
from random import Random

import pytest

from tests.content.sections import EACH_LANGUAGE, flowing

card = partial(flowing, "05-optimization", "training-recipes")


def cross_entropy(logits: list[float], label: int) -> float:
    return -log(exp(logits[label]) / sum(map(exp, logits)))


@EACH_LANGUAGE
def test_the_first_loss_is_the_sum_of_a_batch_of_equal_logits(language: str) -> None:
    text = card(language, "first-loss")
    prompt = text.split("{#")[0]
    classes, samples = 100, 32
    assert str(classes) in prompt
    assert str(samples) in prompt
    losses = [cross_entropy([0.5] * classes, label) for label in range(samples)]
    assert f"{sum(losses):.1f}" in prompt
    assert f"`ln {classes} ≈ {sum(losses) / samples:.3f}`" in text
    assert f"`{samples} · ln {classes} ≈ {sum(losses):.1f}`" in text


@EACH_LANGUAGE
def test_25_trials_test_5_values_on_a_grid_and_25_at_random(language: str) -> None:
    grid = list(product(range(5), range(5)))
    random = Random(0)
    drawn = [(random.random(), random.random()) for _ in range(25)]
    assert len(grid) == len(drawn) == 25
    assert len({rate for rate, _ in grid}) == 5
    assert len({rate for rate, _ in drawn}) == len({other for _, other in drawn}) == 25
    text = card(language, "random-vs-grid")
    assert "5×5" in text
    assert text.count("25") == (4 if language == "en" else 3)
    assert all(number in text for number in (["5 values", "5 different"] if language == "en" else ["5个值", "5种"]))


@EACH_LANGUAGE
def test_a_linear_scale_draws_a_tenth_below_a_hundredth(language: str) -> None:
    share = (0.01 - 0.0001) / (0.1 - 0.0001)
    random = Random(0)
    drawn = [random.uniform(0.0001, 0.1) for _ in range(100_000)]
    assert sum(rate < 0.01 for rate in drawn) / len(drawn) == pytest.approx(share, abs=0.005)
    assert (round(100 * share), round(100 * share, 1), round(100 * share, 2)) == (10, 9.9, 9.91)
    text = card(language, "linear-scale-share")
    assert " 10 | 10% | 9.9 | 9.9% | 9.91 | 9.91% | " in text
    assert "`(0.01 − 0.0001)/(0.1 − 0.0001) ≈ 9.9%`" in text
    assert "90%" in text


@EACH_LANGUAGE
def test_a_log_scale_draws_two_thirds_below_a_hundredth(language: str) -> None:
    share = (log(0.01) - log(0.0001)) / (log(0.1) - log(0.0001))
    assert round(100 * share) == 67
    text = card(language, "linear-scale-share")
    assert "67%" in text
    assert ("three decades" if language == "en" else "三个数量级") in text


@EACH_LANGUAGE
def test_the_best_rate_of_the_coarse_search_is_its_upper_border(language: str) -> None:
    text = card(language, "edge-of-range")
    assert "1e-5" in text.split("{#")[0]
    assert text.split("{#")[0].count("1e-1") == 2
    assert text.count("[x]") == 1
