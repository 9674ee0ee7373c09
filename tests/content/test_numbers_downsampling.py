"""The numbers of the downsampling cards, found by counting positions and multiply-adds."""

from tests.content.sections import EACH_LANGUAGE, notes, section

DECK, TOPIC = "07-receptive-field-sampling", "downsampling"


def positions_read(size: int, kernel: int, stride: int, padding: int = 0) -> set[int]:
    """Positions of a line that some window of the layer reads."""
    starts = range(-padding, size + padding - kernel + 1, stride)
    return {start + tap for start in starts for tap in range(kernel)} & set(range(size))


def share_read(size: int, kernel: int, stride: int, padding: int = 0) -> float:
    return (len(positions_read(size, kernel, stride, padding)) / size) ** 2


def multiply_adds(height: int, width: int, channels_in: int, channels_out: int) -> int:
    """Of a 3×3 convolution that keeps height and width."""
    return height * width * channels_out * 9 * channels_in


def space_to_depth(maps: list[list[list[int]]], block: int) -> list[list[list[int]]]:
    return [
        [row[dx::block] for row in channel[dy::block]] for channel in maps for dy in range(block) for dx in range(block)
    ]


def card(language: str, card_id: str) -> str:
    return section(DECK, TOPIC, language, card_id)


@EACH_LANGUAGE
def test_2x2_pooling_leaves_a_quarter_of_the_values(language: str) -> None:
    values = [[y * 8 + x for x in range(8)] for y in range(8)]
    pooled = [
        [max(values[y + dy][x + dx] for dy in (0, 1) for dx in (0, 1)) for x in range(0, 8, 2)] for y in range(0, 8, 2)
    ]
    kept = sum(map(len, pooled)) / sum(map(len, values))
    assert kept == 0.25
    text = card(language, "kept")
    assert "\n25% | 25 | 1/4 | 0.25 | .25 | " in text
    assert "75" in text
    assert {"en": "leave a quarter of the positions", "zh": "只剩四分之一"}[language] in card(language, "interview")


@EACH_LANGUAGE
def test_half_the_size_and_twice_the_channels_cost_the_same(language: str) -> None:
    before = multiply_adds(56, 56, 64, 64)
    assert multiply_adds(28, 28, 128, 128) == before
    assert multiply_adds(28, 28, 64, 64) * 4 == before
    assert 9 * (2 * 64) ** 2 == 4 * 9 * 64**2
    text = card(language, "cost-balance")
    assert "`9·(2C)² = 4·9·C²`" in text
    assert {"en": "\nThey are equal.\n", "zh": "\n相等。\n"}[language] in text
    assert {"en": "would cost a quarter", "zh": "只有前一层的四分之一"}[language] in text


@EACH_LANGUAGE
def test_only_the_strided_1x1_skips_three_quarters(language: str) -> None:
    assert share_read(8, kernel=1, stride=2) == 0.25
    assert share_read(8, kernel=2, stride=2) == 1
    assert share_read(8, kernel=3, stride=2, padding=1) == 1
    text = card(language, "skips-input")
    right = {"en": "- [x] 1×1 convolution with stride 2", "zh": "- [x] 步幅2的1×1卷积"}
    assert right[language] in text
    assert {"en": "three quarters", "zh": "四分之三"}[language] in text


@EACH_LANGUAGE
def test_space_to_depth_makes_256x16x16_of_64x32x32(language: str) -> None:
    maps = [[[(c * 32 + y) * 32 + x for x in range(32)] for y in range(32)] for c in range(64)]
    deep = space_to_depth(maps, 2)
    assert (len(deep), len(deep[0]), len(deep[0][0])) == (256, 16, 16)
    values = {value for channel in deep for row in channel for value in row}
    assert len(values) == 65536
    text = card(language, "space-to-depth")
    assert "64×32×32" in text.splitlines()[0]
    assert "\n256×16×16\n" in text
    assert "64·4 = 256" in text
    assert "65536" in text


def test_subsampling_without_a_filter_depends_on_the_shift_and_with_one_much_less() -> None:
    signal = [0, 1] * 16
    shifted = signal[1:] + signal[:1]
    assert (set(signal[::2]), set(shifted[::2])) == ({0}, {1})
    blurred = [(signal[i - 1] + 2 * signal[i] + signal[(i + 1) % 32]) / 4 for i in range(32)]
    assert set(blurred[::2]) == set(blurred[1::2]) == {0.5}


@EACH_LANGUAGE
def test_the_drawing_of_the_notes_shows_the_window_maxima(language: str) -> None:
    text = notes(DECK, TOPIC, language)
    lines = [line for line in text.split("```")[1].splitlines() if line.startswith("│")]
    rows, shown = (
        [[int(ch) for ch in half if ch.isdigit()] for half in halves if "│" in half]
        for halves in ([line[:17] for line in lines], [line[17:] for line in lines])
    )
    maxima = [[max(rows[y + dy][x + dx] for dy in (0, 1) for dx in (0, 1)) for x in (0, 2)] for y in (0, 2)]
    assert [len(row) for row in rows] == [4, 4, 4, 4]
    assert shown == maxima
