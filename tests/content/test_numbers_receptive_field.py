"""The numbers of the receptive-field cards, found by walking back from one unit to the input."""

from typing import NamedTuple

from tests.content.sections import EACH_LANGUAGE, notes, section

DECK, TOPIC = "07-receptive-field-sampling", "receptive-field"


class Layer(NamedTuple):
    kernel: int
    stride: int = 1
    dilation: int = 1
    padding: int = 0


def field(layers: list[Layer], unit: int = 1000) -> tuple[int, int]:
    """First input position that reaches the unit and the number of positions to the last one."""
    reached = {unit}
    for layer in reversed(layers):
        reached = {
            position * layer.stride - layer.padding + tap * layer.dilation
            for position in reached
            for tap in range(layer.kernel)
        }
    return min(reached), max(reached) - min(reached) + 1


def size(layers: list[Layer]) -> int:
    return field(layers)[1]


def paths(depth: int, kernel: int = 3) -> list[int]:
    """Number of ways from every input position to one unit behind stride-1 layers."""
    counts = [1]
    for _ in range(depth):
        padded = [0] * (kernel - 1) + counts + [0] * (kernel - 1)
        counts = [sum(padded[i : i + kernel]) for i in range(len(counts) + kernel - 1)]
    return counts


def central_window(counts: list[int], share: float = 0.95) -> int:
    """Width of the smallest centred window that holds this share of all paths."""
    centre = len(counts) // 2
    for half in range(centre + 1):
        if sum(counts[centre - half : centre + half + 1]) >= share * sum(counts):
            return 2 * half + 1
    raise AssertionError("the whole line holds every path")


def card(language: str, card_id: str) -> str:
    return section(DECK, TOPIC, language, card_id)


STACK = [Layer(7, 2), Layer(3, 2), Layer(3), Layer(3)]


@EACH_LANGUAGE
def test_three_3x3_layers_see_7_positions(language: str) -> None:
    assert [size([Layer(3)] * depth) for depth in (1, 2, 3)] == [3, 5, 7]
    text = card(language, "interview")
    assert {"en": "three 3×3 of stride 1 give 7", "zh": "三层步幅1的3×3得7"}[language] in text


@EACH_LANGUAGE
def test_both_rules_of_the_notes_agree_with_counting(language: str) -> None:
    samples = [STACK, [Layer(3, 2, 2), Layer(5, 3), Layer(2, 2), Layer(3, 1, 4)], [Layer(1)] * 5]
    for layers in samples:
        upward, jump = 1, 1
        for layer in layers:
            upward += (layer.kernel - 1) * layer.dilation * jump
            jump *= layer.stride
        downward = 1
        for layer in reversed(layers):
            downward = (downward - 1) * layer.stride + layer.dilation * (layer.kernel - 1) + 1
        assert size(layers) == upward == downward
    text = notes(DECK, TOPIC, language)
    assert "`r ← r + (k−1)·d·j`" in text
    assert "`r ← (r−1)·s + d·(k−1) + 1`" in text


@EACH_LANGUAGE
def test_vgg16_reaches_196_and_212(language: str) -> None:
    vgg: list[Layer] = []
    for convolutions in (2, 2, 3, 3, 3):
        vgg += [Layer(3, padding=1)] * convolutions + [Layer(2, 2)]
    assert (size(vgg[:-1]), size(vgg)) == (196, 212)
    text = notes(DECK, TOPIC, language)
    assert {"en": "VGG-16 reaches 196", "zh": "感受野是196"}[language] in text
    assert {"en": "212 after the last pooling", "zh": "最后一次池化之后是212"}[language] in text


@EACH_LANGUAGE
def test_a_layer_adds_its_reach_times_the_strides_before_it(language: str) -> None:
    for own_stride in (1, 2, 5):
        below = [Layer(3, 2), Layer(5, 3)]
        assert size([*below, Layer(3, own_stride, 4)]) - size(below) == (3 - 1) * 4 * (2 * 3)
    text = card(language, "jump")
    assert "(k−1)·d·j" in text
    assert {"en": "==the earlier layers==", "zh": "==前面各层=="}[language] in text


