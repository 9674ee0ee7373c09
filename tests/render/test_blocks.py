"""Headings, quotes, rules and the empty lines between blocks."""

import pytest

from quizapp.render import Span, lay_out
from tests.render.showing import plain, shown, styled


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("one\n\ntwo\n\n\n\nthree", "one\n\ntwo\n\nthree"),
        ("# A\ntext", "A\n\ntext"),
        ("> a\n> b", "▌ a b"),
        ("> a\n>\n> b", "▌ a\n▌\n▌ b"),
        ("> a\n>> b", "▌ a\n▌\n▌ ▌ b"),
        ("a\n\n***\n\nb", f"a\n\n{'─' * 40}\n\nb"),
        ("> ```\n> x\n>\n> y\n> ```", "▌   x\n▌\n▌   y"),
    ],
)
def test_blocks_look_like_this(source: str, expected: str) -> None:
    assert shown(source) == expected


def test_a_rule_is_no_longer_than_the_line() -> None:
    assert shown("***", 12) == "─" * 12


def test_quoted_lines_all_have_the_bar() -> None:
    assert shown("> one two three", 9) == "▌ one two\n▌ three"
    assert styled("> a\n> b\n>\n> c", "quote") == ["▌ ", "▌ ", "▌ "]


def test_without_styles_marks_are_ascii_and_headings_have_none() -> None:
    assert plain("### A\n\n> b\n\n***") == f"A\n\n> b\n\n{'-' * 40}"


def test_a_heading_is_styled_throughout() -> None:
    assert lay_out("### A *b* `c`", 40) == (
        (Span("A ", "heading"), Span("b", "heading em"), Span(" ", "heading"), Span("c", "heading code")),
    )


def test_an_id_of_a_heading_is_not_its_text() -> None:
    assert shown("## What? {#what .reverse}") == "What?"
