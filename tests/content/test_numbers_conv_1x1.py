"""The numbers stated in the cards of conv-1x1."""

import random
import re
from fractions import Fraction
from functools import partial
from itertools import pairwise
from pathlib import Path

from tests.content.sections import CONTENT, EACH_LANGUAGE, asked, flowing

DECK, TOPIC = "06-convolution", "conv-1x1"

Matrix = list[list[Fraction]]


def rank(matrix: Matrix) -> int:
    """The number of pivots of Gaussian elimination."""
    rows = [row[:] for row in matrix]
    found = 0
    for column in range(len(rows[0])):
        pivot = next((i for i in range(found, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for i in range(found + 1, len(rows)):
            factor = rows[i][column] / rows[found][column]
            rows[i] = [a - factor * b for a, b in zip(rows[i], rows[found], strict=True)]
        found += 1
    return found


def drawn(height: int, width: int) -> Matrix:
    numbers = random.Random(height)
    return [[Fraction(numbers.randint(-9, 9)) for _ in range(width)] for _ in range(height)]


def product(left: Matrix, right: Matrix) -> Matrix:
    columns = list(zip(*right, strict=True))
    return [[sum((a * b for a, b in zip(row, column, strict=True)), Fraction()) for column in columns] for row in left]


def macs(k: int, channels: int, filters: int, side: int = 28) -> int:
    """Multiply-adds of a convolution whose output is side×side."""
    return side * side * filters * k * k * channels


card = partial(flowing, DECK, TOPIC)


def test_a_map_through_few_channels_has_their_number_as_its_rank() -> None:
    wide, narrow = 12, 3
    assert rank(drawn(wide, narrow)) == narrow
    assert rank(product(drawn(wide, narrow), drawn(narrow, wide))) == narrow


@EACH_LANGUAGE
def test_the_bottleneck_of_64_of_256_channels_loses_192_directions(language: str) -> None:
    text = card(language, "rank")
    wide, narrow = 256, 64
    assert [number for number in asked(text) if number > 1][:3] == [wide, narrow, wide]
    gap = {"en": f"==rank {narrow}==", "zh": f"==秩不超过{narrow}=="}
    assert gap[language] in text
    assert f"{wide}×{narrow}" in text
    assert f"{wide}×{wide}" in text
    lost = {"en": f"of {wide} directions at least {wide - narrow}", "zh": f"{wide}个方向里至少丢掉{wide - narrow}个"}
    assert lost[language] in text
    through = {"en": f"rank of {narrow} at most", "zh": f"秩最多是{narrow}"}
    assert through[language] in card(language, "interview")


@EACH_LANGUAGE
def test_a_reduction_before_a_5x5_saves_the_stated_factor(language: str) -> None:
    text = card(language, "reduce-first")
    assert asked(text) == [5, 5, 192, 32, 1, 1, 192, 16]
    direct = macs(5, 192, 32)
    reduced = macs(1, 192, 16) + macs(5, 16, 32)
    million = 10**6
    stated = {
        "en": (
            f"= {direct / million:.1f} million",
            f"{reduced / million:.1f} million",
            "About 10 times",
            "to a twelfth",
        ),
        "zh": (f"{direct / million / 100:.3f}亿", f"{reduced / million / 100:.3f}亿", "约十分之一", "十二分之一"),
    }
    assert all(words in text for words in stated[language])
    assert re.findall(r"`(28²·[\d·]+)`", text) == ["28²·25·192·32", "28²·192·16", "28²·25·16·32"]
    assert {"en": "{:.1f} times less", "zh": "{:.1f}倍"}[language].format(direct / reduced) in text
    assert (round(direct / reduced), 192 / 16) == (10, 12)


def changes_of_shape(network: Path) -> int:
    """The projections in a network's description: what stands behind `shortcut` in its residual blocks."""
    return len(re.findall(r"^ *shortcut\b", network.read_text(encoding="utf-8"), re.MULTILINE))


@EACH_LANGUAGE
def test_resnets_have_as_many_projections_as_stages_that_change_the_shape(language: str) -> None:
    sides = [56, 56, 28, 14, 7]
    widths = {"resnet50": [64, 256, 512, 1024, 2048], "resnet18": [64, 64, 128, 256, 512]}
    stated = {
        "en": ("ResNet-50 has {} projections", "which leaves {}."),
        "zh": ("ResNet-50共有{}个投影", "只有{}个投影"),
    }
    for (name, channels), words in zip(widths.items(), stated[language], strict=True):
        changes = sum(before != after for before, after in pairwise(zip(channels, sides, strict=True)))
        assert changes_of_shape(CONTENT / "networks" / f"{name}.net") == changes
        assert words.format(changes) in card(language, "projection")
