"""No keys can bring a card being asked into disorder."""

from hypothesis import given, settings
from hypothesis import strategies as st

from quizapp.cards.faces import BasicFace, ClozeFace, Face, TypedFace
from quizapp.study.questions.asking import Stage
from tests.study.questions.test_asking import ONE, ORDER, POINTS, SEVERAL, ask

_FACES: list[Face] = [
    BasicFace(prompt="?", title="?", answer="!"),
    ClozeFace(prompt="==a==", title="[…]", gaps=("a",)),
    TypedFace(prompt="?", title="?", answer="a", accepted=("a",)),
    *(ONE, SEVERAL, ORDER, POINTS),
]
_KEYS = st.lists(st.sampled_from(["up", "down", "space", "enter", *"0123456789"]), max_size=30)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(_FACES), _KEYS)
def test_no_sequence_of_keys_marks_an_entry_twice_or_leaves_the_list(face: Face, keys: list[str]) -> None:
    asked = ask(face)
    for key in keys:
        if key in {"up", "down"} and asked.listing:
            asked.move(1 if key == "down" else -1)
        elif key == "space":
            asked.toggle()
        elif key == "enter" and asked.stage is not Stage.ANSWERED:
            asked.submit("a")
        elif key.isdigit():
            asked.digit(int(key))
        assert len(asked.marked) == len(set(asked.marked))
        assert set(asked.marked) <= set(asked.shown)
        assert asked.cursor is None or 0 <= asked.cursor < len(asked.shown)
        assert (asked.judged is None) or asked.stage is Stage.ANSWERED


def test_an_item_taken_back_moves_those_after_it_up() -> None:
    asked = ask(ORDER)
    for number in (1, 2, 3, 1):
        asked.digit(number)
    assert asked.marked == [asked.shown[1], asked.shown[2]]


def test_space_without_a_cursor_brings_one_and_gives_no_answer() -> None:
    asked = ask(ONE)
    assert asked.toggle()
    assert (asked.cursor, asked.marked, asked.stage) == (0, [], Stage.ASKED)
    assert asked.toggle()
    assert asked.marked == [asked.shown[0]]


def test_an_answer_that_is_not_graded_yet_can_be_taken_back_with_what_was_marked() -> None:
    asked = ask(ONE)
    asked.digit(2)
    marked = list(asked.marked)
    assert not asked.reopen()
    asked.submit()
    assert asked.reopen()
    assert (asked.stage, asked.marked, asked.judged) == (Stage.ASKED, marked, None)
