"""Practice after a computed answer: asked again in place; the first answer stays what counts."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.scheduling.grades import Grade
from quizapp.study.questions.asking import Ask, Stage
from tests.study.checks import PARAMS, ask_of, of, right, wrong


def kept(ask: Ask) -> dict[str, Any]:
    """What the log would keep now."""
    assert ask.judged is not None
    return ask.judged.given


def test_there_is_nothing_to_practise_before_the_answer() -> None:
    ask = ask_of()
    assert not ask.practise(fresh=False)
    assert not ask.practising


def test_a_right_answer_in_practice_does_not_make_the_first_one_better() -> None:
    ask = ask_of()
    ask.submit("17", "en")
    assert ask.practise(fresh=False)
    assert ask.practising
    ask.submit(right(ask), "en")
    assert (ask.stage, ask.practising, ask.suggested) == (Stage.ANSWERED, False, Grade.AGAIN)
    assert kept(ask)["verdict"] == "wrong"


def test_the_log_keeps_each_attempt_with_its_seed_and_verdict() -> None:
    ask = ask_of(seed=5)
    ask.submit(right(ask), "en")
    ask.practise(fresh=False)
    mistake = wrong(ask)
    ask.submit(mistake, "en")
    ask.practise(fresh=True)
    ask.submit("", "en")
    first, second = kept(ask)["practice"]
    assert first == {"seed": 5, "raw": mistake, "verdict": "mistake", "mistake": "no-bias"}
    assert (second["raw"], second["verdict"]) == ("", "wrong")
    assert second["seed"] != 5


def test_an_attempt_that_is_not_answered_is_not_kept_and_can_be_taken_back() -> None:
    ask = ask_of()
    ask.submit("17", "en")
    ask.practise(fresh=True)
    assert "practice" not in kept(ask)
    assert ask.reopen()
    assert (ask.stage, ask.practising) == (Stage.ANSWERED, False)


def test_new_numbers_are_other_numbers_where_there_are_any() -> None:
    for seed in range(20):
        ask = ask_of(seed=seed)
        ask.submit("17", "en")
        before = of(ask).variant.drawn
        ask.practise(fresh=True)
        assert of(ask).variant.drawn != before


def test_a_check_with_one_variant_is_asked_again_with_it() -> None:
    only = PARAMS.replace("[3, 16, 32]", "[3]").replace("[64, 128]", "[64]").replace("[3, 5, 7]", "[7]")
    ask = ask_of(only)
    ask.submit("17", "en")
    assert ask.practise(fresh=True)
    assert of(ask).variant.answer == 9472


def test_the_hint_in_practice_does_not_lower_the_grade() -> None:
    ask = ask_of()
    ask.submit(right(ask), "en")
    ask.practise(fresh=True)
    assert of(ask).take_hint()
    ask.submit(right(ask), "en")
    assert ask.suggested is Grade.GOOD


_DOINGS = st.lists(st.sampled_from(["right", "wrong", "nothing", "odd", "same", "fresh", "hint", "undo"]), max_size=20)


@settings(max_examples=60, deadline=None)
@given(_DOINGS)
def test_whatever_is_done_the_answer_that_counts_is_the_first(doings: list[str]) -> None:
    ask = ask_of()
    for doing in doings:
        _do(ask, doing)
        answered = ask.stage is Stage.ANSWERED
        assert ask.typing is not answered
        assert not answered or ask.judged is not None
        assert ask.judged is None or kept(ask)["raw"] == of(ask).first.raw
        assert ask.judged is None or len(kept(ask).get("practice", ())) <= doings.count("same") + doings.count("fresh")


def _do(ask: Ask, doing: str) -> None:
    if doing in {"same", "fresh"}:
        ask.practise(fresh=doing == "fresh")
    elif doing == "hint":
        of(ask).take_hint()
    elif doing == "undo":
        ask.reopen()
    elif ask.stage is Stage.ASKED:
        ask.submit({"right": right(ask), "wrong": "17", "nothing": "", "odd": "nan"}[doing], "en")
