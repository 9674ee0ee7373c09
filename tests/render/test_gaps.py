"""Gaps: shown with a style, or hidden without a trace."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import Gaps, Notation, Span, lay_out
from tests.render.showing import plain, shown, squeezed, styled

HIDDEN = "secret"


def test_a_shown_gap_has_its_style() -> None:
    assert styled("a ==b *c*== d", "gap") == ["b ", "c"]
    assert shown("a ==b *c*== d") == "a b c d"


def test_without_styles_a_gap_stands_in_brackets() -> None:
    assert plain("a ==b== c") == "a [b] c"


def test_a_hidden_gap_is_three_dots_whatever_its_length() -> None:
    lines = lay_out("a ==b c d e== f", 40, gaps=Gaps.HIDDEN)
    assert lines == ((Span("a "), Span("[…]", "gap"), Span(" f")),)


@pytest.mark.parametrize(
    "source",
    [
        "a ==secret== b",
        "a ==**secret** `secret` $secret$== b",
        "# a ==secret==",
        "- [x] ==secret==\n  - ==secret==",
        "| a | ==secret== |\n|-|-|\n| ==secret== | x |",
        "> ==secret==",
        "[a ==secret== b](https://secret.org 'secret')",
        "==[a](https://secret.org)==",
        "![a ==secret==](b.png)",
        "==secret\nsecret==",
        "==![secret](secret.png)==",
        "**a ==secret== b**",
        "> " * 25 + "==secret==",
        "[^1]: ==secret==",
    ],
)
@pytest.mark.parametrize("notation", Notation)
def test_hidden_text_appears_nowhere(source: str, notation: Notation) -> None:
    screen = shown(source, 40, gaps=Gaps.HIDDEN, notation=notation)
    assert HIDDEN not in screen
    assert "[…]" in screen


@settings(deadline=None)
@given(st.integers(3, 60), st.integers(1, 60))
def test_the_width_of_the_screen_tells_nothing_of_the_hidden(size: int, width: int) -> None:
    hidden = squeezed(shown(f"before =={'x' * size}== after", width, gaps=Gaps.HIDDEN))
    assert hidden == "before[…]after"
