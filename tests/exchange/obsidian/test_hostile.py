"""Long lines of nothing but signs are read in no time."""

from pathlib import Path

import pytest

from quizapp.exchange.obsidian import read
from quizapp.exchange.obsidian.clozes import clozes_of
from tests.exchange.hostile import SIGNS, assert_no_time, line_of

_OURS = (
    *("[[", "![[", "[[a|\\|", "{{a}}", "**", "==a==", ";;", "#", "#flashcards ", "<!--SR:", "^", " ^a", "?\n", "x\n"),
    *("a::b\n", "%%", "%%a%", "a%%b%%"),
)


@pytest.mark.parametrize("sign", [*SIGNS, *_OURS])
def test_a_long_line_takes_no_time(sign: str, tmp_path: Path) -> None:
    line = line_of(sign)  # a line may be a card, too
    assert_no_time(read, tmp_path, f"{line}\n\na::b{line}\n\na {line}\n?\nb {line}\n\n==x== {line}\n")


def test_a_text_with_so_many_gaps_that_its_cards_would_be_large_makes_none() -> None:
    text = "==a== " * 300
    assert clozes_of(text, ["=="]).drafts == (None,)
    assert None not in clozes_of(text[:600], ["=="]).drafts
