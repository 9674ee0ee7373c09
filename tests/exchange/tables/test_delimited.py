"""Rows of fields come out as they were written, whatever they hold, and in time proportional to the text."""

import csv
import io
import time
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.exchange.tables.delimited import Row, rows
from tests.soak import examples

_FIELD = st.text(alphabet='ab,;\t"\n# é', max_size=8)
_ROWS = st.lists(st.lists(_FIELD, min_size=1, max_size=4).filter(lambda row: any(map(str.strip, row))), max_size=5)


@given(_ROWS, st.sampled_from([",", ";", "\t"]), st.booleans())
@settings(max_examples=examples(300), deadline=None)
def test_what_the_standard_library_writes_is_read(table: list[list[str]], sign: str, quote_all: bool) -> None:
    text = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quote_all else csv.QUOTE_MINIMAL
    csv.writer(text, delimiter=sign, quoting=quoting, lineterminator="\n").writerows(table)
    found = list(rows(text.getvalue(), sign))
    assert [list(row.fields) for row in found] == table
    assert not any(row.unclosed for row in found)


def test_rows_know_the_line_on_which_they_begin() -> None:
    assert [(row.line, row.fields[0]) for row in rows('a\n\n"b\n\nc",d\n\ne', ",", line=3)] == [
        (3, "a"),
        (5, "b\n\nc"),
        (9, "e"),
    ]


def test_comments_are_rows_of_their_own_and_hold_no_quotes() -> None:
    assert list(rows('# "open\n"#a"#,b\n', ",", anki=True)) == [
        Row(1, ('# "open',), comment=True),
        Row(2, ("#a#", "b")),
    ]


def test_a_field_that_is_not_there_is_empty() -> None:
    row = Row(1, ("a",))
    assert (row.field(0), row.field(1), row.field(-1)) == ("a", "", "")


def test_an_open_quote_ends_with_its_line() -> None:
    assert [(row.fields, row.unclosed) for row in rows('a,"b,"c\nd,e', ",", anki=True)] == [
        (("a", "b,c"), False),
        (("d", "e"), False),
    ]
    assert [(row.fields, row.unclosed) for row in rows('a,"b,c\nd,e', ",")] == [
        (("a", '"b', "c"), True),
        (("d", "e"), False),
    ]


def test_quotes_behind_which_a_field_goes_on_are_its_own() -> None:
    assert [(row.fields, row.unclosed) for row in rows('"a" b\t"c" \n"d\te\n"f" g\th', "\t")] == [
        (('"a" b', "c "), False),
        (('"d', "e"), True),
        (('"f" g', "h"), False),
    ]
    assert [(row.fields, row.unclosed) for row in rows('"a""b,c', ",")] == [(('"a""b', "c"), True)]


@pytest.mark.parametrize("piece", ['"', '""', '"a', '",', '"\n', ",", "\n", '"a"b,', 'a"\n"'])
@pytest.mark.parametrize("anki", [False, True])
def test_many_quotes_take_no_long_time(piece: str, anki: bool) -> None:
    begun = time.process_time()
    assert sum(1 for _ in rows(f'"{piece * (200_000 // len(piece))}', ",", anki)) >= 0
    assert time.process_time() - begun < 2


def test_lines_without_anything_are_passed_over_at_once() -> None:
    text = "\n" * 1_000_000 + "a"
    begun = time.process_time()
    assert list(rows(text, ",")) == [Row(1_000_001, ("a",))]
    assert time.process_time() - begun < 0.2  # one by one they take more than a second
