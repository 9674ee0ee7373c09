"""The numbers stated in the cards of non-convergence."""

import re
import struct
from math import ceil, log

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, section

DECK, TOPIC = "05-optimization", "non-convergence"


def converges(curvature: float, rate: float) -> bool:
    """Whether gradient descent on curvature·w²/2 comes near 0."""
    w = 1.0
    for _ in range(20000):
        w -= rate * curvature * w
    return abs(w) < 1e-3


@EACH_LANGUAGE
def test_an_even_guess_has_the_stated_loss(language: str) -> None:
    text = section(DECK, TOPIC, language, "stuck")
    assert {"en": "10 equally frequent classes", "zh": "10类分类器"}[language] in text
    loss = f"{log(10):.3f}"
    assert loss in text.splitlines()[0]
    assert f"`ln 10 ≈ {loss}`" in text


@EACH_LANGUAGE
def test_the_steepest_direction_sets_the_stated_limit(language: str) -> None:
    text = section(DECK, TOPIC, language, "max-rate")
    flat, steep = (float(n) for n in re.findall(r"0\.1|50", text.splitlines()[0]))
    limit = float(accepted(text)[0])
    assert converges(steep, 0.999 * limit)
    assert not converges(steep, 1.001 * limit)
    assert f"`{limit}·{flat} = {100 * limit * flat:.1f}%`" in text


@EACH_LANGUAGE
def test_the_flattest_direction_needs_the_stated_steps_to_halve(language: str) -> None:
    steps = ceil(log(0.5) / log(1 - 0.04 * 0.1))
    text = " ".join(section(DECK, TOPIC, language, "max-rate").split("\n"))
    assert {"en": f"needs {steps} steps to halve", "zh": f"减半要{steps}步"}[language] in text


@EACH_LANGUAGE
def test_fp16_ends_where_stated(language: str) -> None:
    (largest,) = struct.unpack("<e", b"\xff\x7b")
    assert largest == (2 - 2**-10) * 2**15
    with pytest.raises(OverflowError):
        struct.pack("<e", largest + 16)
    text = section(DECK, TOPIC, language, "fp16-range")
    assert f"=={largest:.0f}==" in text.splitlines()[0]
    assert f"`(2 − 2⁻¹⁰)·2¹⁵ = {largest:.0f}`" in text


@EACH_LANGUAGE
def test_bf16_has_about_the_stated_range(language: str) -> None:
    largest = {bits: (2 - 2.0**-bits) * 2.0**127 for bits in (7, 23)}
    assert {f"{value:.1e}" for value in largest.values()} == {"3.4e+38"}
    assert "`3.4·10³⁸`" in section(DECK, TOPIC, language, "fp16-range")
