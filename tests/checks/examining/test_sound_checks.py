"""A sound check has nothing told of it."""

import pytest

from tests.checks.checking import CONVOLUTION, examined, told

WITH_WHEN = CONVOLUTION.replace("no-bias: {", "no-bias: {when: bias, ")

SOUND = [
    WITH_WHEN,
    """
    draw: {p: {from: 0.05, to: 0.9, step: 0.05}}
    answer: -log(p)
    mistakes:
      base-two: {answer: -log2(p), says: "{{-log2(p)}}"}
    """,
    """
    draw: {c: [16, 32], h: {from: 8, to: 40}}
    answer: (c, h // 2, h // 2)
    mistakes:
      last: {answer: "(h // 2, h // 2, c)", says: "{{c}} first."}
    """,
    """
    draw: {n: {from: 2, to: 99}}
    answer: n % 2 == 0
    mistakes:
      odd: {answer: n % 2 == 1, says: x}
    """,
    """
    draw: {n: {from: 2, to: 99}}
    answer: "'small' if n < 50 else 'large'"
    mistakes:
      swapped: {answer: "'large' if n < 50 else 'small'", says: x}
    """,
    "answer: 3",
    """
    draw: {x: {matrix: [2, 2], of: {from: -3, to: 3}, distinct: true}}
    answer: "[[sum([a * b for a, b in zip(row, [1, 2])])] for row in x]"
    """,
]


@pytest.mark.parametrize("text", SOUND)
def test_nothing_is_told_of_a_sound_check(text: str) -> None:
    found = examined(text, seeds=60)
    assert told(found) == []
    assert told(found, notes=True) == []
    assert found.statistics.seeds == 60
