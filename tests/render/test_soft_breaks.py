"""A line break in the source is a blank only where a blank belongs."""

import pytest

from tests.render.showing import shown


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one\ntwo", "one two"),
        ("感受\n野", "感受野"),
        ("大，\n小", "大，小"),
        ("他说“好”\n然后", "他说“好”然后"),
        ("He said “hi”\nthen left", "He said “hi” then left"),
        ("使用\nPyTorch", "使用PyTorch"),
        ("**感**\n*受*", "感受"),
        ("`code`\nword", "code word"),
        ("안녕\n하세요", "안녕 하세요"),
        ("Latin;\n中文", "Latin; 中文"),
        ("除以…\n再乘", "除以…再乘"),
    ],
)
def test_a_soft_break_is_no_blank_beside_chinese(source: str, expected: str) -> None:
    assert shown(source) == expected
