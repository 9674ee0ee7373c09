"""Code is highlighted, indented and folded, never cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import Span, lay_out
from tests.render.showing import shown, spans_of, squeezed, styled

CODE = "```python\ndef area(r: float) -> float:\n    return 3.14 * r ** 2  # 面积\n```"


def test_python_is_highlighted() -> None:
    assert styled(CODE, "code-keyword") == ["def", "return"]
    assert "3.14" in styled(CODE, "code-number")
    assert styled(CODE, "code-comment") == ["# 面积"]
    assert "area" in styled(CODE, "code-name")
    assert "*" in styled(CODE, "code-operator")


def test_an_unknown_language_is_plain_code() -> None:
    assert lay_out("```nonsense\nx = 1\n```", 40) == ((Span("  "), Span("x = 1", "code")),)


def test_code_stands_in_by_two_and_tabs_take_four() -> None:
    assert shown("```\nif x:\n\ty\n```") == "  if x:\n      y"
    assert shown("    if x:\n    \ty") == "  if x:\n      y"


def test_empty_lines_stay_inside_and_go_at_the_end() -> None:
    assert shown("```\na\n\nb\n\n\n```\n\ntext") == "  a\n\n  b\n\ntext"


def test_a_fence_without_code_is_nothing() -> None:
    assert shown("a\n\n```\n```\n\nb") == "a\n\nb"


def test_a_long_line_goes_on_below_behind_a_mark() -> None:
    assert shown("```\ncall(first, second, third)\n```", 20) == "  call(first,\n  ↪ second, third)"
    assert Span("↪ ", "fold") in spans_of("```\n" + "x" * 90 + "\n```")


@settings(deadline=None)
@given(st.text("ab ()=中文\"'#\t.", max_size=300), st.integers(3, 60))
def test_folded_code_is_all_there(code: str, width: int) -> None:
    assert squeezed(shown(f"```python\n{code}\n```", width)) == squeezed(code)


@pytest.mark.parametrize("between", ["\n" * 120, " " * 120, " \n" * 2_000, "a " * 2_600, "a\n" * 2_600])
def test_code_on_which_a_lexer_would_take_its_time_is_shown_without_colours(between: str) -> None:
    assert styled(f"```c\nint x;\n{between[:90]}\nint y;\n```", "code-keyword") == ["int", "int"]
    assert not styled(f"```c\nint x;\n{between}\nint y;\n```", "code-keyword")


def test_very_long_code_is_shown_without_colours() -> None:
    assert not styled("```python\n" + "x = 1;" * 10_000 + "\n```", "code-number")
