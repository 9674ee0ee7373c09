"""The numbers that the cards on depth and width state."""

import struct
from fractions import Fraction
from functools import partial
from itertools import pairwise

from tests.content.sections import EACH_LANGUAGE, flowing, notes

DECK, TOPIC = "08-architectures", "depth-width"

card = partial(flowing, DECK, TOPIC)


def weights(kernel: int, inputs: int, outputs: int) -> int:
    return kernel * kernel * inputs * outputs


def multiplications(kernel: int, channels: int, side: int, layers: int) -> int:
    return layers * side * side * weights(kernel, channels, channels)


def tent(x: Fraction) -> Fraction:
    return min(2 * x, 2 - 2 * x)


def relu(x: Fraction) -> Fraction:
    return max(x, Fraction(0))


def pieces(times: int) -> int:
    """Counts the slopes' changes on a grid that holds every kink."""
    cells = 2 ** (times + 2)
    values = []
    for index in range(cells + 1):
        x = Fraction(index, cells)
        for _ in range(times):
            x = tent(x)
        values.append(x)
    slopes = [after - before for before, after in pairwise(values)]
    return 1 + sum(left != right for left, right in pairwise(slopes))


@EACH_LANGUAGE
def test_resnet_50_counts_49_convolutions_on_its_main_path(language: str) -> None:
    stages = (3, 4, 6, 3)
    main_path = 1 + sum(3 for stage in stages for _ in range(stage))
    assert main_path == 49
    assert main_path + 1 == 50
    assert sum(stages) == 16
    assert main_path + len(stages) == 53
    text = card(language, "resnet50-layers")
    assert {"en": " 49 | forty-nine | 49 layers ", "zh": " 49 | 四十九 | 49层 "}[language] in text
    assert "`3 + 4 + 6 + 3 = 16`" in text
    assert "53" in text
    assert "50" in text
    assert ("4 convolutions on projection" if language == "en" else "投影捷径上的4个卷积") in text
    assert "16" in card(language, "interview")


@EACH_LANGUAGE
def test_double_width_means_four_times_the_weights_of_an_inner_convolution(language: str) -> None:
    assert weights(3, 64, 64) == 36_864
    assert weights(3, 128, 128) == 147_456
    assert weights(3, 128, 128) == 4 * weights(3, 64, 64)
    assert weights(3, 3, 128) == 2 * weights(3, 3, 64)
    text = card(language, "double-width")
    assert "==4==" in text
    assert "36,864" in text
    assert "147,456" in text


@EACH_LANGUAGE
def test_the_table_states_what_doubling_does(language: str) -> None:
    rows = [line.replace(" ", "") for line in notes(DECK, TOPIC, language).splitlines() if "| ×" in line]
    base = multiplications(3, 64, 56, 10)
    by_depth = weights(3, 64, 64) * 20 // (weights(3, 64, 64) * 10), multiplications(3, 64, 56, 20) // base
    by_width = weights(3, 128, 128) // weights(3, 64, 64), multiplications(3, 128, 56, 10) // base
    by_resolution = 1, multiplications(3, 64, 112, 10) // base
    for row, (more_weights, more_flops) in zip(rows, (by_depth, by_width, by_resolution), strict=True):
        assert row.endswith(f"|×{more_weights}|×{more_flops}|")


@EACH_LANGUAGE
def test_ten_tent_maps_make_1024_linear_pieces(language: str) -> None:
    assert pieces(10) == 1024
    assert pieces(1) == 2
    grid = [Fraction(index, 64) for index in range(65)]
    assert all(tent(x) == 2 * relu(x) - 4 * relu(x - Fraction(1, 2)) for x in grid)
    text = card(language, "tent-pieces")
    assert " 1024 | 1,024 | 2^10 | 2**10 " in text
    assert "`10·2 = 20`" in text
    assert str(pieces(10) - 1) in text
    assert "1023" in text
    assert "`T(x) = min(2x, 2 − 2x)`" in text


@EACH_LANGUAGE
def test_efficientnets_factors_multiply_to_1_92(language: str) -> None:
    assert round(1.2 * 1.1**2 * 1.15**2, 2) == 1.92
    text = card(language, "compound-scaling")
    assert "`α = 1.2`" in text
    assert "`β = 1.1`" in text
    assert "`γ = 1.15`" in text
    assert "1.92" in text


@EACH_LANGUAGE
def test_eight_fp16_values_take_16_bytes(language: str) -> None:
    size = 8 * struct.calcsize("e")
    stated = {"en": f"multiples of 8 ({size} bytes)", "zh": f"8的倍数（{size}字节）"}
    assert stated[language] in " ".join(notes(DECK, TOPIC, language).split())
