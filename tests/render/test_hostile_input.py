"""Text made to hang or crash the program is laid out like any other, in bounded time."""

from time import process_time

import pytest

from quizapp.render import lay_out

MEGABYTE = 1_000_000
# On a slow machine the slowest takes about four seconds; what is quadratic would take hours.
BOUND = 20.0


@pytest.mark.parametrize(
    "source",
    [
        "a" * MEGABYTE,
        "word " * (MEGABYTE // 5),
        "感受野，" * (MEGABYTE // 4),
        "，" * MEGABYTE,
        '"' * MEGABYTE,
        "a" + " " * MEGABYTE + "b",
        "```python\n" + "x = 1; " * (MEGABYTE // 7) + "\n```",
        "$" + "a" * MEGABYTE + "$",
        "> " * 1000 + "x",
        "- " * 1000 + "x",
        "*" * 1000 + "x" + "*" * 1000,
        "[" * 10_000 + "x",
        "[" * 1000 + "a" + "](b)" * 1000,
        "$" + "{" * 2400 + "}" * 2400 + "$",
        "$" + "\\frac{1" * 300 + "}{2}" * 300 + "$",
        "|a" * 1000 + "|\n" + "|-" * 1000 + "|\n" + ("|b" * 1000 + "|\n") * 20,
        "|a|b|\n|-|-|\n|" + "x " * (MEGABYTE // 2) + "|b|",
        "==a== " * 20_000,
        "a\n" * 50_000,
        "![" * 5_000,
        "`" * 50_000 + "a" + "`" * 49_999,
    ],
    ids=lambda source: source[:12],
)
def test_it_ends_soon_and_without_an_error(source: str) -> None:
    start = process_time()
    assert lay_out(source, 60)
    assert process_time() - start < BOUND
