"""The grade that a computed answer suggests."""

from quizapp.scheduling.grades import Grade
from quizapp.study.questions.asking import Stage
from tests.study.checks import FATE, ROOT, ask_of, of, right, wrong


def test_a_right_answer_suggests_good() -> None:
    ask = ask_of()
    assert ask.typing
    assert ask.submit(right(ask), "en")
    assert (ask.stage, ask.typing, ask.suggested) == (Stage.ANSWERED, False, Grade.GOOD)


def test_a_right_answer_after_the_hint_suggests_hard() -> None:
    ask = ask_of()
    assert of(ask).take_hint()
    ask.submit(right(ask), "en")
    assert ask.suggested is Grade.HARD


def test_a_named_mistake_a_wrong_answer_and_none_suggest_again() -> None:
    for text in (wrong(ask_of()), "17", ""):
        ask = ask_of()
        assert ask.submit(text, "en")
        assert ask.suggested is Grade.AGAIN
        assert ask.judged is not None
        assert not ask.judged.right


def test_what_was_rounded_too_early_suggests_hard() -> None:
    ask = ask_of(ROOT)
    assert ask.submit(str(round(of(ask).variant.answer, 1)), "en")
    assert (of(ask).first.verdict, ask.suggested) == ("rounded", Grade.HARD)


def test_the_hint_makes_no_wrong_answer_better() -> None:
    ask = ask_of()
    of(ask).take_hint()
    ask.submit("17", "en")
    assert ask.suggested is Grade.AGAIN


def test_a_named_choice_is_typed_like_any_answer() -> None:
    ask = ask_of(FATE)
    assert set(of(ask).choices) == {"vanishes", "explodes"}
    assert ask.submit(right(ask).upper(), "en")
    assert ask.suggested is Grade.GOOD
