"""What the log keeps of a computed answer: enough to grade it again, without the card."""

import json

import pytest

from quizapp.checks.grading.records import regrade
from quizapp.checks.texts.showing import shown
from quizapp.study.questions.given import in_words
from tests.study.checks import FATE, PARAMS, PARAMS_ZH, ROOT, ask_of, right, wrong


@pytest.mark.parametrize("text", [PARAMS, ROOT, FATE])
def test_a_row_grades_again_to_what_it_was(text: str) -> None:
    for typed in (right(ask_of(text)), "17" if text is not FATE else "explodes", ""):
        ask = ask_of(text)
        assert ask.submit(typed, "en")
        assert ask.judged is not None
        row = json.loads(json.dumps(ask.judged.given))
        assert regrade(row) == (row["verdict"], row["mistake"])


def test_a_row_says_whether_there_was_a_hint_and_which_language_was_shown() -> None:
    ask = ask_of(PARAMS, PARAMS_ZH)
    ask.submit(right(ask), "zh")
    assert ask.judged is not None
    assert (ask.judged.given["hint"], ask.judged.given["language"], ask.judged.given["right"]) == (False, "zh", True)


def test_a_row_is_told_in_a_few_words() -> None:
    ask = ask_of()
    mistake = wrong(ask)
    ask.submit(mistake, "en")
    assert ask.judged is not None
    assert in_words(ask.judged.given) == f"{shown(int(mistake))} (no-bias)"


def test_rows_without_a_computed_answer_have_no_words() -> None:
    ask = ask_of()
    ask.submit("", "en")
    assert ask.judged is not None
    assert in_words(ask.judged.given) == in_words({"picked": [1]}) == in_words({}) == ""


def test_words_are_short_and_drive_no_terminal() -> None:
    told = in_words({"verdict": "wrong", "read": "x\x1b[2J" * 50, "mistake": None})
    assert len(told) <= 60
    assert "\x1b" not in told
