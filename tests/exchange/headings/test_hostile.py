"""Long lines of nothing but signs are read in no time."""

from pathlib import Path

import pytest

from quizapp.exchange.headings.reading import read
from tests.exchange.hostile import SIGNS, assert_no_time, line_of


@pytest.mark.parametrize("sign", [*SIGNS, "#", "# ", "\n#", "`mdfc;"])
def test_a_long_line_takes_no_time(sign: str, tmp_path: Path) -> None:
    line = line_of(sign)  # a line may be a card, too
    assert_no_time(read, tmp_path, f"# a{line}\nb{line}\n\n# c\n{line}\n")
