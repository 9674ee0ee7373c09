"""The numbers stated in the cards of feature-scaling-why."""

from math import hypot, sqrt

import pytest

from tests.content.sections import EACH_LANGUAGE, section

DECK, TOPIC = "01-data", "feature-scaling-why"


def descent_steps(kappa: int) -> int:
    """Gradient descent on (x² + κy²)/2 from (1, 1) until closer than 1e-6 to the minimum."""
    x = y = 1.0
    rate = 2 / (1 + kappa)
    steps = 0
    while hypot(x, y) >= 1e-6:
        x, y = x - rate * x, y - rate * kappa * y
        steps += 1
    return steps


def condition_number(rows: list[tuple[float, float]]) -> float:
    """λmax/λmin of XᵀX for two features."""
    a = sum(x * x for x, _ in rows)
    b = sum(x * y for x, y in rows)
    c = sum(y * y for _, y in rows)
    root = sqrt((a - c) ** 2 + 4 * b * b)
    return (a + c + root) / (a + c - root)


def standardized(rows: list[tuple[float, float]]) -> list[tuple[float, float]]:
    columns = []
    for column in zip(*rows, strict=True):
        mean = sum(column) / len(column)
        sd = sqrt(sum((v - mean) ** 2 for v in column) / len(column))
        columns.append([(v - mean) / sd for v in column])
    return list(zip(*columns, strict=True))


@EACH_LANGUAGE
@pytest.mark.parametrize(("kappa", "steps"), [(1, 1), (100, 709), (10000, 70811)])
def test_gradient_descent_needs_the_stated_number_of_steps(language: str, kappa: int, steps: int) -> None:
    assert descent_steps(kappa) == steps
    table = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in section(DECK, TOPIC, language, "gd-condition").splitlines()
        if line.startswith("|")
    ]
    assert [str(kappa), str(steps)] in table


@EACH_LANGUAGE
def test_the_slowest_direction_keeps_the_stated_fraction_of_the_distance(language: str) -> None:
    kappa = 100
    rate = 2 / (1 + kappa)
    kept = max(abs(1 - rate), abs(1 - rate * kappa))
    assert kept == pytest.approx((kappa - 1) / (kappa + 1))
    assert "(κ−1)/(κ+1)" in section(DECK, TOPIC, language, "gd-condition")


@EACH_LANGUAGE
def test_two_features_of_variance_1_and_10000_have_the_stated_condition_number(language: str) -> None:
    rows = [(x, y) for x in (-1.0, 1.0) for y in (-100.0, 100.0)]
    assert condition_number(rows) == pytest.approx(10**4)
    assert condition_number(standardized(rows)) == pytest.approx(1)
    text = section(DECK, TOPIC, language, "kappa-two-features")
    answer = text.split("\n---\n")[1].strip().splitlines()[0]
    assert "10000" in answer.split(" | ")
    assert "10⁴" in text.split("\n---\n")[0]
    assert "`κ = 1`" in text


def test_standardizing_correlated_features_leaves_the_condition_number_above_one() -> None:
    rows = [(-1.0, -100.0), (-1.0, -50.0), (1.0, 50.0), (1.0, 100.0)]
    assert condition_number(standardized(rows)) > 1.1


@EACH_LANGUAGE
def test_kilometers_for_meters_multiply_coefficient_and_penalty_as_stated(language: str) -> None:
    meters, slope = 2500.0, 0.4
    kilometers = meters / 1000
    slope_per_kilometer = slope * meters / kilometers
    assert slope_per_kilometer / slope == pytest.approx(1000)
    assert slope_per_kilometer**2 / slope**2 == pytest.approx(10**6)
    text = section(DECK, TOPIC, language, "penalty-units")
    assert {"en": "1000 times larger", "zh": "放大1000倍"}[language] in text
    assert "10⁶" in text


@EACH_LANGUAGE
def test_a_feature_multiplied_by_1000_needs_a_coefficient_1000_times_smaller(language: str) -> None:
    value, coefficient = 3.0, 0.7
    assert coefficient * value / (1000 * value) == pytest.approx(coefficient / 1000)
    text = section(DECK, TOPIC, language, "scale-free-method")
    assert "1000" in text.splitlines()[0]
    assert {"en": "coefficient 1000 times smaller", "zh": "缩小到千分之一"}[language] in text
