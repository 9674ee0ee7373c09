"""The numbers stated in the cards of feature-scaling-methods."""

from math import log, sqrt
from statistics import fmean, median, pstdev, quantiles

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "01-data", "feature-scaling-methods"


def min_max(value: float, fitted: list[float]) -> float:
    return (value - min(fitted)) / (max(fitted) - min(fitted))


def skewness(values: list[float]) -> float:
    mean, sd = fmean(values), pstdev(values)
    return fmean(((v - mean) / sd) ** 3 for v in values)


@EACH_LANGUAGE
def test_z_scoring_gives_mean_0_and_deviation_1_and_keeps_the_skewness(language: str) -> None:
    exponential = [-log(1 - (i + 0.5) / 2000) for i in range(2000)]
    mean, sd = fmean(exponential), pstdev(exponential)
    scored = [(v - mean) / sd for v in exponential]
    assert fmean(scored) == pytest.approx(0, abs=1e-12)
    assert pstdev(scored) == pytest.approx(1)
    assert skewness(scored) == pytest.approx(skewness(exponential))
    assert skewness(scored) > 1.5
    right = {
        "en": "- [x] Just as right-skewed, with mean 0 and standard deviation 1",
        "zh": "- [x] 右偏程度不变，均值为0，标准差为1",
    }
    assert right[language] in section(DECK, TOPIC, language, "zscore-shape")


@EACH_LANGUAGE
def test_robust_scaling_of_the_example_gives_the_stated_values(language: str) -> None:
    values = [1, 2, 3, 4, 100]
    lower, _, upper = quantiles(values, n=4, method="inclusive")
    assert (median(values), lower, upper) == (3, 2, 4)
    scaled = [(v - median(values)) / (upper - lower) for v in values]
    assert scaled == [-1, -0.5, 0, 0.5, 48.5]
    text = section(DECK, TOPIC, language, "robust")
    comma = {"en": ", ", "zh": "、"}[language]
    assert comma.join(["−1", "−0.5", "0", "0.5", "48.5"]) in text
    assert comma.join(map(str, values)) in text
    assert "4 − 2 = 2" in text


@EACH_LANGUAGE
def test_min_max_scaling_of_10_among_0_10_1000_gives_the_stated_value(language: str) -> None:
    assert min_max(10, [0, 10, 1000]) == pytest.approx(0.01)
    text = section(DECK, TOPIC, language, "minmax-outlier")
    assert accepted(text)[0] == "0.01"
    assert "`(10 − 0)/(1000 − 0) = 0.01`" in text
    assert {"en": "0, 10, 1000", "zh": "0、10、1000"}[language] in text.splitlines()[0]


@EACH_LANGUAGE
def test_min_max_scaling_of_80_fitted_on_20_to_60_gives_the_stated_value(language: str) -> None:
    assert min_max(80, [20, 60]) == pytest.approx(1.5)
    text = section(DECK, TOPIC, language, "minmax-unseen")
    assert accepted(text)[0] == "1.5"
    assert "`(80 − 20)/(60 − 20) = 1.5`" in text
    assert {"en": "20 to 60", "zh": "20到60"}[language] in text.splitlines()[0]
    assert "80" in text.splitlines()[0]


@EACH_LANGUAGE
def test_dividing_by_the_root_of_the_eigenvalue_gives_variance_1(language: str) -> None:
    coordinate = [-2.0, 2.0]
    eigenvalue = pstdev(coordinate) ** 2
    assert eigenvalue == 4
    assert pstdev([v / sqrt(eigenvalue) for v in coordinate]) ** 2 == 1
    assert pstdev([v / eigenvalue for v in coordinate]) ** 2 == 0.25
    text = section(DECK, TOPIC, language, "whitening-divisor")
    assert "==√λ==" in text.splitlines()[0]
    assert "λ = 4" in text
    assert "0.25" in text
