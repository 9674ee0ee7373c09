"""Long lines of nothing but signs are read in no time."""

from pathlib import Path

import pytest

from quizapp.exchange.hashcards.cloze import clozes_of
from quizapp.exchange.hashcards.reading import read
from tests.exchange.hostile import SIGNS, assert_no_time, line_of


@pytest.mark.parametrize("sign", SIGNS)
def test_a_long_line_takes_no_time(sign: str, tmp_path: Path) -> None:
    line = line_of(sign)  # a line may be a card, too
    assert_no_time(read, tmp_path, f"Q: a{line}\nA: b{line}\n\nC: [x] {line}\n")


def test_a_text_with_so_many_gaps_that_its_cards_would_be_large_makes_none() -> None:
    text = "[a] " * 1_000
    assert clozes_of(text) == ([], [text])
    assert len(clozes_of(text[:400])[0]) == 100
