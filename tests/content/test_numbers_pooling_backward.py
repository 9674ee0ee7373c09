"""The numbers stated in the notes and cards of pooling-backward."""

import re
from fractions import Fraction

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "07-receptive-field-sampling", "pooling-backward"
Map = list[list[float]]


def cells(top: int, left: int) -> list[tuple[int, int]]:
    return [(top + i, left + j) for i in range(2) for j in range(2)]


def loss(image: Map, stride: int, upstream: float, *, largest: bool) -> float:
    """The upstream gradient times the sum of all outputs of 2×2 pooling."""
    corners = range(0, len(image) - 1, stride)
    windows = [[image[i][j] for i, j in cells(top, left)] for top in corners for left in corners]
    return upstream * sum(max(w) if largest else sum(w) / 4 for w in windows)


def gradient(image: Map, stride: int, upstream: float, *, largest: bool) -> list[float]:
    """By small changes of one value at a time."""
    before = loss(image, stride, upstream, largest=largest)
    found = []
    for i, row in enumerate(image):
        for j in range(len(row)):
            changed = [list(r) for r in image]
            changed[i][j] += 1e-6
            found.append((loss(changed, stride, upstream, largest=largest) - before) / 1e-6)
    return found


def numbers(line: str) -> list[float]:
    return [float(n) for n in re.findall(r"\d+(?:\.\d+)?", line)]


@EACH_LANGUAGE
def test_the_drawing_shows_outputs_and_gradients(language: str) -> None:
    drawing = notes(DECK, TOPIC, language).split("```text\n")[1].split("```")[0]
    rows = [values for line in drawing.splitlines() if (values := numbers(line))]
    first, second, outputs, upstream, *gradients = rows
    image = [first[:2], second[:2]]
    assert [first[2:], second[2:]] == image
    assert outputs == [loss(image, 2, 1, largest=True), loss(image, 2, 1, largest=False)]
    shown = [[value for row in gradients for value in row[part]] for part in (slice(2), slice(2, 4))]
    assert upstream[0] == upstream[1]
    assert shown[0] == pytest.approx(gradient(image, 2, upstream[0], largest=True))
    assert shown[1] == pytest.approx(gradient(image, 2, upstream[0], largest=False))


@EACH_LANGUAGE
def test_the_center_wins_in_as_many_windows_as_stated(language: str) -> None:
    found = gradient([[1, 2, 3], [4, 9, 5], [6, 7, 8]], 1, 1, largest=True)
    assert found[:4] + found[5:] == pytest.approx([0] * 8)
    answer = accepted(section(DECK, TOPIC, language, "overlap"))[0]
    assert float(answer) == pytest.approx(found[4])


@EACH_LANGUAGE
def test_the_padded_corner_has_the_stated_mean(language: str) -> None:
    padded = [[int(0 < i < 4 and 0 < j < 4) for j in range(5)] for i in range(5)]
    ones = sum(padded[i][j] for i in range(3) for j in range(3))
    answers = accepted(section(DECK, TOPIC, language, "padded-average"))
    assert answers[0] == str(Fraction(ones, 9))
    assert f"{ones / 9:.2f}" in answers
    stated = {"en": f"divisor is {ones}", "zh": f"则除以{ones}"}
    assert stated[language] in section(DECK, TOPIC, language, "padded-average")


@EACH_LANGUAGE
def test_a_shift_leaves_the_window_from_one_of_two_places(language: str) -> None:
    leaving = [place for place in (0, 1) if (place + 1) // 2 != place // 2]
    assert len(leaving) == 1
    stated = {"en": "a shift to the right leads out of it from one of", "zh": "其中一个就会移出窗口"}
    assert stated[language] in section(DECK, TOPIC, language, "shift-tolerance")


@EACH_LANGUAGE
@pytest.mark.parametrize("largest", [True, False])
def test_no_gradient_is_lost_with_or_without_overlap(language: str, largest: bool) -> None:
    image: Map = [[3, 14, 1, 8], [5, 9, 2, 6], [12, 4, 15, 7], [10, 13, 0, 11]]
    for stride, outputs in ((2, 4), (1, 9)):
        assert sum(gradient(image, stride, 1, largest=largest)) == pytest.approx(outputs)
    stated = {"en": "whether windows overlap or not", "zh": "不论窗口是否重叠"}
    assert stated[language] in notes(DECK, TOPIC, language)
