from quizapp.checks.errors import ExpressionError


def test_an_error_says_what_where_and_what_to_do() -> None:
    error = ExpressionError("unknown name `x`", "did you mean `xs`?", 4)
    assert str(error) == "unknown name `x`: did you mean `xs`?"
    assert error.offset == 4


def test_its_texts_are_one_line_and_safe_to_show() -> None:
    error = ExpressionError("no `\x1b[31m\n` here", "see\tthere")
    assert (error.what, error.mend) == ("no `␛[31m ` here", "see there")
