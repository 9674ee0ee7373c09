"""Quotes, comments and line ends, as Anki's reader has them."""

from pathlib import Path

import pytest

from tests.exchange.anki_text.reading import HEAD, read
from tests.exchange.drafts import texts_of, told_of

PLAIN = "#separator:tab\n#html:false\n"


def test_quoted_fields_hold_tabs_line_ends_and_quotes(tmp_path: Path) -> None:
    found = read(tmp_path, f'{PLAIN}"a\tb ""c"""\t"one\ntwo"\nq\ta\n')
    assert texts_of(found) == [("basic", 'a b "c"', "one\\\ntwo"), ("basic", "q", "a")]
    assert [note.place for note in found.notes] == ["deck.txt:3", "deck.txt:5"]


def test_a_sign_at_a_rows_beginning_makes_a_comment_unless_it_is_quoted(tmp_path: Path) -> None:
    found = read(tmp_path, f'{PLAIN}"#1 rule"\ta\n#define X\tb\n# no tab\nq\t#c\n')
    assert texts_of(found) == [("basic", "\\#1 rule", "a"), ("basic", "q", "\\#c")]
    assert told_of(found) == ["deck.txt:4: a line that begins with # is a comment, and no card: #define X b (nothing)"]


def test_a_quote_within_a_field_is_text(tmp_path: Path) -> None:
    assert texts_of(read(tmp_path, f'{PLAIN}a "b" c\t"x"y\n')) == [("basic", 'a "b" c', "xy")]


def test_a_quote_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, f'{PLAIN}q\t"open\nq2\ta\n')
    assert texts_of(found) == [("basic", "q", '"open'), ("basic", "q2", "a")]
    assert told_of(found) == ["deck.txt:3: a quotation mark is never closed, and is read as text (nothing)"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_will_do_and_the_last_may_be_missing(tmp_path: Path, end: str) -> None:
    text = f"{HEAD}q\ta\nq2\ta2".replace("\n", end)
    assert texts_of(read(tmp_path, text)) == [("basic", "q", "a"), ("basic", "q2", "a2")]


def test_notes_without_a_front_or_a_back_are_told(tmp_path: Path) -> None:
    found = read(tmp_path, f"{HEAD}q\ta\n<br>\tb\nlonely\t \nq2\t\tthird\n")
    assert texts_of(found) == [("basic", "q", "a"), ("basic", "q2", "third")]
    assert told_of(found) == ["deck.txt:4: the prompt is empty: b (note)", "deck.txt:5: “lonely” has no answer (note)"]


def test_plain_text_means_itself(tmp_path: Path) -> None:
    found = read(tmp_path, f"{PLAIN}2*3*4 == <b> &lt; `x`\t- [x] no：choice\n")
    assert texts_of(found) == [("basic", "2\\*3\\*4 \\== <b> \\&lt; \\`x\\`", "\\- \\[x] no：choice")]


def test_code_keeps_what_parts_fields_elsewhere(tmp_path: Path) -> None:
    found = read(tmp_path, f'{HEAD}q\t"<pre><code>a\tb; c, d | e: f\n---\n</code></pre>"\n')
    assert texts_of(found) == [("basic", "q", "```\na\tb; c, d | e: f\n---\n```")]


def test_reading_twice_gives_the_same(tmp_path: Path) -> None:
    text = f"{HEAD}q\ta\n\tb\n{{{{c1::x}}}} {{{{c2::y}}}}\tz\n"
    assert read(tmp_path, text) == read(tmp_path, text)
