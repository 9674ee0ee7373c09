"""The numbers stated in the cards of sgd-vs-batch."""

from itertools import product
from math import sqrt

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "05-optimization", "sgd-vs-batch"


def variance_of_the_batch_mean(values: list[float], size: int) -> float:
    """Over all batches of that size, drawn independently."""
    means = [sum(batch) / size for batch in product(values, repeat=size)]
    center = sum(means) / len(means)
    return sum((m - center) ** 2 for m in means) / len(means)


@pytest.mark.parametrize("size", [2, 4])
def test_the_variance_of_a_mean_falls_as_its_size_grows(size: int) -> None:
    values = [1.0, -2.0, 4.0]
    assert variance_of_the_batch_mean(values, size) == pytest.approx(variance_of_the_batch_mean(values, 1) / size)


@EACH_LANGUAGE
def test_a_tenth_of_the_noise_takes_the_stated_batch(language: str) -> None:
    times = next(k for k in range(1, 1000) if sqrt(1 / k) <= 1 / 10)
    text = section(DECK, TOPIC, language, "noise-tenth")
    assert f"=={times}==" in text.splitlines()[0]
    assert {"en": f"costs {times} times the work", "zh": f"计算量要增到{times}倍"}[language] in text


@EACH_LANGUAGE
def test_sgd_makes_the_stated_number_of_steps_for_the_work_of_one(language: str) -> None:
    samples, batch = 50000, 100
    stated = {
        "en": f"With {samples:,} samples and B = {batch}, SGD makes {samples // batch} steps",
        "zh": f"{samples:,}个样本、B = {batch}时，全批量走一步的计算量够SGD走{samples // batch}步",
    }
    assert stated[language] in section(DECK, TOPIC, language, "redundancy")


@EACH_LANGUAGE
def test_drawing_with_replacement_misses_the_stated_share(language: str) -> None:
    samples = 10**6
    missed = (1 - 1 / samples) ** samples
    text = section(DECK, TOPIC, language, "missed-share")
    answers = accepted(text)
    assert answers[0] == f"{100 * missed:.0f}%"
    assert f"{100 * missed:.1f}%" in answers
    assert f"`1/e ≈ {missed:.3f}`" in text


@EACH_LANGUAGE
def test_only_one_schedule_meets_both_conditions(language: str) -> None:
    def grows(power: float) -> bool:
        """Whether Σ t^−power over doubled numbers of terms goes on growing by as much as before."""
        sums: list[float] = [sum(t**-power for t in range(2**k, 2 ** (k + 1))) for k in range(8, 12)]
        return sums[-1] > 0.9 * sums[0]

    powers = {"0.1": 0.0, "0.1/t": 1.0, "0.1/√t": 0.5, "0.1/t²": 2.0}
    text = section(DECK, TOPIC, language, "robbins-monro")
    for option, power in powers.items():
        right = grows(power) and not grows(2 * power)
        assert f"- [{'x' if right else ' '}] {option}" in text.splitlines()


@EACH_LANGUAGE
def test_the_rates_that_fall_too_fast_add_up_to_the_stated_sum(language: str) -> None:
    total = sum(0.1 / t**2 for t in range(1, 10**5))
    assert f"`0.1·π²/6 ≈ {total:.3f}`" in section(DECK, TOPIC, language, "robbins-monro")
