"""The numbers stated in the cards of depthwise-separable."""

import random
import re
from functools import partial

import pytest

from tests.content.sections import EACH_LANGUAGE, asked, flowing, notes

DECK, TOPIC = "06-convolution", "depthwise-separable"


def weights(k: int, channels: int, filters: int, groups: int = 1) -> int:
    """Also the multiply-adds at one output position."""
    return k * k * (channels // groups) * filters


def pointwise_share(k: int, channels: int, filters: int) -> float:
    pointwise = weights(1, channels, filters)
    return pointwise / (pointwise + weights(k, channels, channels, channels))


def saving(k: int, channels: int, filters: int) -> float:
    """How many times less the separable convolution costs."""
    separable = weights(k, channels, channels, channels) + weights(1, channels, filters)
    return weights(k, channels, filters) / separable


card = partial(flowing, DECK, TOPIC)


@EACH_LANGUAGE
def test_the_notes_give_the_share_and_the_saving_at_256_channels(language: str) -> None:
    text = notes(DECK, TOPIC, language)
    factor = saving(3, 64, 256)
    assert f"{1 / factor:.3f}" in text
    assert {"en": f"{factor:.1f} times less", "zh": f"1/{factor:.1f}"}[language] in text
    assert 1 / factor == pytest.approx(1 / 256 + 1 / 3**2)


@EACH_LANGUAGE
def test_the_bars_of_the_drawing_are_as_long_as_the_channels_are_many(language: str) -> None:
    text = notes(DECK, TOPIC, language)
    rows = [(int(number), len(bar)) for number, bar in re.findall(r"(\d+) +(█+)", text)]
    left, right = rows[::2], rows[1::2]
    for block in (left, right):
        per_cell = block[0][0] / block[0][1]
        assert [number / bar for number, bar in block] == [per_cell] * 4
    a, b, c, d = (number for number, _ in left)
    bottleneck = weights(1, a, b) + weights(3, b, c) + weights(1, c, d)
    e, f, g, h = (number for number, _ in right)
    inverted = weights(1, e, f) + weights(3, f, g, f) + weights(1, g, h)
    stated = {"en": f"{bottleneck:,} and {inverted:,} weights", "zh": f"{bottleneck:,}和{inverted:,}个权重"}
    assert stated[language] in text
    assert f / e == 6
    assert f"{e}" in (v2 := card(language, "v2-block"))
    assert {"en": f"{e} to {f} channels", "zh": f"由{e}个通道到{f}个"}[language] in v2


@EACH_LANGUAGE
def test_the_pointwise_step_takes_nearly_all_multiply_adds(language: str) -> None:
    text = card(language, "pointwise-share")
    assert asked(text) == [3, 3, 256, 256, 1, 1]
    assert f"{100 * pointwise_share(3, 256, 256):.0f}%" in text
    assert f"`9·256` = {weights(3, 256, 256, 256):,}" in text
    assert f"`256·256` = {weights(1, 256, 256):,}" in text
    over, under = re.findall(r"= (\d+)/(\d+)`", text)[0]
    assert int(over) / int(under) == pointwise_share(3, 256, 256)
    assert f"{100 * pointwise_share(7, 256, 256):.0f}%" in text


@EACH_LANGUAGE
def test_from_72_output_channels_on_a_3x3_saves_8_to_9_times(language: str) -> None:
    first = next(filters for filters in range(1, 1000) if saving(3, 64, filters) >= 8)
    assert saving(3, 64, 10**6) < 9
    assert f"C' ≥ {first}" in card(language, "interview")


@EACH_LANGUAGE
def test_two_steps_are_one_convolution_whose_slices_are_multiples_of_a_pattern(language: str) -> None:
    draw = random.Random(7)
    channels, filters, taps, length = 3, 4, 3, 8
    x = [[draw.randint(-9, 9) for _ in range(length)] for _ in range(channels)]
    d = [[draw.randint(-9, 9) for _ in range(taps)] for _ in range(channels)]
    p = [[draw.randint(-9, 9) for _ in range(channels)] for _ in range(filters)]
    k = [[[p[o][i] * w for w in d[i]] for i in range(channels)] for o in range(filters)]
    for n in range(length - taps + 1):
        alone = [sum(x[i][n + m] * d[i][m] for m in range(taps)) for i in range(channels)]
        for o in range(filters):
            at_once = sum(x[i][n + m] * k[o][i][m] for i in range(channels) for m in range(taps))
            assert sum(p[o][i] * alone[i] for i in range(channels)) == at_once
    assert "`K[o, i] = P[o, i]·D[i]`" in card(language, "restricted")
