"""The numbers stated in the cards of conv-vs-fc."""

import re
from functools import partial
from itertools import pairwise

from tests.content.sections import EACH_LANGUAGE, flowing, notes

DECK, TOPIC = "06-convolution", "conv-vs-fc"
VGG16 = [(64, 2, 224), (128, 2, 112), (256, 3, 56), (512, 3, 28), (512, 3, 14)]
"""For each stage its filters, its convolutions, and the side of its maps."""

card = partial(flowing, DECK, TOPIC)


def vgg16() -> tuple[int, int, int, int]:
    """Parameters and multiply-adds of VGG-16's convolutions, then of its fully connected layers."""
    parameters = macs = 0
    channels = 3
    for filters, layers, side in VGG16:
        for _ in range(layers):
            weights = 9 * channels * filters
            parameters += weights + filters
            macs += weights * side * side
            channels = filters
    widths = [channels * 7 * 7, 4096, 4096, 1000]
    pairs = [a * b for a, b in pairwise(widths)]
    return parameters, macs, sum(pairs) + sum(widths[1:]), sum(pairs)


def alexnet_first_layer() -> tuple[int, int, int]:
    """Parameters of the fully connected, the locally connected and the convolutional layer of this shape."""
    side = (227 - 11) // 4 + 1
    outputs, window = side * side * 96, 11 * 11 * 3
    return (227 * 227 * 3 + 1) * outputs, (window + 1) * outputs, (window + 1) * 96


@EACH_LANGUAGE
def test_the_notes_lead_from_full_connection_to_sharing(language: str) -> None:
    text = notes(DECK, TOPIC, language)
    full, local, shared = alexnet_first_layer()
    billions = {"en": f"{full / 1e9:.1f} billion", "zh": f"{full / 1e8:.0f}亿"}
    assert billions[language] in text
    assert f"{local:,}" in text
    assert f"{shared:,}" in text


@EACH_LANGUAGE
def test_the_drawing_has_the_shapes_of_a_valid_convolution_and_a_full_matrix(language: str) -> None:
    rows = re.findall(r"^([a-c· ]{9}) {8,}([a-o ]{9})$", notes(DECK, TOPIC, language), re.MULTILINE)
    kernel = ["a", "b", "c"]
    places = 5 - len(kernel) + 1
    drawn = [["·"] * shift + kernel + ["·"] * (places - 1 - shift) for shift in range(places)]
    assert [left.split() for left, _ in rows] == drawn
    assert len({letter for _, right in rows for letter in right.split()}) == 5 * places


@EACH_LANGUAGE
def test_sharing_divides_alexnets_first_layer_by_its_positions(language: str) -> None:
    text = card(language, "shared")
    _, local, shared = alexnet_first_layer()
    assert re.findall(r"(\d+)×(\d+)×(\d+)", text)[:2] == [("55", "55", "96"), ("11", "11", "3")]
    assert local == 55 * 55 * 96 * (11 * 11 * 3 + 1)
    assert local % shared == 0
    assert f"--- {local // shared} | " in text
    assert f"{local:,}" in text
    assert f"{shared:,}" in text


@EACH_LANGUAGE
def test_doubled_sides_multiply_the_weights_as_stated(language: str) -> None:
    def counts(side: int, channels: int = 2) -> list[int]:
        values = side * side * channels
        return [9 * channels * channels, 9 * channels * channels * side * side, values * values]

    grown = [after / before for before, after in zip(counts(8), counts(16), strict=True)]
    assert grown == [1, 4, 16]
    text = card(language, "larger-map")
    stated = {"en": ("4 times as many weights", "so 16 times as many"), "zh": ("变为4倍", "所以是16倍")}
    assert all(words in text for words in stated[language])


@EACH_LANGUAGE
def test_a_larger_image_gives_a_grid_of_score_vectors(language: str) -> None:
    side = 384 // 2 ** len(VGG16)
    text = card(language, "convert")
    assert f"{side}×{side}" in text
    assert f"{side - 7 + 1}×{side - 7 + 1}" in text


@EACH_LANGUAGE
def test_vgg16_has_its_weights_in_one_kind_of_layer_and_its_work_in_the_other(language: str) -> None:
    conv, conv_macs, full, full_macs = vgg16()
    assert full_macs / (full_macs + conv_macs) < 0.01
    text = card(language, "reuse")
    assert f"{100 * full / (full + conv):.0f}%" in text
    assert f"`{VGG16[0][2]}·{VGG16[0][2]}` = {VGG16[0][2] ** 2:,}" in text
    every = full_macs + conv_macs
    stated = {
        "en": (f"{conv / 1e6:.1f} million", f"{conv_macs / 1e9:.1f} billion", f"{every / 1e9:.1f} billion"),
        "zh": (f"{conv / 1e4:.0f}万", f"{conv_macs / 1e8:.0f}亿次", f"{every / 1e8:.0f}亿次"),
    }
    assert all(words in text for words in stated[language])
    assert str(VGG16[-1][2] ** 2) in text
    shares = (f"{100 * conv_macs / every:.0f}%", f"{100 * conv / (conv + full):.0f}%")
    assert all(share in card(language, "interview") for share in shares)
