"""The shapes that the cards and notes on PyTorch and TensorFlow state."""

import re

from tests.content.sections import EACH_LANGUAGE, notes, section

DECK, TOPIC = "09-efficiency-systems", "pytorch-vs-tensorflow"


def shapes(text: str) -> list[list[int]]:
    """All lists of integers in brackets, in the text's order."""
    return [[int(n) for n in found.split(",")] for found in re.findall(r"\[(\d+(?:, \d+)+)\]", text)]


def broadcast(a: list[int], b: list[int]) -> list[int]:
    longer = max(len(a), len(b))
    wide_a, wide_b = ([1] * (longer - len(shape)) + shape for shape in (a, b))
    assert all(x == y or 1 in (x, y) for x, y in zip(wide_a, wide_b, strict=True))
    return [max(x, y) for x, y in zip(wide_a, wide_b, strict=True)]


@EACH_LANGUAGE
def test_the_notes_broadcast_their_example_rightly(language: str) -> None:
    first, second, widened, joined = shapes(notes(DECK, TOPIC, language))
    assert broadcast(first, second) == joined
    assert widened == [1] * (len(first) - len(second)) + second


@EACH_LANGUAGE
def test_a_column_minus_a_row_is_a_square(language: str) -> None:
    n = 5
    assert broadcast([n, 1], [n]) == [n, n]
    text = " ".join(notes(DECK, TOPIC, language).split())
    words = {"en": "of shape [n, 1] minus one of shape [n] gives [n, n]", "zh": "形状[n, 1]减形状[n]，得到的是[n, n]"}
    assert words[language] in text


@EACH_LANGUAGE
def test_channels_last_is_the_stated_permutation(language: str) -> None:
    text = section(DECK, TOPIC, language, "layout")
    channels_first, channels_last, unchanged = shapes(text)
    assert [channels_first[axis] for axis in (0, 2, 3, 1)] == channels_last
    assert "`permute(0, 2, 3, 1)`" in text
    assert unchanged == channels_first
    assert text.split("\n\n")[1].startswith(str(channels_last))
