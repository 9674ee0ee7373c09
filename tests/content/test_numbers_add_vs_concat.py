"""The numbers stated in the notes and cards of add-vs-concat."""

import re
from functools import partial

from tests.content.sections import EACH_LANGUAGE, accepted, asked, flowing, notes, section

DECK, TOPIC = "08-architectures", "add-vs-concat"

Vector = list[int]
Matrix = list[Vector]

card = partial(flowing, DECK, TOPIC)


def added(first: int, second: int) -> int:
    """The number of channels after an addition."""
    assert first == second
    return first


def concatenated(*widths: int) -> int:
    return len([channel for width in widths for channel in range(width)])


def weights(kernel: int, inputs: int, outputs: int) -> int:
    return kernel * kernel * inputs * outputs


def applied(matrix: Matrix, vector: Vector) -> Vector:
    return [sum(w * v for w, v in zip(row, vector, strict=True)) for row in matrix]


def side_by_side(left: Matrix, right: Matrix) -> Matrix:
    return [a + b for a, b in zip(left, right, strict=True)]


def dense_block(channels: int, layers: int, growth: int) -> list[int]:
    """What each layer of a dense block reads, and what leaves the block."""
    widths = [channels]
    for _ in range(layers):
        widths.append(concatenated(widths[-1], growth))
    return widths


@EACH_LANGUAGE
def test_the_drawing_states_the_channels_of_each_skip_connection(language: str) -> None:
    pairs = re.findall(r"(\d+) → (\d+)", notes(DECK, TOPIC, language))
    assert [(int(a), int(b)) for a, b in pairs] == [
        (64, added(64, 64)),
        (64, concatenated(64, 32)),
        (64, concatenated(64, 64)),
    ]


@EACH_LANGUAGE
def test_a_concatenation_of_64_and_32_channels_has_96(language: str) -> None:
    text = card(language, "must-match")
    stated = {"en": "64 and 32 giving 96", "zh": "64个加32个就是96个"}[language]
    assert [int(n) for n in re.findall(r"\d+", stated)] == [64, 32, concatenated(64, 32)]
    assert stated in text


def test_tied_weights_on_a_concatenation_give_what_one_set_gives_on_the_sum() -> None:
    shared, other = [[1, -2], [3, 5]], [[1, -2], [3, 4]]
    x, y = [7, 11], [-3, 2]
    on_the_sum = applied(shared, [a + b for a, b in zip(x, y, strict=True)])
    assert applied(side_by_side(shared, shared), x + y) == on_the_sum
    assert applied(side_by_side(shared, other), x + y) != on_the_sum


@EACH_LANGUAGE
def test_the_next_convolution_has_twice_the_weights_behind_a_concatenation(language: str) -> None:
    text = card(language, "tied-weights")
    behind_sum = weights(3, added(64, 64), 64)
    behind_concatenation = weights(3, concatenated(64, 64), 64)
    assert behind_concatenation == 2 * behind_sum
    assert f"{behind_sum:,}" in text
    assert f"{behind_concatenation:,}" in text


@EACH_LANGUAGE
def test_the_dense_block_puts_out_the_stated_number_of_channels(language: str) -> None:
    *_, last_input, output = dense_block(64, 6, 32)
    text = section(DECK, TOPIC, language, "dense-growth")
    assert asked(text) == [64, 6, 32]
    assert accepted(text)[0] == str(output)
    assert f"`64 + 6·32 = {output}`" in text
    assert f"`64 + 5·32 = {last_input}`" in text
    doubled = 64
    for _ in range(6):
        doubled = concatenated(doubled, doubled)
    assert f"{doubled:,}" in text


@EACH_LANGUAGE
def test_different_pairs_have_the_stated_sum(language: str) -> None:
    a, b, c, d = (int(n) for n in re.findall(r"(?<!\d)(\d) \+ (\d)(?!\d)", card(language, "interview")) for n in n)
    assert (a, b) != (c, d)
    assert a + b == c + d
    assert str(a + b) in card(language, "interview")
