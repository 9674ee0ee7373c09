"""The numbers stated in the cards of group-convolution."""

from functools import partial

from tests.content.sections import EACH_LANGUAGE, asked, flowing

DECK, TOPIC = "06-convolution", "group-convolution"


def connections(channels: int, filters: int, groups: int) -> list[tuple[int, int]]:
    """All pairs of a filter and a channel that it reads."""
    return [(f, c) for f in range(filters) for c in range(channels) if f * groups // filters == c * groups // channels]


def weights(k: int, channels: int, filters: int, groups: int = 1) -> int:
    return k * k * len(connections(channels, filters, groups))


def shuffled(channels: list[int], groups: int) -> list[int]:
    """Groups as rows, transposed, read row by row."""
    each = len(channels) // groups
    rows = [channels[start : start + each] for start in range(0, len(channels), each)]
    return [channel for column in zip(*rows, strict=True) for channel in column]


card = partial(flowing, DECK, TOPIC)


@EACH_LANGUAGE
def test_with_as_many_groups_as_channels_every_filter_reads_one(language: str) -> None:
    for filters in (6, 12):
        assert len(connections(6, filters, 6)) == filters
    assert "g = ==C==" in card(language, "depthwise-limit")
    assert "`k²·C'`" in card(language, "depthwise-limit")


@EACH_LANGUAGE
def test_eight_groups_leave_an_eighth_of_the_weights(language: str) -> None:
    one, eight = weights(3, 256, 256), weights(3, 256, 256, 8)
    assert one == 8 * eight
    text = card(language, "eighth")
    assert asked(text) == [256, 256, 8]
    assert f"{one:,}" in text
    assert f"{eight:,}" in text
    each = len({f for f, c in connections(256, 256, 8) if c == 0})
    assert {"en": f"8 groups make {each} each", "zh": f"8组各出{each}个"}[language] in text


def test_stacked_layers_with_the_same_groups_never_mix_them() -> None:
    layer = connections(12, 12, 3)
    seen = {unit: {unit} for unit in range(12)}
    for _ in range(5):
        seen = {f: set().union(*(seen[c] for g, c in layer if g == f)) for f in range(12)}
    assert {len(inputs) for inputs in seen.values()} == {12 // 3}


@EACH_LANGUAGE
def test_a_shuffle_of_six_channels_interleaves_the_halves(language: str) -> None:
    order = shuffled(list(range(6)), 2)
    text = card(language, "shuffle")
    assert "} " + " ".join(map(str, order)) + " | " in text
    first = {"en": ", ".join(map(str, order[:3])), "zh": "、".join(map(str, order[:3]))}
    assert {"en": f"gets {first['en']}:", "zh": f"拿到的是{first['zh']}，"}[language] in text
    assert {channel // 3 for channel in order[:3]} == {0, 1}


@EACH_LANGUAGE
def test_32_groups_pay_for_twice_the_width(language: str) -> None:
    plain, grouped = weights(3, 64, 64), weights(3, 128, 128, 32)
    resnet = weights(1, 256, 64) + plain + weights(1, 64, 256)
    resnext = weights(1, 256, 128) + grouped + weights(1, 128, 256)
    text = card(language, "resnext")
    assert asked(text) == [256, 64, 64, 256, 256, 128, 128, 256]
    assert all(f"{number:,}" in text for number in (plain, grouped, resnet, resnext))
    assert abs(resnext / resnet - 1) < 0.01
