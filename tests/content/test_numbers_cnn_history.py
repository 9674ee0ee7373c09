"""The numbers in the lineage of CNN classifiers that can be computed; errors and years come from the papers."""

import re
from functools import partial
from itertools import pairwise

from tests.content.sections import EACH_LANGUAGE, flowing, notes

DECK, TOPIC = "08-architectures", "cnn-history"
VGG_16 = [(64, 2), (128, 2), (256, 3), (512, 3), (512, 3)]
RESNET_50 = [(3, 64), (4, 128), (6, 256), (3, 512)]

card = partial(flowing, DECK, TOPIC)


def linear(inputs: int, outputs: int) -> int:
    return (inputs + 1) * outputs


def vgg_convolutions() -> int:
    channels = [3, *(width for width, layers in VGG_16 for _ in range(layers))]
    return sum((9 * before + 1) * after for before, after in pairwise(channels))


def vgg_classifier() -> int:
    side = 224 // 2 ** len(VGG_16)
    return sum(linear(a, b) for a, b in pairwise([512 * side * side, 4096, 4096, 1000]))


def normalized(kernel: int, inputs: int, outputs: int) -> int:
    """A convolution without bias, and the scale and shift of the batch normalization behind it."""
    return kernel * kernel * inputs * outputs + 2 * outputs


def resnet_50() -> int:
    total, channels = normalized(7, 3, 64), 64
    for blocks, width in RESNET_50:
        total += normalized(1, channels, 4 * width)
        for _ in range(blocks):
            total += normalized(1, channels, width) + normalized(3, width, width) + normalized(1, width, 4 * width)
            channels = 4 * width
    return total + linear(channels, 1000)


@EACH_LANGUAGE
def test_vgg_16_with_an_average_instead_of_its_classifier_has_15_2_million_parameters(language: str) -> None:
    text = card(language, "average-head")
    head = linear(512, 1000)
    left = vgg_convolutions() + head
    assert f".typed}} {left / 1e6:.1f} | " in text
    assert f"`512·1000 + 1000 = {head:,}`" in text
    assert f"{left:,}" in text
    assert f"{vgg_convolutions() + vgg_classifier():,}" in text
    heading = text.split(" {#")[0]
    assert f"{vgg_convolutions() / 1e6:.1f}" in heading
    assert f"{vgg_classifier() / 1e6:.1f}" in heading
    assert f"{(224 // 2**5) ** 2} " in text.replace("个位置", " ")


@EACH_LANGUAGE
def test_resnet_50_has_less_than_a_fifth_of_vgg_16s_parameters(language: str) -> None:
    text = card(language, "interview")
    vgg = vgg_convolutions() + vgg_classifier()
    assert 5 * resnet_50() < vgg
    assert {"en": f"{resnet_50() / 1e6:.1f} million", "zh": f"{resnet_50() / 1e4:.0f}万"}[language] in text
    assert {"en": f"{vgg / 1e6:.1f} million", "zh": f"{vgg / 1e8:.3f}亿"}[language] in text


@EACH_LANGUAGE
def test_the_bars_are_as_long_as_the_errors_are_large(language: str) -> None:
    rows = re.findall(r"(\d+\.\d) +(█+)", notes(DECK, TOPIC, language))
    assert len(rows) == 5
    assert all(len(bar) == round(float(error)) for error, bar in rows)


@EACH_LANGUAGE
def test_alexnets_first_convolution_works_out_for_227_pixels(language: str) -> None:
    kernel, stride = 11, 4
    assert (224 - kernel) % stride != 0
    assert (227 - kernel) % stride == 0
    text = card(language, "alexnet-kernels")
    side = (227 - kernel) // stride + 1
    assert {"en": f"to {side} pixels; the paper says from 224", "zh": f"边长变成{side}；论文写的输入是224"}[
        language
    ] in text


@EACH_LANGUAGE
def test_the_table_is_in_the_order_of_the_years(language: str) -> None:
    years = [int(year) for year in re.findall(r"^\| (\d{4}) \|", notes(DECK, TOPIC, language), re.MULTILINE)]
    assert len(years) == 11
    assert years == sorted(years)
    listed = re.findall(r"\d{4}", card(language, "lineage"))
    assert listed == sorted(set(listed))
    assert set(map(int, listed)) < set(years)
