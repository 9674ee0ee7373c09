"""The numbers on the speed of depthwise convolution, except for the timings, which were measured."""

import re
from functools import partial

from quizapp.render.spans import width_of
from tests.content.sections import EACH_LANGUAGE, flowing, notes

DECK, TOPIC = "09-efficiency-systems", "depthwise-speed"
pytestmark = EACH_LANGUAGE
BATCH, SIDE, CHANNELS, FLOAT32, FP16 = 8, 56, 256, 4, 2
VALUES = BATCH * SIDE * SIDE * CHANNELS
"""Of a map, which is as large behind a layer as before it."""
A100_FLOPS, A100_BYTES = 312e12, 2039e9
RIDGE = A100_FLOPS / A100_BYTES


def weights(kernel: int, groups: int = 1) -> int:
    return kernel * kernel * CHANNELS * CHANNELS // groups


def flops(kernel: int, groups: int = 1) -> int:
    return 2 * BATCH * SIDE * SIDE * weights(kernel, groups)


def moved(kernel: int, groups: int = 1, width: int = FLOAT32) -> int:
    return width * (2 * VALUES + weights(kernel, groups))


def intensity(kernel: int, groups: int = 1, width: int = FLOAT32) -> float:
    return flops(kernel, groups) / moved(kernel, groups, width)


card = partial(flowing, DECK, TOPIC)


def test_the_table_counts_operations_and_bytes(language: str) -> None:
    rows = re.findall(r"×\d +\| +([\d.]+) \| +([\d.]+) \|", notes(DECK, TOPIC, language))
    layers = ((3, 1), (1, 1), (3, CHANNELS))
    assert rows == [(f"{flops(*layer) / 1e9:.3g}", f"{moved(*layer, FP16) / 1e6:.1f}") for layer in layers]


def test_the_drawing_marks_the_intensities_and_the_ridge(language: str) -> None:
    drawn = notes(DECK, TOPIC, language)
    marked = re.findall(r"^ +(\d\.\d) +(\d+) (\d+) +(\d+)$", drawn, re.MULTILINE)
    places = [intensity(1, 1, FP16), RIDGE, intensity(3, 1, FP16)]
    assert places == sorted(places)
    assert marked == [(f"{intensity(3, CHANNELS, FP16):.1f}", *(f"{place:.0f}" for place in places))]
    roof, sides = (next(line for line in drawn.splitlines() if sign in line) for sign in ("╭", " │ "))
    assert width_of(roof.partition("╭")[0]) == width_of(sides.partition("│")[0])


def test_256_times_fewer_operations_took_about_40_times_less_time(language: str) -> None:
    text = " ".join(notes(DECK, TOPIC, language).split())
    ordinary, _, depthwise = re.findall(r"(57)[,、] ?(7)(?: and |、)(1\.4)", text)[0]
    fewer, less = flops(3) // flops(3, CHANNELS), round(float(ordinary) / float(depthwise), -1)
    stated = {
        "en": f"{fewer} times fewer FLOPs than the ordinary one, but only about {less:.0f} times less",
        "zh": f"1/{fewer}，时间却只降到约1/{less:.0f}",
    }
    assert stated[language] in text


def test_a_3x3_depthwise_convolution_does_4_5_flops_a_byte_in_fp16(language: str) -> None:
    each = 2 * 3**2
    half, single = (each / (2 * width) for width in (FP16, FLOAT32))
    stated = {
        "en": f"{each} FLOPs for {2 * FP16} bytes, {half} FLOP/byte. In float32 it is half of that, {single}.",
        "zh": f"{2 * FP16}字节{each} FLOPs，即{half} FLOP/字节；换成float32减半，为{single}。",
    }
    assert stated[language] in " ".join(notes(DECK, TOPIC, language).split())
    ridge = {"en": f"/byte in FP16; an A100's ridge is at {RIDGE:.0f}.", "zh": f"/字节，A100的脊点是{RIDGE:.0f}。"}
    assert f"{half} FLOP{ridge[language]}" in card(language, "interview")


def test_the_bytes_fall_by_4_percent_because_the_maps_stay(language: str) -> None:
    text = card(language, "traffic")
    saved = 1 - moved(3, CHANNELS) / moved(3)
    assert {"en": f"by only {saved:.0%},", "zh": f"只少了{saved:.0%}？"}[language] in text
    assert f"{FLOAT32 * 2 * VALUES / 1e6:.1f} MB" in text
    assert f"{FLOAT32 * weights(3) / 1e6:.1f} MB" in text
    assert f"{FLOAT32 * weights(3, CHANNELS) // 1000} KB" in text


def test_the_roof_over_a_depthwise_convolution_is_at_3_percent_of_an_a100s_peak(language: str) -> None:
    text = card(language, "a100-share")
    bound = 2 * 3**2 / (2 * FP16) * A100_BYTES
    assert f"{bound / A100_FLOPS:.0%} | 3 | {bound / A100_FLOPS:.1%} | " in text
    assert f"· 2.039 TB/s = {bound / 1e12:.1f} TFLOP/s`" in text
    assert f"`312/2.039 = {RIDGE:.0f}`" in text
    assert "4.5 FLOP" in text.split(" {#")[0]


def test_the_layers_are_in_the_order_of_their_intensities(language: str) -> None:
    text = card(language, "by-intensity")
    values = [1 / (2 * FLOAT32), intensity(3, CHANNELS), intensity(7, CHANNELS), intensity(1), intensity(3)]
    assert values == sorted(values)
    listed = re.findall(r"[\d.]+", text[text.index(str(values[0])) :])[:5]
    assert listed == [f"{value:.{places}f}" for value, places in zip(values, (3, 2, 1, 0, 0), strict=True)]
    assert f"{flops(7, CHANNELS) / flops(3, CHANNELS):.1f}" in text
    ratio = f"{intensity(1) / intensity(3, CHANNELS):.0f}"
    assert {"en": f"at {ratio} times", "zh": f"的{ratio}倍"}[language] in card(language, "interview")


def test_a_5x5_kernel_raises_the_intensity_2_8_fold(language: str) -> None:
    grown = f"{intensity(5, CHANNELS) / intensity(3, CHANNELS):.1f}"
    assert {"en": f"grows {grown} times", "zh": f"原来的{grown}倍"}[language] in card(language, "raise-bound")
