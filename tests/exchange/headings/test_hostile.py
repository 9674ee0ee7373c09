"""Long lines of nothing but signs are read in no time: a second for one, and each file has several."""

import time
from pathlib import Path

import pytest

from quizapp.exchange.headings.reading import read
from tests.exchange.markdown_cards import LIMIT, written

_SIGNS = [
    "{",
    "=",
    ":",
    "[",
    "]",
    "!",
    "![",
    "`",
    "$",
    "\\",
    "==",
    "$$",
    "<",
    "<a ",
    "![a](",
    "$a",
    "`a``",
    "[]",
    "[a]",
    "#",
    "# ",
    "\n#",
    "`mdfc;",
]


@pytest.mark.parametrize("sign", _SIGNS)
def test_a_long_line_takes_no_time(sign: str, tmp_path: Path) -> None:
    # Markdown itself takes a second to read 50,000 brackets that are none; a line may be a card, too.
    line = sign * ((100_000 if len(sign) == 1 and sign != "[" else 10_000) // len(sign))
    path = written(tmp_path, f"# a{line}\nb{line}\n\n# c\n{line}\n")
    start = time.process_time()
    read(path, LIMIT)
    assert time.process_time() - start < 3
