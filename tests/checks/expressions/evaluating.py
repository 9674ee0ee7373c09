"""What the tests of expressions begin with."""

import pytest

from quizapp.checks.errors import ExpressionError
from quizapp.checks.expressions import compiled
from quizapp.checks.values import Value


def value(source: str, /, **names: Value) -> Value:
    return compiled(source).evaluate(names)


def refused(source: str, /, **names: Value) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        compiled(source).evaluate(names)
    return caught.value
