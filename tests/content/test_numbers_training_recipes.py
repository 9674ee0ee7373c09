"""The numbers that the cards on tuning state."""

import re
from functools import partial
from itertools import product
from math import exp, log
from random import Random

import pytest

from tests.content.sections import EACH_LANGUAGE, asked, flowing

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
    few, many = len({rate for rate, _ in grid}), len({rate for rate, _ in drawn})
    stated = {
        "en": (f"{len(grid)} trials", f"test {few} values", f"test {many} values", f"{len(grid)} runs on {few}"),
        "zh": (f"{len(grid)}次试验", f"试到{few}个值", f"各试到{many}个值", f"{len(grid)}次训练其实只做了{few}种"),
    }
    assert all(words in text for words in stated[language])


@EACH_LANGUAGE
def test_a_linear_scale_draws_a_tenth_below_a_hundredth(language: str) -> None:
    text = card(language, "linear-scale-share")
    low, high, limit = asked(text)
    share = (limit - low) / (high - low)
    random = Random(0)
    drawn = [random.uniform(low, high) for _ in range(100_000)]
    assert sum(rate < limit for rate in drawn) / len(drawn) == pytest.approx(share, abs=0.005)
    assert (round(100 * share), round(100 * share, 1), round(100 * share, 2)) == (10, 9.9, 9.91)
    assert " 10 | 10% | 9.9 | 9.9% | 9.91 | 9.91% | " in text
    assert "`(0.01 − 0.0001)/(0.1 − 0.0001) ≈ 9.9%`" in text
    assert "90%" in text


@EACH_LANGUAGE
def test_a_log_scale_draws_two_thirds_below_a_hundredth(language: str) -> None:
    text = card(language, "linear-scale-share")
    low, high, limit = asked(text)
    share = (log(limit) - log(low)) / (log(high) - log(low))
    assert f"{100 * share:.0f}%" in text
    assert ("three decades" if language == "en" else "三个数量级") in text


@EACH_LANGUAGE
def test_the_best_rate_of_the_coarse_search_is_its_upper_border(language: str) -> None:
    text = card(language, "edge-of-range")
    low, high, best = re.findall(r"1e-\d", text.split("{#")[0])
    assert float(best) == max(float(low), float(high))
    [right] = re.findall(r"- \[x\] (.*?) - \[", text)
    assert re.findall(r"1e-\d", right) == [high]
