"""No line is wider than the room there is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import Gaps, Notation, Span, fold, lay_out, plain_text, width_of
from tests.render.documents import DOCUMENTS, Document
from tests.render.showing import text_of

WIDTHS = st.integers(10, 120)
MARKUP = st.text("ab 中文，。（“x`*_[]()!<>#-+|:=$\\{}^~&;.1\n\t👩\u200d💻\ufe0f\u0301\x1b", max_size=200)


@settings(deadline=None)
@given(DOCUMENTS, WIDTHS, st.sampled_from(Notation))
def test_no_line_of_a_card_is_wider(document: Document, width: int, notation: Notation) -> None:
    assert all(width_of(text_of(line)) <= width for line in lay_out(document[0], width, notation=notation))


@settings(deadline=None)
@given(MARKUP, WIDTHS, st.sampled_from(Notation), st.sampled_from(Gaps))
def test_no_line_of_any_text_is_wider_and_no_card_ends_on_an_empty_line(
    text: str, width: int, notation: Notation, gaps: Gaps
) -> None:
    lines = lay_out(text, width, notation=notation, gaps=gaps)
    assert all(width_of(text_of(line)) <= width for line in lines)
    assert not lines or lines[-1]
    assert all(span.text and "\n" not in span.text for line in lines for span in line)


@settings(deadline=None)
@given(st.text(max_size=100), st.integers(-1, 9))
def test_below_ten_cells_it_still_ends(text: str, width: int) -> None:
    lay_out(text, width)
    fold((Span(text),), width, indent=4)


@pytest.mark.parametrize("width", [1, 2])
def test_one_or_two_cells_hold_one_character_a_line(width: int) -> None:
    assert plain_text(fold((Span("卷积"),), width)) == "卷\n积"


def test_nested_marks_leave_room_for_the_text() -> None:
    nested = "".join(f"{'  ' * depth}- a\n" for depth in range(9))
    assert all(width_of(text_of(line)) <= 10 for line in lay_out(nested, 10))


def test_the_measure_is_that_of_the_terminal() -> None:
    assert [width_of(text) for text in ("a", "卷", "，", "e\u0301", "👩\u200d💻", "…")] == [1, 2, 2, 1, 2, 1]
