"""Placeholders in Markdown."""

from contextlib import suppress
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizapp.checks.errors import ExpressionError
from quizapp.checks.networks import read_network
from quizapp.checks.texts.placeholders import fill

NAMES: dict[str, Any] = {
    "a": 3,
    "n": 1234567,
    "m": -5,
    "x": Fraction(1, 10),
    "shape": (32, 16, 16),
    "word": "re\x1b[31mlu",
    "lines": "one\ntwo",
}
GROUPED = "1\u202f234\u202f567"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{a}} and {{ a + 1 }}", "3 and 4"),
        ("nothing { { } }", "nothing { { } }"),
        ("{a} {{}", "{a} {{}"),
        ("{{shape}} {{x}}", "(32, 16, 16) 0.1"),
        ("{{n}}", GROUPED),
        ("**{{n}}**, _{{n}}_, ~~{{n}}~~", f"**{GROUPED}**, _{GROUPED}_, ~~{GROUPED}~~"),
        ("`{{n}}` {{n}}", f"`1234567` {GROUPED}"),
        ("`` `{{n}}` ``", "`` `1234567` ``"),
        ("```python\nx = {{n}}\n```\n\n{{n}}", f"```python\nx = 1234567\n```\n\n{GROUPED}"),
        ("    {{n}}", "    1234567"),
        ("$x = {{n}}$", "$x = 1234567$"),
        ("$$\n{{n}}\n$$", "$$\n1234567\n$$"),
        ("$\\frac{{{a}}}{2}$", "$\\frac{3}{2}$"),
        ("$x^{{{a}}}_{{{m}}}$", "$x^{3}_{-5}$"),
        ("$\\{{{a}}\\}$", "$\\{3\\}$"),
        ("{{m}} and `{{m}}`", "\u22125 and `-5`"),
        ("| a |\n|---|\n| {{n}} |", f"| a |\n|---|\n| {GROUPED} |"),
        ("- {{n}}\n- `{{n}}`", f"- {GROUPED}\n- `1234567`"),
        ("> {{n}}", f"> {GROUPED}"),
        ("## {{n}}", f"## {GROUPED}"),
        ("[{{n}}](https://example.org/{{n}})", f"[{GROUPED}](https://example.org/1234567)"),
        ("costs {{a}}$ or {{n}}$", f"costs 3$ or {GROUPED}$"),
        ("7000001{{n}}", f"7000001{GROUPED}"),
        ("{{'yes' if a > 2 else\n'no'}}", "yes"),
        ("{{[i for i in range(a)]}}", "[0, 1, 2]"),
    ],
)
def test_a_placeholder_is_filled_as_its_place_wants(text: str, filled: str) -> None:
    assert fill(text, NAMES) == filled


def test_what_drives_a_terminal_is_made_visible() -> None:
    assert fill("{{word}} \x1b[2J", NAMES) == "re␛[31mlu ␛[2J"


def test_a_value_of_several_lines_keeps_to_its_place() -> None:
    assert fill("- see\n\n  {{lines}}\n", NAMES) == "- see\n\n  one\n  two\n"
    assert fill("> {{lines}}", NAMES) == "> one\n> two"


def test_a_network_shows_as_its_text() -> None:
    text = "input 3x8x8\nconv 4 k=3"
    names = {"net": read_network(text)}
    assert fill("```\n{{net}}\n```\n\n{{net.params}}", names) == f"```\n{text}\n```\n\n112"


@pytest.mark.parametrize(
    ("text", "offset", "what"),
    [
        ("so {{b}}", 5, "unknown name `b`"),
        ("{{a}} {{a / (a - 3)}}", 8, "division by zero"),
        ("{{}}", 2, "the expression is empty"),
        ("{{a + }}", 5, "the expression stops short"),
    ],
)
def test_a_placeholder_that_cannot_be_filled_says_where(text: str, offset: int, what: str) -> None:
    with pytest.raises(ExpressionError) as told:
        fill(text, NAMES)
    assert (told.value.offset, told.value.what) == (offset, what)


@pytest.mark.parametrize(
    "text",
    [
        "{{a}}" * 201,
        ("{{'" + "x" * 1900 + "'}}") * 20,
        "{{[shape for i in range(1500)]}}",
        "{{sum([i for i in range(4000)])}} " * 150,
    ],
)
def test_a_text_costs_no_more_than_it_may(text: str) -> None:
    with pytest.raises(ExpressionError):
        fill(text, NAMES)


@given(st.text(alphabet="{}a1$`*[]()\\ \n->|#", max_size=60))
def test_any_text_is_filled_or_refused(text: str) -> None:
    with suppress(ExpressionError):
        assert "{{" in text or fill(text, NAMES) == text
