"""Tables align by cells, wrap inside their columns, and turn into lists where columns find no room."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import Span, lay_out, width_of
from tests.render.documents import WORD
from tests.render.showing import plain, shown, styled

TABLE = """\
| 层 | size | 参数 |
|:--|:-:|--:|
| conv1 | 7×7 | 9 408 |
| 池化层 | 3 | 0 |
"""


def test_columns_align_left_centred_and_right_in_both_scripts() -> None:
    assert shown(TABLE) == "层     │ size │  参数\n───────┼──────┼──────\nconv1  │ 7×7  │ 9 408\n池化层 │  3   │     0"


def test_without_styles_the_lines_are_ascii() -> None:
    assert plain(TABLE).split("\n")[:2] == ["层     | size |  参数", "-------+------+------"]


def test_the_header_and_the_rules_have_their_styles() -> None:
    assert styled(TABLE, "table-head") == ["层", "size", "参数"]
    assert "───────┼──────┼──────" in styled(TABLE, "table-rule")


def test_a_wide_column_wraps_and_rows_are_then_parted() -> None:
    table = "| a | remark |\n|-|-|\n| x | 感受野增长得很快，因为步长大 |\n| y | short |"
    assert shown(table, 20) == (
        "a │ remark\n──┼───────────────\nx │ 感受野增长得很\n  │ 快，因为步长大\n──┼───────────────\ny │ short"
    )


def test_rules_are_no_longer_than_the_wrapped_text_needs() -> None:
    table = "| a | b |\n|-|-|\n| x | 12345 123456789 |"
    assert shown(table, 16) == "a │ b\n──┼──────────\nx │ 12345\n  │ 123456789"


def test_words_stay_whole_while_other_columns_can_give() -> None:
    table = "| parameters | remark |\n|-|-|\n| 1 | a remark that is far too long for it |"
    assert "parameters │" in shown(table, 30)


def test_a_table_without_room_becomes_a_list_of_rows() -> None:
    table = "| layer | size |\n|-|-|\n| convolution | 7 |\n| pooling | 3 |"
    assert shown(table, 12) == "layer:\n  convolutio\n  n\nsize: 7\n\nlayer:\n  pooling\nsize: 3"
    assert shown("| layer | size |\n|-|-|", 10) == "layer:\nsize:"


def test_a_thousand_columns_become_a_list() -> None:
    table = "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n" + "|b" * 1000 + "|"
    assert shown(table, 80) == "\n".join(["a: b"] * 1000)


def test_cells_hold_inline_markup() -> None:
    table = "| a |\n|-|\n| **x** `y` $z^2$ [l](u) |"
    assert "x y z² l (u)" in shown(table)
    assert Span("x", "strong") in lay_out(table, 60)[2]


@settings(deadline=None)
@given(
    st.lists(st.lists(st.lists(WORD, max_size=5), min_size=3, max_size=3), min_size=1, max_size=4), st.integers(40, 100)
)
def test_no_cell_loses_text_at_any_width(rows: list[list[list[str]]], width: int) -> None:
    cells = [[" ".join(words) for words in row] for row in rows]
    source = "| A | B | C |\n|-|-|-|\n" + "\n".join("| " + " | ".join(row) + " |" for row in cells)
    lines = shown(source, width).split("\n")
    assert all(width_of(line) <= width for line in lines)
    columns = ["".join("".join(parts).split()) for parts in zip(*map(_columns, lines[2:]), strict=True)]
    assert columns == ["".join("".join(row[index] for row in cells).split()) for index in range(3)]


def _columns(line: str) -> list[str]:
    if "┼" in line:
        return ["", "", ""]
    return [*line.split("│"), "", ""][:3]
