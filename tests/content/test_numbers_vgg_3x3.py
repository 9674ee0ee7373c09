"""The numbers stated in the notes and cards of vgg-3x3."""

import re
from functools import partial

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, flowing, notes, section

DECK, TOPIC = "08-architectures", "vgg-3x3"

card = partial(flowing, DECK, TOPIC)


def weights(kernel: int, inputs: int, outputs: int) -> int:
    return kernel * kernel * inputs * outputs


def depthwise(kernel: int, channels: int) -> int:
    return channels * weights(kernel, 1, 1)


def seen(kernel: int, layers: int) -> int:
    """The receptive field of a stack of stride 1, found by spreading one position."""
    positions = {0}
    for _ in range(layers):
        positions = {position + tap for position in positions for tap in range(kernel)}
    return len(positions)


def repeated(kernel: list[int], times: int) -> list[int]:
    """The single kernel that equals `times` convolutions with `kernel`."""
    result = [1]
    for _ in range(times):
        longer = [0] * (len(result) + len(kernel) - 1)
        for i, a in enumerate(result):
            for j, b in enumerate(kernel):
                longer[i + j] += a * b
        result = longer
    return result


@EACH_LANGUAGE
def test_the_table_states_weights_and_savings(language: str) -> None:
    rows = re.findall(r"\| (\d)[:：] ?(\d+)C² +\| (\d)×\d[:：] ?(\d+)C² +\| +(\d+)%", notes(DECK, TOPIC, language))
    assert len(rows) == 3
    for layers, stack, kernel, single, saved in (map(int, row) for row in rows):
        assert seen(3, layers) == kernel
        assert (layers * weights(3, 1, 1), weights(kernel, 1, 1)) == (stack, single)
        assert round(100 * (1 - stack / single)) == saved


@EACH_LANGUAGE
@pytest.mark.parametrize("place", ["notes", "interview"])
def test_one_7x7_has_81_percent_more_weights_and_the_stack_saves_45(language: str, place: str) -> None:
    stack, single = 3 * weights(3, 1, 1), weights(7, 1, 1)
    text = notes(DECK, TOPIC, language) if place == "notes" else card(language, place)
    assert f"{100 * (single / stack - 1):.0f}%" in text
    assert f"{100 * (1 - stack / single):.0f}%" in text
    assert f"{stack}C²" in text
    assert f"{single}C²" in text
    assert f"{100 * (1 - 2 * weights(3, 1, 1) / weights(5, 1, 1)):.0f}%" in text


@EACH_LANGUAGE
def test_six_layers_of_2x2_see_as_much_as_three_of_3x3(language: str) -> None:
    assert seen(2, 6) == seen(3, 3) == 7
    text = card(language, "smallest")
    assert f"{6 * weights(2, 1, 1)}C²" in text
    assert f"{3 * weights(3, 1, 1)}C²" in text


@EACH_LANGUAGE
def test_the_layers_are_ordered_by_their_weights(language: str) -> None:
    c = 64
    single = {kernel: weights(kernel, c, c) for kernel in (1, 3, 5, 7)}
    counts = [depthwise(7, c), single[1], 2 * single[3], single[5], 3 * single[3], single[7]]
    assert counts == sorted(set(counts))
    text = card(language, "order-weights")
    assert [int(n.replace(",", "")) for n in re.findall(r"\d+,\d{3}", text)] == counts
    assert str(c) in text


@EACH_LANGUAGE
def test_three_kernels_of_ones_make_the_stated_kernel(language: str) -> None:
    assert str(repeated([1, 1, 1], 3)) in card(language, "without-relu")
    assert len(repeated([1, 1, 1], 3)) == seen(3, 3)


@EACH_LANGUAGE
def test_the_stack_at_the_image_has_eight_times_the_weights(language: str) -> None:
    first, later = weights(3, 3, 64), weights(3, 64, 64)
    text = section(DECK, TOPIC, language, "stem")
    assert f"{weights(7, 3, 64):,}" in text.splitlines()[0]
    assert accepted(text)[0] == str(first + 2 * later)
    assert f"`9·3·64 = {first:,}`" in text
    assert f"`9·64·64 = {later:,}`" in text
    assert round((first + 2 * later) / weights(7, 3, 64)) == 8


@EACH_LANGUAGE
def test_a_depthwise_7x7_is_cheaper_than_an_ordinary_3x3(language: str) -> None:
    text = card(language, "convnext")
    assert "C = 96" in text
    assert f"{depthwise(7, 96):,}" in text
    assert f"{weights(3, 96, 96):,}" in text