@EACH_LANGUAGE
def test_the_stack_with_strides_sees_27_positions_and_the_slip_gives_19(language: str) -> None:
    text = card(language, "stack-with-strides")
    assert "7/2, 3/2, 3/1, 3/1" in text.replace("、", ", ")
    assert [size(STACK[:depth]) for depth in (1, 2, 3, 4)] == [7, 11, 19, 27]
    assert "\n27 | 27x27 | 27×27 | 27*27 | " in text
    assert all(step in text for step in ("7 + 2·2 = 11", "11 + 2·4 = 19", "19 + 2·4 = 27"))
    slip = 1
    for layer in STACK:
        slip = (slip - 1) * layer.stride + layer.kernel
    assert slip == 19
    assert {"en": "from the input up ends at 19", "zh": "最后得到的是19"}[language] in text
    down = [size(STACK[-depth:]) for depth in (1, 2, 3, 4)]
    assert down == [3, 5, 11, 27]
    assert {"en": "(3, 5, 11, 27)", "zh": "（3、5、11、27）"}[language] in text


@EACH_LANGUAGE
def test_of_the_four_changes_only_padding_keeps_the_size(language: str) -> None:
    before = [Layer(3, padding=1), Layer(3, padding=1), Layer(3, padding=1)]
    own, below = before[-1], before[:-1]
    first, second = below
    start, width = field(before)
    moved, same = field([*below, own._replace(padding=2)])
    assert (moved != start, same) == (True, width)
    assert size([*below, own._replace(dilation=2)]) - size(below) == 2 * (width - size(below))
    assert size([first._replace(stride=2), second, own]) > width
    assert size([*below, Layer(2), own]) > width
    assert size([*below, Layer(2, 2), own]) > size([*below, Layer(2), own])
    right = {"en": "- [x] Padding 1 → 2", "zh": "- [x] 该卷积的填充由1改为2"}
    assert right[language] in card(language, "no-effect")


@EACH_LANGUAGE
def test_the_stacks_are_in_the_order_of_their_fields(language: str) -> None:
    text = card(language, "order-sizes")
    items = [line for line in text.splitlines() if line[:1].isdigit()]
    marks = ["1×1", "3×3", "4", "7×7", "2"]
    assert len(items) == 5
    assert all(mark in item for mark, item in zip(marks, items, strict=True))
    stacks = [
        [Layer(1)] * 5,
        [Layer(3)] * 3,
        [Layer(3, 1, 4)],
        [Layer(7, 2), Layer(3)],
        [Layer(3, 2)] * 3,
    ]
    assert [size(stack) for stack in stacks] == [1, 7, 9, 11, 15]
    assert {"en": "1, 7, 9, 11 and 15", "zh": "1、7、9、11、15"}[language] in text
    assert "7 + 2·2" in text
    assert "3 + 2·2 + 2·4" in text


@EACH_LANGUAGE
def test_paths_crowd_at_the_centre(language: str) -> None:
    text = card(language, "effective")
    separator = {"en": ", ", "zh": "、"}[language]
    assert separator.join(str(count) for count in paths(3)) == separator.join("1367631")
    assert separator.join("1367631") in text
    assert (central_window(paths(10)), len(paths(10))) == (11, 21)
    assert (central_window(paths(50)), len(paths(50))) == (23, 101)
    stated = {
        "en": [
            "after 10 such layers the central 11 of 21 positions hold at least 95%",
            "after 50 the central 23 of 101",
        ],
        "zh": ["10层时，21个位置中央的11个就占了至少95%的路径；50层时，101个位置中只要中央的23个"],
    }
    joined = " ".join(text.split())
    assert all(phrase in joined for phrase in stated[language])
