"""The numbers of the upsampling cards, found by running small versions of the operations."""

from math import floor

import pytest

from tests.content.sections import EACH_LANGUAGE, section

DECK, TOPIC = "07-receptive-field-sampling", "upsampling"


def linear_upsample(samples: list[float], length: int, align_corners: bool) -> list[float]:
    """Linear interpolation with PyTorch's two ways to place the new samples."""
    last = len(samples) - 1
    result = []
    for index in range(length):
        centred = (index + 0.5) * len(samples) / length - 0.5
        place = index * last / (length - 1) if align_corners else centred
        place = min(max(place, 0.0), float(last))
        left = min(floor(place), last - 1)
        result.append(samples[left] + (place - left) * (samples[left + 1] - samples[left]))
    return result


def shown(values: list[float]) -> str:
    return "[" + ", ".join(f"{value:.2f}".rstrip("0").rstrip(".") for value in values) + "]"


def cubic_weight(distance: float, a: float = -0.75) -> float:
    """Keys's cubic convolution kernel with the constant that PyTorch uses."""
    x = abs(distance)
    if x <= 1:
        return (a + 2) * x**3 - (a + 3) * x**2 + 1
    if x < 2:
        return a * (x**3 - 5 * x**2 + 8 * x - 4)
    return 0.0


def tent_weight(distance: float) -> float:
    return max(0.0, 1 - abs(distance))


def pixel_shuffle(maps: list[list[list[int]]], r: int) -> list[list[list[int]]]:
    height, width = len(maps[0]), len(maps[0][0])
    return [
        [[maps[c * r * r + (y % r) * r + x % r][y // r][x // r] for x in range(width * r)] for y in range(height * r)]
        for c in range(len(maps) // (r * r))
    ]


def transposed_size(size: int, kernel: int, stride: int, padding: int) -> int:
    """Positions that the spread-out inputs touch, less the border that padding takes off."""
    touched = {i * stride + tap for i in range(size) for tap in range(kernel)}
    return len(touched) - 2 * padding


def card(language: str, card_id: str) -> str:
    return section(DECK, TOPIC, language, card_id)


@EACH_LANGUAGE
def test_pixel_shuffle_turns_r_squared_c_channels_into_c(language: str) -> None:
    for c, r in ((1, 2), (3, 2), (2, 3)):
        maps = [[[100 * ch + 10 * y + x for x in range(4)] for y in range(5)] for ch in range(r * r * c)]
        larger = pixel_shuffle(maps, r)
        assert (len(larger), len(larger[0]), len(larger[0][0])) == (c, 5 * r, 4 * r)
        assert sorted(v for m in larger for row in m for v in row) == sorted(v for m in maps for row in m for v in row)
    assert "==r²C==" in card(language, "pixel-shuffle")
    assert "r²C" in card(language, "interview")


@EACH_LANGUAGE
def test_align_corners_moves_the_inner_samples(language: str) -> None:
    text = card(language, "align-corners")
    aligned = shown(linear_upsample([1, 2], 4, align_corners=True))
    centred = shown(linear_upsample([1, 2], 4, align_corners=False))
    assert (aligned, centred) == ("[1, 1.33, 1.67, 2]", "[1, 1.25, 1.75, 2]")
    assert f"\n`{aligned}`\n" in text
    assert f"`{centred}`" in text
    assert text.index(aligned) < text.index(centred)


@EACH_LANGUAGE
def test_unpooling_puts_the_maximum_back_in_its_place(language: str) -> None:
    text = card(language, "max-unpooling")
    block = [[1, 5], [3, 2]]
    top = max(value for row in block for value in row)
    unpooled = [[value if value == top else 0 for value in row] for row in block]
    assert f"`{block}`" in text
    assert f"\n`{unpooled}`\n" in text


@EACH_LANGUAGE
def test_bicubic_mixes_16_values_bilinear_4_and_trilinear_8(language: str) -> None:
    places = range(-5, 6)
    cubic = [cubic_weight(place - 0.3) for place in places]
    tent = [tent_weight(place - 0.3) for place in places]
    assert sum(cubic) == pytest.approx(1)
    assert min(cubic) < 0
    per_axis_cubic, per_axis_linear = sum(w != 0 for w in cubic), sum(w != 0 for w in tent)
    assert (per_axis_cubic**2, per_axis_linear**2, per_axis_linear**3) == (16, 4, 8)
    text = card(language, "bicubic")
    assert "- [x] 16" in text
    assert "- [ ] 4" in text
    assert "- [ ] 8" in text
    points = card(language, "interview")
    stated = {
        "en": ["bilinear (4 neighbors)", "bicubic (16)"],
        "zh": ["双线性（4个邻点）", "双三次（16个邻点）"],
    }
    assert all(phrase in points for phrase in stated[language])


@EACH_LANGUAGE
def test_padding_2_is_the_first_that_makes_a_transposed_convolution_shrink_the_map(language: str) -> None:
    text = card(language, "transposed-size")
    sizes = [transposed_size(8, kernel=3, stride=1, padding=padding) for padding in range(3)]
    assert sizes == [8 + 2 - 2 * padding for padding in range(3)]
    smallest = next(padding for padding, size in enumerate(sizes) if size < 8)
    assert f"\n{smallest} | padding={smallest} | " in text
    a, b, c = (f"{size}×{size}" for size in sizes)
    stated = {"en": f"{a} with padding 0, {b} with 1 and {c} with 2", "zh": f"填充0得{a}，填充1得{b}，填充2得{c}"}
    assert stated[language] in " ".join(text.split())
