import pytest

from quizapp.cli.table import table
from quizapp.render import width_of

HEAD = ("key", "value", "meaning")
ROWS = [("主题", "x", "word " * 12), ("language", "中文", "short")]


def test_columns_are_as_wide_as_their_widest_cell() -> None:
    lines = list(table(HEAD, ROWS, None))
    assert lines[0] == "key       value  meaning"
    assert lines[1].startswith("主题      x      word")
    assert lines[2] == "language  中文   short"


@pytest.mark.parametrize("width", [30, 45, 60, 80])
def test_no_line_is_wider_than_the_terminal_and_no_word_is_lost(width: int) -> None:
    lines = list(table(HEAD, ROWS, width))
    assert max(map(width_of, lines)) <= width
    words = " ".join(lines).split()
    assert sorted(words) == sorted(" ".join((*HEAD, *(cell for row in ROWS for cell in row))).split())


def test_the_last_column_goes_on_below_itself() -> None:
    lines = list(table(HEAD, ROWS, 60))
    below = lines[2].partition("word")[0]
    assert below.isspace()
    assert width_of(lines[1].partition("word")[0]) == width_of(below)


def test_a_path_stays_whole() -> None:
    path = "/home/learner/" + "folder/" * 12
    assert any(line.endswith(path) for line in table(("what", "where"), [("file", path)], 60))


def test_text_stays_on_its_line_whatever_it_holds() -> None:
    (_, line) = table(("a", "b"), [("x\ny", "\x1b[2J")], None)
    assert line == "x y  ␛[2J"
