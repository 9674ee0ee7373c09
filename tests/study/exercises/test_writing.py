"""An exercise being written: what counts as a run, and what the code is worth."""

from typing import Any

import pytest

from quizapp.cards.computed import ExerciseBlock
from quizapp.cards.faces import ExerciseFace
from quizapp.cards.models import Card, Place
from quizapp.checks.exercises import Kind, Outcome
from quizapp.scheduling.grades import Grade
from quizapp.study.exercises.writing import Writing
from quizapp.study.questions.asking import Ask, Stage

BLOCK: dict[str, Any] = {
    "function": "double",
    "starter": "def double(x):\n    ...\n",
    "tests": [{"call": "double(2)", "gives": 4}],
    "hint": "Add.",
}
REFERENCE = "def double(x):\n    return x + x\n"


def card(**changes: Any) -> Card:
    first = ExerciseBlock.model_validate(BLOCK | changes)
    faces = {
        "en": ExerciseFace(prompt="Write it.", title="Write it.", exercise=first, reference=REFERENCE),
        "zh": ExerciseFace(prompt="写。", title="写。", exercise=ExerciseBlock(hint="加。")),
    }
    place = Place(file="code.md", line=1)
    return Card(id="code/double", topic="code", deck="d", position=0, faces=faces, places={"en": place, "zh": place})


def outcome(kind: Kind) -> Outcome:
    return Outcome(kind, passed=int(kind is Kind.PASSED), of=1)


def after(*kinds: Kind) -> Writing:
    writing = Writing(card())
    for kind in kinds:
        writing.take("code", outcome(kind))
    return writing


def suggested(writing: Writing) -> Grade:
    assert writing.judged is not None
    return writing.judged.suggested


def test_code_that_passes_suggests_good() -> None:
    assert suggested(after(Kind.PASSED)) is Grade.GOOD
    assert suggested(after(Kind.FAILED, Kind.ERROR, Kind.TIMEOUT, Kind.PASSED)) is Grade.GOOD


def test_more_than_three_failed_runs_suggest_hard() -> None:
    assert suggested(after(*[Kind.FAILED] * 4, Kind.PASSED)) is Grade.HARD


def test_runs_that_were_stopped_or_refused_do_not_count() -> None:
    writing = after(*[Kind.CANCELLED] * 5, *[Kind.REFUSED] * 5, Kind.PASSED)
    assert (writing.runs, suggested(writing)) == (1, Grade.GOOD)


def test_a_hint_suggests_hard() -> None:
    writing = Writing(card())
    writing.take_hint()
    writing.take("code", outcome(Kind.PASSED))
    assert suggested(writing) is Grade.HARD


def test_no_hint_can_be_taken_where_there_is_none() -> None:
    hintless = card(hint=None)
    writing = Writing(hintless.model_copy(update={"faces": {"en": hintless.faces["en"]}}))
    writing.take_hint()
    assert not writing.hinted


def test_giving_up_suggests_again_whatever_passes_afterwards() -> None:
    writing = Writing(card())
    writing.give_up()
    assert suggested(writing) is Grade.AGAIN
    writing.reopen()
    writing.take("code", outcome(Kind.PASSED))
    assert suggested(writing) is Grade.AGAIN
    assert writing.judged is not None
    assert writing.judged.right is False


def test_nothing_is_judged_before_it_passes_or_is_given_up() -> None:
    assert after(Kind.FAILED).judged is None


def test_the_log_keeps_what_it_takes_to_run_it_again() -> None:
    judged = after(Kind.FAILED, Kind.PASSED).judged
    assert judged is not None
    assert judged.given == {
        "exercise": Writing(card()).exercise.digest,  # type: ignore[union-attr]
        "code": "code",
        "outcome": "passed",
        "runs": 2,
        "hint": False,
        "gave_up": False,
        "right": True,
    }


def test_the_digest_follows_the_tests_and_not_the_texts() -> None:
    def digest(**changes: Any) -> str:
        exercise = Writing(card(**changes)).exercise
        assert exercise is not None
        return exercise.digest

    assert digest() == digest(hint="Other.", starter="")
    assert digest() != digest(tests=[{"call": "double(2)", "gives": 5}])
    assert digest() != digest(tests=[{"call": "double(2)", "gives": 4, "tolerance": {"absolute": 1}}])


def test_hints_come_in_the_language_asked_for() -> None:
    writing = Writing(card())
    assert (writing.hint("en"), writing.hint("zh")) == ("Add.", "加。")


def test_without_a_starter_the_function_is_begun() -> None:
    assert Writing(card(starter="")).code == "def double():\n    ...\n"


def test_a_starter_cannot_drive_the_terminal() -> None:
    assert "\x1b" not in Writing(card(starter="\x1b[2J")).code


@pytest.mark.parametrize("changes", [{"function": None}, {"tests": []}])
def test_an_unfinished_exercise_is_only_read(changes: dict[str, Any]) -> None:
    ask = Ask(card(**changes), 1)
    assert not ask.writing
    assert ask.submit()
    assert (ask.stage, ask.judged, ask.suggested) == (Stage.ANSWERED, None, Grade.GOOD)


def test_an_answer_that_is_taken_back_has_to_be_run_again() -> None:
    ask = Ask(card(), 1)
    assert ask.written is not None
    ask.written.take("code", outcome(Kind.PASSED))
    assert ask.submit()
    assert ask.reopen()
    assert ask.writing
    assert (ask.judged, ask.written.code) == (None, "code")
