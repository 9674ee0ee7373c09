"""What the notes and cards of cnn-vs-mlp state that can be computed."""

import re

import pytest

from tests.content.sections import EACH_LANGUAGE, accepted, notes, section

DECK, TOPIC = "08-architectures", "cnn-vs-mlp"

Image = list[list[int]]
KERNELS: list[Image] = [[[1, -2, 0], [3, 1, -1], [0, 2, -3]], [[0, 1, 2], [-1, 4, -2], [-3, 0, 1]]]
OBJECT = [(0, 0), (1, 0), (2, 0), (2, 1)]


def drawn(cells: list[tuple[int, int]], row: int, column: int, size: int = 24) -> Image:
    """An image that is empty but for these cells, moved by so many rows and columns."""
    return [[int((r - row, c - column) in cells) for c in range(size)] for r in range(size)]


def convolved(image: Image, kernel: Image) -> Image:
    """Stride 1, ReLU, the border filled up with zeros."""
    size = len(image)
    padded = [[0] * (size + 2), *([0, *row, 0] for row in image), [0] * (size + 2)]
    return [
        [max(0, sum(kernel[i][j] * padded[r + i][c + j] for i in range(3) for j in range(3))) for c in range(size)]
        for r in range(size)
    ]


def turned(image: Image) -> Image:
    return [list(line) for line in zip(*image[::-1], strict=True)]


def mirrored(image: Image) -> Image:
    return [line[::-1] for line in image]


def output(image: Image) -> int:
    """Two convolutions and the sum over all positions, which is the average but for a factor."""
    for kernel in KERNELS:
        image = convolved(image, kernel)
    return sum(map(sum, image))


def trained(samples: list[list[float]], first: list[list[float]], last: list[float]) -> list[float]:
    """The outputs of an MLP with one hidden layer of ReLUs after 20 steps on the squared error to 1."""
    first, last = [list(row) for row in first], list(last)
    for _ in range(20):
        for x in samples:
            hidden = [max(0.0, sum(w * v for w, v in zip(row, x, strict=True))) for row in first]
            error = sum(a * h for a, h in zip(last, hidden, strict=True)) - 1
            for unit, h in enumerate(hidden):
                slope = error * last[unit] * (h > 0)
                last[unit] -= 0.05 * error * h
                first[unit] = [w - 0.05 * slope * v for w, v in zip(first[unit], x, strict=True)]
    hiddens = [[max(0.0, sum(w * v for w, v in zip(row, x, strict=True))) for row in first] for x in samples]
    return [sum(a * h for a, h in zip(last, hidden, strict=True)) for hidden in hiddens]


def test_an_mlp_on_shuffled_pixels_with_shuffled_weights_learns_the_same() -> None:
    order = [2, 0, 3, 1]
    samples, first = [[1.0, 0.2, 0.0, 0.5], [0.3, 0.9, 0.7, 0.1]], [[0.4, -0.1, 0.2, 0.3], [0.1, 0.5, -0.2, 0.6]]
    shuffled = [[x[i] for i in order] for x in samples], [[row[i] for i in order] for row in first]
    assert trained(*shuffled, [0.3, 0.8]) == pytest.approx(trained(samples, first, [0.3, 0.8]))
    assert trained(shuffled[0], first, [0.3, 0.8]) != pytest.approx(trained(samples, first, [0.3, 0.8]))


@EACH_LANGUAGE
def test_the_drawing_shuffles_the_pixels_and_loses_none(language: str) -> None:
    rows = re.findall(r"^ ([.#] [.#] [.#]) +(?:──► +)?([.#] [.#] [.#])", notes(DECK, TOPIC, language), re.MULTILINE)
    assert len(rows) == 3
    before, after = ("".join(row[side] for row in rows) for side in (0, 1))
    assert sorted(before) == sorted(after)
    assert before != after


@EACH_LANGUAGE
def test_a_5x5_pattern_has_576_places_in_a_28x28_image(language: str) -> None:
    text = section(DECK, TOPIC, language, "positions")
    size, pattern = 28, 5
    places = [(r, c) for r in range(size) for c in range(size) if r + pattern <= size and c + pattern <= size]
    assert f"{pattern}×{pattern}" in text.splitlines()[0]
    assert f"{size}×{size}" in text.splitlines()[0]
    assert accepted(text)[0] == str(len(places))
    along = len({r for r, _ in places})
    assert f"`{size} − {pattern} + 1 = {along}`" in text
    assert f"`{along}² = {len(places)}`" in text


def test_moving_the_object_moves_the_map_and_leaves_the_average() -> None:
    for row, column in ((11, 8), (8, 11)):
        moved = convolved(drawn(OBJECT, row, column), KERNELS[0])
        down, right = row - 8, column - 8
        as_it_was = convolved(drawn(OBJECT, 8, 8), KERNELS[0])
        assert [line[right:] for line in moved[down:]] == [line[: 24 - right] for line in as_it_was[: 24 - down]]
        assert moved != as_it_was
        assert output(drawn(OBJECT, row, column)) == output(drawn(OBJECT, 8, 8)) > 0


def test_a_turned_or_mirrored_image_does_not_turn_or_mirror_the_map() -> None:
    image = drawn(OBJECT, 8, 8)
    for change in (turned, mirrored):
        assert change(image) != image
        assert convolved(change(image), KERNELS[0]) != change(convolved(image, KERNELS[0]))
        assert output(change(image)) != output(image)
