"""Whatever a stranger's block says, it is refused, cannot be drawn, or is asked: nothing else happens."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from quizapp.cards.computed import CheckBlock
from quizapp.checks.check import Check
from quizapp.checks.errors import ExpressionError
from quizapp.checks.examining import Texts, examine
from quizapp.checks.flaws import BadCheck, Undrawable
from quizapp.checks.grading.judging import Graded
from quizapp.checks.grading.records import record, regrade
from quizapp.checks.texts.placeholders import fill
from quizapp.checks.texts.showing import shown
from tests.soak import examples

NAMES = st.sampled_from(["a", "b", "net", "answer", "sum", "if", "x-y", "é", "", "__class__"])
EXPRESSIONS = st.sampled_from(
    [
        "a", "a + b", "1 / (a - 1)", "[a] * 3", "a ** a", "'t'", "None", "a > 1", "net.params", "net", "{{a}}", "a +",
        "range(a)", "softmax([a, b])", "a if b else 'x'", "answer", "9**9**9", "().__class__", "layer(k=a)", "10**400",
        "-a", "0.1 * a", "sqrt(a)", "[[a, b], [b, a]]", "True",
    ]
)  # fmt: skip
FLOATS = st.floats(allow_nan=False, allow_infinity=False)
PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | EXPRESSIONS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=6,
)
SPECS: st.SearchStrategy[Any] = st.recursive(
    st.lists(PLAIN, max_size=4) | PLAIN,
    lambda inner: st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("from", "to", "step", "list", "matrix", "of", "pick", "distinct"), inner | PLAIN)
    ),
    max_leaves=4,
)
SOUND_SPECS = st.sampled_from(
    [[1, 2, 3], {"from": 1, "to": 5}, {"list": [1, 3], "of": [1, 2]}, [{"k": 1}], ["t", None]]
)
BLOCKS = st.fixed_dictionaries(
    {
        "draw": st.dictionaries(NAMES, SPECS, max_size=3)
        | st.fixed_dictionaries({"a": SOUND_SPECS, "b": SOUND_SPECS})
        | st.lists(st.dictionaries(NAMES, PLAIN, max_size=2), max_size=3),
        "answer": EXPRESSIONS,
    },
    optional={
        "let": st.dictionaries(NAMES, EXPRESSIONS, max_size=2),
        "require": st.lists(EXPRESSIONS, max_size=2),
        "net": st.sampled_from(["input 3x8x8\nconv {{a}} k=3", "input {{a}}", "x", "", "input 3x8x8\nlinear {{b}}"]),
        "tolerance": st.sampled_from([{"absolute": 0.1}, {"relative": 0}, {"absolute": 1e300, "relative": 1e-300}]),
        "mistakes": st.dictionaries(
            st.sampled_from(["one", "two", "Three", "no id"]),
            st.fixed_dictionaries({"answer": EXPRESSIONS, "says": EXPRESSIONS}, optional={"when": EXPRESSIONS}),
            max_size=3,
        ),
        "examples": st.lists(st.fixed_dictionaries({"a": PLAIN, "b": PLAIN, "answer": PLAIN}), max_size=2),
    },
)


@settings(max_examples=examples(400), deadline=None)
@given(BLOCKS, st.integers(0, 2**31))
def test_any_block_is_refused_or_asked(data: dict[str, Any], seed: int) -> None:
    try:
        check = Check(CheckBlock.model_validate(data))
        variant = check.draw(seed)
    except (ValidationError, BadCheck, Undrawable):
        return
    for value in [variant.answer, *variant.mistakes.values()]:
        graded = variant.grade(shown(value, grouped=False))
        if isinstance(graded, Graded):
            assert regrade(record(check, variant, graded)) == (graded.verdict, graded.mistake)
    variant.in_words()
    for mistake in check.block.mistakes.values():
        try:
            fill(getattr(mistake, "says", ""), variant.names)
        except ExpressionError:
            continue


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_any_block_is_examined(data: dict[str, Any]) -> None:
    try:
        check = Check(CheckBlock.model_validate(data))
    except (ValidationError, BadCheck):
        return
    examine(check, [Texts(None, "{{a}} {{b}}", "{{answer}}", "{{a / b}}", {"one": "{{a}}"})], 10)
