"""What the log says was answered, told in words; another machine may have written anything there."""

from typing import Any

import pytest

from quizapp.study.questions.given import in_words
from quizapp.visible import DRIVES_TERMINAL


def test_a_computed_answer_is_told_with_its_mistake() -> None:
    assert in_words({"verdict": "mistake", "read": {"fraction": "1/2"}, "mistake": "no-bias"}) == "0.5 (no-bias)"
    assert in_words({}) == ""


@pytest.mark.parametrize("read", [{"fraction": "1/0"}, {"fraction": 5}, {"x": 1}, {"mapping": []}, [float("inf")]])
def test_what_is_no_value_is_passed_over(read: Any) -> None:
    assert in_words({"verdict": "right", "read": read}) == ""


def test_whatever_stands_there_is_one_short_line() -> None:
    told = in_words({"verdict": "right", "read": "\x1b]52;c;aGFybQ==\x07\n" * 99, "mistake": ["\x1b[2J"]})
    assert len(told) == 60
    assert not DRIVES_TERMINAL.search(told)
    assert "\n" not in told
