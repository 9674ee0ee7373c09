"""What cannot be written rightly is shown as its source."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import unicode_maths
from tests.soak import examples

PARTS = [
    *"x1+-^_{}'|&,:!()[]\\ ",
    r"\frac ",
    r"\sqrt ",
    r"\sum ",
    r"\log ",
    r"\alpha ",
    r"\text",
    r"\left",
    r"\right",
    r"\begin",
    r"\end",
    r"\hat ",
    r"\mathrm",
    r"\circ ",
    r"\quad ",
    r"\|",
    r"\\",
    r"\left(",
    r"\right)",
    r"\begin{cases}",
    r"\end{cases}",
    r"\begin{aligned}",
    r"\text{a b}",
    r"\sqrt[",
    "^{",
    "_{",
]


@pytest.mark.parametrize(
    "tex",
    [
        r"\foo{x}",
        r"\color{red}x",
        r"{x",
        r"x}",
        r"x^2^3",
        r"x_1_2",
        r"x^",
        r"\frac{a}",
        r"\frac{}{b}",
        r"\left( x",
        r"x \right)",
        r"\left x \right)",
        r"\begin{matrix} a",
        r"\begin{matrix} a \end{pmatrix}",
        r"\begin{matrix} a & \\ & b \end{matrix}",
        r"\begin{tikz} a \end{tikz}",
        r"{a \\ b}",
        r"{\begin{aligned} a \\ b \end{aligned}}",
        r"a^{b & c}",
        r"2\frac{1}{2}",
        r"\sqrt[\theta]{x}",
        r"\text{if $x$}",
        r"\text{\foo}",
        r"\,^2",
        r"\not x",
        "x\\",
        "{" * 60 + "x" + "}" * 60,
        "x" * 5001,
    ],
)
def test_the_source_stands_between_dollars(tex: str) -> None:
    assert unicode_maths(tex) == f"${tex}$"


@pytest.mark.parametrize("command", [r"\sqrt", r"\hat", r"\mathbf", r"\frac", r"\not", r"\binom"])
def test_a_thousand_commands_without_braces_are_too_deep(command: str) -> None:
    tex = command * (5_000 // len(command))
    assert unicode_maths(tex) == f"${tex}$"


def test_two_thousand_commands_that_show_nothing_are_passed_over() -> None:
    assert unicode_maths("x^" + r"\!" * 2_000 + "2") == "x²"


def test_matrices_in_brackets_in_matrices_take_no_time() -> None:
    assert unicode_maths(r"\left(\begin{matrix}" * 24 + "x" + r"\end{matrix}\right)" * 24) == "(" * 24 + "x" + ")" * 24


def test_fifty_groups_deep_is_too_deep() -> None:
    assert unicode_maths("{" * 40 + "x" + "}" * 40) == "x"
    assert unicode_maths("\\sqrt{" * 200 + "x" + "}" * 200).startswith("$")


@settings(deadline=None, max_examples=examples(500))
@given(st.lists(st.sampled_from(PARTS), max_size=12).map("".join))
def test_no_formula_raises(tex: str) -> None:
    assert unicode_maths(tex)


@settings(deadline=None)
@given(st.text(max_size=50))
def test_no_text_raises(tex: str) -> None:
    assert unicode_maths(tex)
