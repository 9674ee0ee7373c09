"""The numbers stated in the cards of transposed-convolution, found by stamping kernels."""

import re
from functools import partial

from tests.content.sections import EACH_LANGUAGE, flowing, notes

DECK, TOPIC = "06-convolution", "transposed-convolution"


def convolved(x: list[int], kernel: list[int], stride: int, padding: int = 0) -> list[int]:
    line = [0] * padding + x + [0] * padding
    starts = range(0, len(line) - len(kernel) + 1, stride)
    return [sum(w * line[start + i] for i, w in enumerate(kernel)) for start in starts]


def stamped(x: list[int], kernel: list[int], stride: int, padding: int = 0, extra: int = 0) -> list[int]:
    """Padding crops both ends; extra is one more position at the far end, if a stamp reaches it or not."""
    out = [0] * ((len(x) - 1) * stride + len(kernel) + extra)
    for i, value in enumerate(x):
        for j, weight in enumerate(kernel):
            out[i * stride + j] += value * weight
    return out[padding : len(out) - padding]


card = partial(flowing, DECK, TOPIC)


@EACH_LANGUAGE
def test_the_drawing_adds_the_stamps_up(language: str) -> None:
    text = notes(DECK, TOPIC, language)
    x, kernel = ([int(n) for n in found.split(",")] for found in re.findall(r"= \[([\d, ]+)\]", text)[:2])
    sums = next(line for line in text.splitlines() if line.startswith(("sum ", "相加")))
    assert [int(n) for n in re.findall(r"\d+", sums)] == stamped(x, kernel, 2)
    stamps = re.findall(r"^(\d) · kernel +([\d ]+)$", text, re.MULTILINE)
    assert [(int(v), [int(n) for n in row.split()]) for v, row in stamps] == [(v, [v * w for w in kernel]) for v in x]


def test_the_view_with_inserted_zeros_gives_the_same() -> None:
    x, kernel = [1, 3, 2], [2, 1, 4]
    for stride in (1, 2, 3):
        for padding in (0, 1):
            spread = [v for value in x for v in (value, *[0] * (stride - 1))][: (len(x) - 1) * stride + 1]
            view = convolved(spread, kernel[::-1], 1, len(kernel) - 1 - padding)
            assert view == stamped(x, kernel, stride, padding)


@EACH_LANGUAGE
def test_the_shape_comes_back_and_the_values_do_not(language: str) -> None:
    lists = [
        [int(n) for n in found.split(",")] for found in re.findall(r"`\[([\d, ]+)\]`", card(language, "shape-only"))
    ]
    kernel, x, down, up = lists
    assert convolved(x, kernel, 2) == down
    assert stamped(down, kernel, 2) == up != x
    assert len(up) == len(x)


def test_transposition_is_the_adjoint_of_the_convolution() -> None:
    x, y, kernel = [3, -1, 4, 1, -5, 9, 2], [2, 7, -1], [1, -8, 2]
    there = sum(a * b for a, b in zip(convolved(x, kernel, 2), y, strict=True))
    back = sum(a * b for a, b in zip(x, stamped(y, kernel, 2), strict=True))
    assert there == back


@EACH_LANGUAGE
def test_two_sizes_lead_to_4_and_output_padding_tells_them_apart(language: str) -> None:
    sizes = [n for n in range(1, 20) if len(convolved([1] * n, [1] * 3, 2, 1)) == 4]
    back = [len(stamped([1] * 4, [1] * 3, 2, 1, extra)) for extra in (0, 1)]
    assert sizes == back
    stated = {
        "en": f"turns {sizes[0]} positions into 4, and {sizes[1]} positions into 4, too. "
        f"On the way back 0 means {back[0]} and 1 means {back[1]}",
        "zh": f"输入{sizes[0]}个或{sizes[1]}个位置，输出都是4个。反过来时，取0得{back[0]}个，取1得{back[1]}个",
    }
    assert stated[language] in card(language, "output-padding")


@EACH_LANGUAGE
def test_padding_1_doubles_at_kernel_4_and_stride_2(language: str) -> None:
    fitting = [p for p in range(3) if all(len(stamped([1] * n, [1] * 4, 2, p)) == 2 * n for n in range(2, 9))]
    assert len(stamped([1] * 5, [1] * 3, 2, 1, 1)) == 10
    assert all(len(stamped([1] * 5, [1] * (2 * s), s, s // 2)) == 5 * s for s in (2, 4, 6))
    assert f"--- {fitting[0]} | padding={fitting[0]} | " in card(language, "doubling")
    assert len(fitting) == 1


@EACH_LANGUAGE
def test_kernel_3_overlaps_unevenly_and_kernel_4_does_not(language: str) -> None:
    inside = stamped([1] * 6, [1] * 3, 2)[2:-2]
    assert set(stamped([1] * 6, [1] * 4, 2)[2:-2]) == {2}
    joint = {"en": ", ", "zh": "、"}[language]
    text = card(language, "checkerboard")
    assert joint.join(map(str, inside[1:5])) in text
    both = [str(n) for n in sorted({a * b for a in inside for b in inside})]
    assert {"en": f"{both[0]}, {both[1]} or {both[2]}", "zh": "、".join(both)}[language] in text


@EACH_LANGUAGE
def test_at_stride_1_padding_2_shrinks_the_map(language: str) -> None:
    size = len(stamped([1] * 8, [1] * 3, 1, 2))
    stated = {"en": f"8 positions become {size} at k = 3, p = 2", "zh": f"k = 3、p = 2时，8个位置变成{size}个"}
    assert stated[language] in card(language, "interview")
