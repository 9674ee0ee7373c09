"""The numbers stated in the notes and cards of enlarge-receptive-field."""

import re
from math import sqrt

import pytest

from quizapp.language import LANGUAGES
from tests.content.sections import EACH_LANGUAGE, accepted, asked, notes, section

DECK, TOPIC = "07-receptive-field-sampling", "enlarge-receptive-field"
Layer = tuple[int, int, int]
"""Kernel, stride, dilation."""


def positions_seen(layers: list[Layer]) -> set[int]:
    """The input positions that reach unit 0, found by going back through the layers."""
    positions = {0}
    for kernel, stride, dilation in reversed(layers):
        positions = {p * stride + tap * dilation for p in positions for tap in range(kernel)}
    return positions


def field(layers: list[Layer]) -> int:
    return max(positions_seen(layers)) - min(positions_seen(layers)) + 1


PLAIN: Layer = (3, 1, 1)
DRAWN: list[list[Layer]] = [[PLAIN, PLAIN], [(3, 2, 1), PLAIN], [PLAIN, (3, 1, 2)]]


@EACH_LANGUAGE
def test_the_drawing_shows_what_two_layers_see(language: str) -> None:
    drawing = notes(DECK, TOPIC, language).split("```text\n")[1].split("```")[0].splitlines()
    seen, sizes = (re.split(r"\s{2,}", line.rstrip())[1:] for line in drawing[-2:])
    assert [row.count("■") for row in seen] == [len(positions_seen(layers)) for layers in DRAWN]
    assert [int(n) for n in sizes] == [field(layers) for layers in DRAWN]


@EACH_LANGUAGE
def test_a_third_layer_makes_the_stated_sizes(language: str) -> None:
    a, b, c = (field([*layers, PLAIN]) for layers in DRAWN)
    stated = {"en": f"would make them {a}, {b} and {c}:", "zh": f"三者依次变成{a}、{b}、{c}："}
    assert stated[language] in notes(DECK, TOPIC, language)


@EACH_LANGUAGE
def test_a_late_layer_adds_the_stated_number_of_pixels(language: str) -> None:
    before: list[Layer] = [(2, 2, 1)] * 4
    gain = field([*before, PLAIN]) - field(before)
    prompt, answer = section(DECK, TOPIC, language, "gain-after-stride").split("\n---\n")
    assert asked(prompt) == [2**4, 3, 3]
    assert accepted(answer)[0] == str(gain)
    assert f"`(3−1)·{2**4} = {gain}`" in answer


@EACH_LANGUAGE
def test_vgg16_grows_as_stated_in_its_last_convolutions(language: str) -> None:
    pool: Layer = (2, 2, 1)
    before = [PLAIN] * 2 + [pool] + [PLAIN] * 2 + [pool] + ([PLAIN] * 3 + [pool]) * 2
    first, last = field(before), field(before + [PLAIN] * 3)
    stated = {"en": f"from {first} to {last}", "zh": f"从{first}推到{last}"}
    assert stated[language] in section(DECK, TOPIC, language, "gain-after-stride")


@EACH_LANGUAGE
def test_an_early_stride_enlarges_the_field_as_stated(language: str) -> None:
    sizes = [field([(3, 2 if i == place else 1, 1) for i in range(5)]) for place in range(5)]
    assert sizes.index(max(sizes)) == 0
    assert sizes[4] == field([PLAIN] * 5)
    text = section(DECK, TOPIC, language, "stride-place")
    assert f"`3 + 4·4 = {sizes[0]}`" in text
    stated = {
        "en": f"in the third {sizes[2]}, in the last {sizes[4]}",
        "zh": f"第三层为{sizes[2]}；放在最后一层为{sizes[4]}",
    }
    assert stated[language] in text


@EACH_LANGUAGE
def test_the_layers_add_what_is_stated(language: str) -> None:
    before: list[Layer] = [(2, 2, 1)] * 2
    layers: list[Layer] = [(1, 1, 1), (2, 2, 1), PLAIN, (5, 1, 1), (3, 1, 3)]
    gains = [field([*before, layer]) - field(before) for layer in layers]
    assert gains == sorted(set(gains))
    words = [str(n) for n in gains]
    joined = {"en": ", ".join(words[:-1]) + f" and {words[-1]}", "zh": "、".join(words[:-1]) + f"和{words[-1]}"}
    assert joined[language] in section(DECK, TOPIC, language, "order-additions")


@pytest.mark.parametrize("depth", [3, 10, 40])
def test_the_paths_spread_as_stated(depth: int) -> None:
    paths = [1]
    for _ in range(depth):
        paths = [sum(paths[max(0, i - 2) : i + 1]) for i in range(len(paths) + 2)]
    variance = sum(n * (i - depth) ** 2 for i, n in enumerate(paths)) / sum(paths)
    assert sqrt(variance) == pytest.approx(sqrt(2 * depth / 3))
    assert all("`√(2n/3)`" in section(DECK, TOPIC, language, "effective-growth") for language in LANGUAGES)
