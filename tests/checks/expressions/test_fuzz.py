"""Whatever is written, the answer is a value or an ExpressionError with a place; nothing else ever comes out."""

from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import FUNCTIONS, Expression
from quizapp.checks.values import Value, is_number
from tests.soak import examples

NAMES: dict[str, Value] = {
    "n": 7,
    "q": Fraction(1, 3),
    "f": 2.5,
    "xs": [1, 2, 3],
    "m": [[1, 2], [3, 4]],
    "layer": {"k": 3},
    "word": "relu",
}
ATOMS = ["0", "1", "-2", "0.5", "10**9", "1e300", "1e-300", "2**2000", "[]", "()", "None", "True", "'a'", "pi", *NAMES]
OPERATORS = ["+", "-", "*", "/", "//", "%", "**", "<", "<=", "==", "!=", ">", ">=", "in", "and", "or"]


def _larger(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    two = st.tuples(parts, parts)
    operators = st.sampled_from(OPERATORS)
    return st.one_of(
        st.builds(lambda pair, by: f"({pair[0]} {by} {pair[1]})", two, operators),
        st.builds(lambda pair: f"{pair[0]}[{pair[1]}]", two),
        st.builds(lambda pair: f"{pair[0]}[{pair[1]}:]", two),
        st.builds(lambda pair, other: f"({pair[0]} if {other} else {pair[1]})", two, parts),
        st.builds(lambda pair: f"[{pair[0]} for n in {pair[1]}]", two),
        st.builds(lambda pair: f"[{pair[0]}, {pair[1]}]", two),
        st.builds(
            lambda name, given: f"{name}({', '.join(given)})",
            st.sampled_from(sorted(FUNCTIONS)),
            st.lists(parts, max_size=4),
        ),
    )


GRAMMATICAL = st.recursive(st.sampled_from(ATOMS), _larger, max_leaves=12)


def outcome(source: str) -> Value | ExpressionError:
    try:
        return Expression(source).evaluate(NAMES)
    except ExpressionError as error:
        return error


@settings(max_examples=examples(400), deadline=None)
@given(GRAMMATICAL)
def test_an_expression_gives_a_plain_value_or_an_error(source: str) -> None:
    found = outcome(source)
    assert _told(source, found) if isinstance(found, ExpressionError) else _plain(found)


@settings(max_examples=examples(400), deadline=None)
@given(st.text(max_size=60))
@example("\x00")
@example("\ud800")
@example("'\ud800'")
@example("'\u2028'")
@example("１ + ２")
@example("ﬁ + 1")
@example("a\u0301 + 1")
def test_any_text_gives_a_value_or_an_error(source: str) -> None:
    found = outcome(source)
    assert not isinstance(found, ExpressionError) or _told(source, found)


@settings(max_examples=examples(400), deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *"()[],.:+-*/%<>= \n'\"_\\#@;!",
                "xs",
                "1",
                "0.",
                "1e",
                "for",
                "in",
                "if",
                "else",
                "not",
                "lambda",
                "max",
                "net",
                "__class__",
                "é",
                "池",
            ]
        ),
        max_size=25,
    )
)
def test_any_sequence_of_tokens_gives_a_value_or_an_error(tokens: list[str]) -> None:
    for source in ("".join(tokens), " ".join(tokens)):
        found = outcome(source)
        assert not isinstance(found, ExpressionError) or _told(source, found)


@settings(max_examples=examples(200), deadline=None)
@given(GRAMMATICAL)
def test_the_same_expression_gives_the_same_again(source: str) -> None:
    first, second = outcome(source), outcome(source)
    if isinstance(first, ExpressionError):
        assert isinstance(second, ExpressionError)
        assert (first.what, first.offset) == (second.what, second.offset)
    else:
        assert first == second


def _told(source: str, error: ExpressionError) -> bool:
    return error.offset is not None and 0 <= error.offset <= len(source) and bool(error.what and error.mend)


def _plain(found: Value) -> bool:
    if isinstance(found, list | tuple):
        return all(map(_plain, found))
    if isinstance(found, dict):
        return all(map(_plain, found.values()))
    if isinstance(found, float):
        return found - found == 0
    return found is None or isinstance(found, bool | str) or is_number(found)
