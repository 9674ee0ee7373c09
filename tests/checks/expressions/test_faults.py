import pytest

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import compiled
from tests.checks.expressions.evaluating import refused, value


@pytest.mark.parametrize(
    ("source", "what", "offset"),
    [
        ("", "the expression is empty", 0),
        ("   ", "the expression is empty", 0),
        ("1 +", "the expression stops short", 3),
        ("(1", "`(` is never closed", 0),
        ("[1)", "`)` closes nothing", 2),
        ("1)", "`)` closes nothing", 1),
        ("2 ^ 3", "`^` has no meaning here", 2),
        ("a = 3", "`=` has no meaning here", 2),
        ("a & b", "`&` has no meaning here", 2),
        ("{1: 2}", "`{` has no meaning here", 0),
        ("3x", "`x` runs into what stands before it", 1),
        ("1or 2", "`or` runs into what stands before it", 1),
        ("f'x'", "`'x'` runs into what stands before it", 1),
        ("'a", "a text that does not end", 0),
        (r"'\n'", "a text that does not end", 0),
        ("1 2", "this is no expression near `2`", 2),
        ("1 if 2", "an `if` without `else`", 0),
        ("lambda: 1", "a function of its own has no place in an expression", 0),
        ("(n := 1)", "an assignment has no place in an expression", 1),
        ("[*xs]", "a star outside of a call has no place in an expression", 1),
        ("...", "`...` is no value here", 0),
        ("1e400", "a number too large", 0),
        ("2 + 1e-999999999", "a number too large", 4),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(source: str, what: str, offset: int) -> None:
    with pytest.raises(ExpressionError) as caught:
        compiled(source)
    assert (caught.value.what, caught.value.offset) == (what, offset)


def test_what_cannot_be_computed_is_told_with_its_place() -> None:
    assert refused("1 + n / (m - m)", n=1, m=2).offset == 4
    assert refused("[1, 2] + [xs[5]]", xs=[0]).offset == 10
    assert refused("n + sqrt(-1)", n=1).offset == 4


def test_places_count_characters_also_after_chinese_and_across_lines() -> None:
    assert refused("'池化' == kind and\n  lost", kind="池化").offset == 19


def test_an_unknown_name_is_told_with_the_one_that_was_meant() -> None:
    error = refused("c_out * c_im", c_out=1, c_in=2)
    assert (error.what, error.mend, error.offset) == ("unknown name `c_im`", "did you mean `c_in`?", 8)


def test_names_can_be_checked_before_there_are_values() -> None:
    expression = compiled("k * size")
    expression.require({"k", "size"})
    with pytest.raises(ExpressionError, match="did you mean `size`"):
        compiled("k * sise").require({"k", "size"})


def test_an_unknown_function_is_told_when_compiled() -> None:
    with pytest.raises(ExpressionError) as caught:
        compiled("1 + flor(2)")
    assert (caught.value.what, caught.value.mend, caught.value.offset) == (
        "unknown function `flor`",
        "did you mean `floor`?",
        4,
    )


def test_a_function_that_is_not_called_is_told() -> None:
    assert refused("max + 1").mend == "call it: `max(…)`"


@pytest.mark.parametrize(
    "source", ["dot([1])", "clip(1, 2)", "sqrt(1, 2)", "sqrt(y=1)", "sqrt(x=1, x=2)", "sqrt(**xs)"]
)
def test_arguments_that_a_function_does_not_take_are_told_when_compiled(source: str) -> None:
    with pytest.raises(ExpressionError):
        compiled(source)


def test_the_arguments_are_shown_by_name() -> None:
    with pytest.raises(ExpressionError, match=r"clip\(x, low, high\)"):
        compiled("clip(1)")


def test_what_a_deck_wrote_is_quoted_without_what_drives_a_terminal() -> None:
    assert "\x1b" not in str(refused("layer['\x1b[31m']", layer={"\x1b]0;": 1}))


def test_a_newline_is_a_space() -> None:
    assert value("1 +\n  2") == 3
