"""What a learner typed beside what is right."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.render import Line, Span, difference, plain_text


@pytest.mark.parametrize(
    ("given", "right", "marked_given", "marked_right"),
    [
        ("receptive field", "receptive field", "receptive field", "receptive field"),
        ("recptive field", "receptive field", "recptive field", "rec{+e+}ptive field"),
        ("receptive fields", "receptive field", "receptive field[-s-]", "receptive field"),
        ("kernal", "kernel", "kern[-a-]l", "kern{+e+}l"),
        ("感受域", "感受野", "感受[-域-]", "感受{+野+}"),
        ("cat", "dog", "[-cat-]", "{+dog+}"),
        ("", "dog", "", "{+dog+}"),
        ("dog", "", "[-dog-]", ""),
        ("", "", "", ""),
        ("cafe\u0301", "cafe", "caf[-e\u0301-]", "caf{+e+}"),
        ("two\nlines", "two lines", "two lines", "two lines"),
        ("model.evaI()", "Model.eval()", "model.eva[-I-]()", "Model.eva{+l+}()"),
        ("ＡＢＣ", "abd", "ＡＢ[-Ｃ-]", "ab{+d+}"),
        ("x2", "x²", "x[-2-]", "x{+²+}"),
    ],
)
def test_wrong_parts_are_marked_above_and_missing_ones_below(
    given: str, right: str, marked_given: str, marked_right: str
) -> None:
    typed, wanted = difference(given, right)
    assert plain_text([typed]) == marked_given
    assert plain_text([wanted]) == marked_right


def test_spans_are_same_extra_and_missing() -> None:
    assert difference("ab", "axb")[1] == (Span("a", "same"), Span("{+x+}", "missing"), Span("b", "same"))
    assert difference("axb", "ab")[0] == (Span("a", "same"), Span("[-x-]", "extra"), Span("b", "same"))


@settings(deadline=None)
@given(st.text("ab感受 e\u0301", max_size=30), st.text("ab感受 e\u0301", max_size=30))
def test_without_its_marks_each_line_is_what_was_given(typed: str, right: str) -> None:
    above, below = difference(typed, right)
    assert _unmarked(above) == typed
    assert _unmarked(below) == right


def test_answers_of_any_length_are_compared_at_once() -> None:
    above, below = difference("a" + "b" * 100_000 + "c", "a" + "d" * 100_000 + "c")
    assert [span.style for span in above] == ["same", "extra", "same"]
    assert [span.style for span in below] == ["same", "missing", "same"]


def _unmarked(line: Line) -> str:
    return "".join(span.text if span.style == "same" else span.text[2:-2] for span in line)
