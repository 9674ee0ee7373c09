"""Commas, semicolons and tabs are told apart by what they make of the rows."""

from pathlib import Path

import pytest

from quizapp.errors import UsageError
from tests.exchange.drafts import texts_of, told_of
from tests.exchange.tables.csv.reading import read


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_each_separator_is_found_without_a_header(tmp_path: Path, sign: str) -> None:
    text = f"What is a stride?{sign}A step\nWhat is padding?{sign}A border\n"
    found = read(tmp_path, text)
    assert texts_of(found) == [("basic", "What is a stride?", "A step"), ("basic", "What is padding?", "A border")]
    assert found.told == ()


def test_signs_in_prose_are_outvoted_by_the_one_that_every_row_has(tmp_path: Path) -> None:
    text = "Name two; or more,ReLU\nWhat is max pooling?,The largest\nWhat is a kernel?,Weights\n"
    assert [answer for _, _, answer in texts_of(read(tmp_path, text))] == ["ReLU", "The largest", "Weights"]


def test_the_sign_that_makes_a_header_wins(tmp_path: Path) -> None:
    text = "question;answer\na;b, c;d, e\nf;g, h, i\nj;k;l;m, n, o\n"
    assert [texts[1:] for texts in texts_of(read(tmp_path, text))] == [
        ("a", "b, c\n\nd, e"),
        ("f", "g, h, i"),
        ("j", "k\n\nl\n\nm, n, o"),
    ]


def test_the_first_line_may_say_the_separator(tmp_path: Path) -> None:
    found = read(tmp_path, "sep=|\r\nquestion|answer\r\na, b|c; d\r\n")
    assert texts_of(found) == [("basic", "a, b", "c; d")]
    assert found.notes[0].place == "deck.csv:3"


def test_the_ending_says_that_tabs_part_fields(tmp_path: Path) -> None:
    text = "a, b\tc, d\ne, f\tg, h\ti\n"
    assert texts_of(read(tmp_path, text, "deck.tsv")) == [("basic", "a, b", "c, d"), ("basic", "e, f", "g, h\n\ni")]


@pytest.mark.parametrize(
    "content", ["\ufeffwhy,so\r\nq2,a2".encode(), b"why,so\rq2,a2\r", "why,so\nq2,a2".encode("utf-16")]
)
def test_marks_line_ends_and_a_missing_last_one_do_not_matter(tmp_path: Path, content: bytes) -> None:
    assert texts_of(read(tmp_path, content)) == [("basic", "why", "so"), ("basic", "q2", "a2")]


def test_quoted_fields_hold_separators_quotes_line_ends_and_signs_at_their_beginning(tmp_path: Path) -> None:
    text = '"#1: a ""b"", c?","first\r\n\r\nsecond\tthird"\r\n"q",a\r\n'
    found = read(tmp_path, text)
    assert texts_of(found) == [("basic", '#1: a "b", c?', "first\n\nsecond\tthird"), ("basic", "q", "a")]
    assert [note.place for note in found.notes] == ["deck.csv:1", "deck.csv:4"]


def test_a_quote_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, 'why?,so\n"open,b\nq3,c\n')
    assert texts_of(found) == [("basic", "why?", "so"), ("basic", '"open', "b"), ("basic", "q3", "c")]
    assert told_of(found) == ["deck.csv:2: a quotation mark is never closed, and is read as text (nothing)"]


def test_code_and_maths_hold_what_would_part_fields(tmp_path: Path) -> None:
    text = '"What does this print?\n\n```python\nprint(""a;b""); x = {{1: 2}}\n```",$a_{b_{c}}$\n'
    ((_, prompt, answer),) = texts_of(read(tmp_path, text))
    assert prompt.endswith('print("a;b"); x = {{1: 2}}\n```')
    assert answer == "$a_{b_{c}}$"


def test_full_width_colons_and_commas_are_text(tmp_path: Path) -> None:
    assert texts_of(read(tmp_path, "问题：甲，乙？,答案：丙；丁\n"))[0][1:] == ("问题：甲，乙？", "答案：丙；丁")


def test_a_file_without_any_separator_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no table of cards"):
        read(tmp_path, "only prose\nand more of it\n")


@pytest.mark.parametrize("content", ["question,answer\n", "prompt,answer,tags"])
def test_a_table_without_rows_is_told(tmp_path: Path, content: str) -> None:
    assert told_of(read(tmp_path, content)) == ["deck.csv:1: the file holds no cards (nothing)"]


def test_an_empty_file_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        read(tmp_path, b"")


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    text = "prompt,answer,tags\nq,a,x y\n,b\nq2,,\n"
    assert read(tmp_path, text) == read(tmp_path, text)
