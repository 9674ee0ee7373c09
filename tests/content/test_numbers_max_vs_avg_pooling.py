"""The numbers stated in the notes and cards of max-vs-avg-pooling."""

import re
from math import erf, exp, pi, sqrt

from tests.content.sections import EACH_LANGUAGE, accepted, asked, notes, section

DECK, TOPIC = "07-receptive-field-sampling", "max-vs-avg-pooling"


def mean(values: list[float]) -> float:
    return sum(values) / len(values)


def relu(values: list[float]) -> list[float]:
    return [max(0.0, v) for v in values]


def mean_of_the_largest(count: int) -> float:
    """Of that many independent standard normal values, by the midpoint rule."""
    step = 1e-3
    points = [-8 + (i + 0.5) * step for i in range(16000)]
    below = [(1 + erf(x / sqrt(2))) / 2 for x in points]
    density = [exp(-x * x / 2) / sqrt(2 * pi) for x in points]
    return sum(step * x * count * b ** (count - 1) * d for x, b, d in zip(points, below, density, strict=True))


@EACH_LANGUAGE
def test_the_drawn_windows_have_the_stated_maximum_and_mean(language: str) -> None:
    drawing = notes(DECK, TOPIC, language).split("```text\n")[1].split("```")[0].splitlines()
    top, bottom, stated = ([float(n) for n in re.findall(r"\d", line)] for line in drawing if re.search(r"\d", line))
    windows = [top[:2] + bottom[:2], top[2:] + bottom[2:]]
    assert stated == [found for w in windows for found in (max(w), mean(w))]


@EACH_LANGUAGE
def test_a_lone_response_is_pooled_as_stated(language: str) -> None:
    window = [8.0] + [0.0] * 15
    text = section(DECK, TOPIC, language, "sparse")
    assert asked(text)[:4] == [4, 4, 8, 15]
    stated = {"en": f"{max(window):g} and {mean(window):g}.", "zh": f"{max(window):g}和{mean(window):g}。"}
    assert text.splitlines()[2] == stated[language]


@EACH_LANGUAGE
def test_averaging_divides_the_noise_as_stated(language: str) -> None:
    text = section(DECK, TOPIC, language, "noise")
    (gap,) = re.findall(r"==(\d+)==", text)
    assert int(gap) ** 2 == 16
    assert f"{mean_of_the_largest(16):.2f}" in text


@EACH_LANGUAGE
def test_relu_commutes_with_the_maximum_and_not_with_the_mean(language: str) -> None:
    window = [-2.0, 2.0, -2.0, 2.0]
    assert max(relu(window)) == relu([max(window)])[0]
    before, after = mean(relu(window)), relu([mean(window)])[0]
    stated = {
        "en": f"ReLU and then averaging makes {before:g}, averaging and then ReLU makes {after:g}",
        "zh": f"先ReLU再平均得{before:g}，先平均再ReLU得{after:g}",
    }
    assert stated[language] in section(DECK, TOPIC, language, "relu-order")


@EACH_LANGUAGE
def test_global_average_pooling_cuts_the_weights_as_stated(language: str) -> None:
    text = section(DECK, TOPIC, language, "gap-factor")
    height, width, channels, units = (int(n) for n in re.findall(r"\d+", text.splitlines()[0])[:4])
    many, few = height * width * channels * units, channels * units
    assert accepted(text)[0] == str(many // few)
    assert f"{many:,}" in text
    assert f"{few:,}" in text


@EACH_LANGUAGE
def test_a_window_of_64_channels_holds_the_stated_number_of_values(language: str) -> None:
    values = 2 * 2 * 64
    stated = {"en": f"The largest of all {values} values", "zh": f"全部{values}个值里最大的一个"}
    assert stated[language] in section(DECK, TOPIC, language, "per-channel")
