"""An answer that cannot be read costs nothing: it is asked again, and nothing of it is kept."""

import pytest

from quizapp.checks.typed.reading import Read, Unread
from quizapp.study.questions.asking import Stage
from tests.study.checks import FATE, ask_of, of, right


@pytest.mark.parametrize("text", ["nan", "1e400", "rand()", "10**4000000", "9" * 300, "64*(", "\x1b[2J"])
def test_it_is_asked_again_and_says_why(text: str) -> None:
    ask = ask_of()
    assert not ask.submit(text, "en")
    assert (ask.stage, ask.judged) == (Stage.ASKED, None)
    assert of(ask).unread


def test_nothing_of_it_is_kept_once_another_is_given() -> None:
    ask = ask_of()
    ask.submit("nan", "en")
    ask.submit(right(ask), "en")
    assert ask.judged is not None
    assert "nan" not in str(ask.judged.given)
    assert of(ask).unread is None


def test_a_word_that_is_no_choice_is_not_read() -> None:
    ask = ask_of(FATE)
    assert not ask.submit("sleeps", "en")
    assert "vanishes" in (of(ask).unread or "")


def test_what_is_typed_is_read_before_it_is_given() -> None:
    ask = ask_of()
    assert of(ask).read("  ", "en") is None
    assert of(ask).read("2^10", "en") == Read(1024, "1024")
    assert isinstance(of(ask).read("2^", "en"), Unread)
    assert ask.judged is None
