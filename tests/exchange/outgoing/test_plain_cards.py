"""Cards of a kind that other programs do not know become questions with an answer."""

from pathlib import Path

import pytest

from quizapp.cards.draft import Draft
from quizapp.exchange.notes import Loss
from quizapp.exchange.outgoing.exporting import Wanted
from tests.exchange.drafts import face_of
from tests.exchange.exported import CARDS, OTHERS, all_of, home_with

PLAIN = Wanted("en", plain=True)


@pytest.fixture
def drafts(tmp_path: Path) -> dict[str, Draft]:
    """The cards of OTHERS, by their ids."""
    with home_with(tmp_path, {"others.md": OTHERS}) as desk:
        found = all_of(desk, PLAIN)
    assert found.told == ()
    return {note.draft.id: note.draft for note in found.notes}


def test_all_of_them_are_sound_cards(drafts: dict[str, Draft]) -> None:
    assert {id_: face_of(draft).kind for id_, draft in drafts.items()} == {
        **dict.fromkeys(("choice", "order", "points", "computed", "code"), "basic"),
        "several": "typed",
    }


def test_a_choice_marks_the_right_ones_behind(drafts: dict[str, Draft]) -> None:
    assert drafts["choice"].prompt == "Which keeps the size?\n\n- valid padding\n- same padding"
    assert drafts["choice"].answer == "- valid padding\n- **✓** same padding\n\nBecause of the border."


def test_an_order_is_mixed_in_front_and_right_behind(drafts: dict[str, Draft]) -> None:
    shown = drafts["order"].prompt.splitlines()[2:]
    assert sorted(shown) == ["- backward", "- forward", "- loss"]
    assert shown != ["- forward", "- loss", "- backward"]
    assert drafts["order"].answer == "1. forward\n2. loss\n3. backward"


def test_points_are_the_answer(drafts: dict[str, Draft]) -> None:
    assert drafts["points"].answer == "- one\n- two"


def test_a_computed_question_is_one_variant_and_says_so(drafts: dict[str, Draft]) -> None:
    draft = drafts["computed"]
    assert "{{" not in draft.prompt + draft.answer
    number = int(draft.prompt.rpartition("maps ")[2].split()[0])
    assert draft.answer.split("\n\n") == [
        str(2 * number),
        f"Twice {number} is {2 * number}.",
        "*A drawn variant: in quizapp the numbers are others each time.*",
    ]
    assert draft.tags == ("quizapp::variant",)


def test_an_exercise_shows_its_solution(drafts: dict[str, Draft]) -> None:
    assert drafts["code"].answer == "```python\ndef same(x):\n    return x\n```"


def test_a_question_that_cannot_be_drawn_is_told(tmp_path: Path) -> None:
    with home_with(tmp_path, {"others.md": OTHERS.replace("answer: 2 * n", "answer: 2 * m")}) as desk:
        found = all_of(desk, PLAIN)
    assert [(one.place, one.loss) for one in found.told] == [("others/computed", Loss.NOTE)]


def test_the_known_kinds_stay_what_they_are(tmp_path: Path) -> None:
    with home_with(tmp_path, {"nets.md": CARDS}) as desk:
        assert all_of(desk, PLAIN).notes == all_of(desk).notes
