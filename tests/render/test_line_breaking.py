"""Where a line of Chinese, Latin or mixed text breaks."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import Span, fold
from tests.render.showing import folded

CLOSING = "，。、；：？！）】》」』”’…—～·％,.;:?!)]}%"
OPENING = "（【《「『“‘([{"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("感受野是输入区域", 8, ["感受野是", "输入区域"]),
        ("感受野大，池化小", 8, ["感受野", "大，池化", "小"]),
        ("他说“你好”。", 8, ["他说“你", "好”。"]),
        ("卷积（核）", 6, ["卷积", "（核）"]),
        ("the quick brown fox", 10, ["the quick", "brown fox"]),
        ("使用PyTorch训练", 8, ["使用", "PyTorch", "训练"]),
        ("占用 12 MB 内存", 9, ["占用", "12 MB 内", "存"]),
        ("学习率 0.1 降 50 %", 15, ["学习率 0.1 降", "50 %"]),
        ("一共有 12 层网络", 9, ["一共有", "12 层网络"]),
        ("请看第 3 章", 8, ["请看", "第 3 章"]),
        ("其中批次≥ 16", 10, ["其中批次", "≥ 16"]),
        ("令v = 0.001·g²", 11, ["令v", "= 0.001·g²"]),
        ("word , then", 6, ["word ,", "then"]),
        ("see ( a )", 6, ["see", "( a )"]),
        ("one—two", 5, ["one—", "two"]),
        ("好——坏", 5, ["好——", "坏"]),
        ("他说：“好”", 6, ["他说：", "“好”"]),
        ("don’t stop", 6, ["don’t", "stop"]),
        ("incomprehensible", 8, ["incompre", "hensible"]),
        ("see https://a.org/b/c", 13, ["see", "https://", "a.org/b/c"]),
        ("一行\n两行", 10, ["一行", "两行"]),
        ("各  留  空", 20, ["各  留  空"]),
        ("안녕하세요", 6, ["안녕하", "세요"]),
    ],
)
def test_lines_break_where_a_reader_expects(text: str, width: int, lines: list[str]) -> None:
    assert folded(text, width) == lines


@settings(deadline=None)
@given(
    st.text("卷积感受野abc 12，。、；：？！）】》」』”’…—～·％,.;:?!)]}%（【《「『“‘([{", max_size=60),
    st.integers(16, 40),
)
def test_no_closing_mark_begins_a_line_and_no_opening_mark_ends_one(text: str, width: int) -> None:
    lines = folded(" ".join(text.split()), width)
    for upper, lower in pairwise(lines):
        if not (_is_long_chain(upper, width) or _is_long_chain(lower, width)):
            assert lower[0] not in CLOSING
            assert upper[-1] not in OPENING


def _is_long_chain(line: str, width: int) -> bool:
    """So many marks in a row that they fill a line and have to be divided somewhere."""
    return sum(character in CLOSING + OPENING for character in line) > width // 4


@settings(deadline=None)
@given(st.text("卷积感受野abc 12，。（）“”", max_size=80), st.integers(1, 40))
def test_folding_keeps_every_character_but_blanks(text: str, width: int) -> None:
    assert "".join("".join(folded(text, width)).split()) == "".join(text.split())


def test_later_lines_hang() -> None:
    assert folded("one two three four", 9, indent=2) == ["one two", "  three", "  four"]


def test_a_style_goes_on_over_a_break() -> None:
    lines = fold((Span("plain "), Span("strong words", "strong"), Span(" end")), 12)
    assert lines == [(Span("plain "), Span("strong", "strong")), (Span("words", "strong"), Span(" end"))]


def test_clusters_stay_whole() -> None:
    assert folded("👩\u200d💻👩\u200d💻", 2) == ["👩\u200d💻", "👩\u200d💻"]
    assert folded("e\u0301e\u0301e\u0301", 2) == ["e\u0301e\u0301", "e\u0301"]
    assert folded("🇨🇳🇨🇳", 3) == ["🇨🇳", "🇨🇳"]
    assert folded("👍🏽👍🏽", 3) == ["👍🏽", "👍🏽"]
    assert folded("❤\ufe0f❤\ufe0f", 2) == ["❤\ufe0f", "❤\ufe0f"]


def test_nothing_is_one_empty_line() -> None:
    assert fold((), 10) == [()]
