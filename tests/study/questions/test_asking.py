"""One card being asked: picked, placed, ticked or typed, and then judged."""

from quizapp.cards.faces import BasicFace, ChoiceFace, Face, Option, OrderFace, PointsFace, TypedFace
from quizapp.cards.models import Card, Place
from quizapp.scheduling.grades import Grade
from quizapp.study.questions.asking import Ask, Stage

ONE = ChoiceFace(prompt="?", title="?", options=(Option(text="a", right=True), Option(text="b", right=False)))
SEVERAL = ChoiceFace(prompt="?", title="?", options=tuple(Option(text=t, right=t != "c") for t in "abc"))
ORDER = OrderFace(prompt="?", title="?", items=("first", "second", "third"))
POINTS = PointsFace(prompt="?", title="?", points=("a", "b"))


def ask(*faces: Face, turn: int = 1) -> Ask:
    languages = dict(zip(("en", "zh"), faces, strict=False))
    places = {language: Place(file="t.md", line=1) for language in languages}
    return Ask(Card(id="t/a", topic="t", deck="d", position=0, faces=languages, places=places), turn)


def shown_as(asked: Ask, *positions: int) -> list[int]:
    """The digits under which these positions of the file are shown."""
    return [list(asked.shown).index(position) + 1 for position in positions]


def press(asked: Ask, *positions: int) -> None:
    for digit in shown_as(asked, *positions):
        assert asked.digit(digit)


def test_a_plain_card_is_asked_and_answered() -> None:
    asked = ask(BasicFace(prompt="?", title="?", answer="!"))
    assert (asked.listing, asked.typing, asked.digit(1)) == (False, False, False)
    assert asked.submit()
    assert (asked.stage, asked.judged, asked.suggested) == (Stage.ANSWERED, None, Grade.GOOD)


def test_of_a_single_choice_the_last_pick_holds() -> None:
    asked = ask(ONE)
    press(asked, 1, 0)
    asked.submit()
    assert asked.judged is not None
    assert asked.judged.given == {"picked": [0], "right": True}


def test_the_option_under_the_cursor_is_picked_where_none_was() -> None:
    asked = ask(ONE)
    asked.move(shown_as(asked, 1)[0])
    while asked.cursor is not None and asked.shown[asked.cursor] != 1:
        asked.move(1)
    asked.submit()
    assert asked.judged is not None
    assert asked.judged.given == {"picked": [1], "right": False}


def test_several_picks_add_up_and_can_be_taken_back() -> None:
    asked = ask(SEVERAL)
    press(asked, 0, 2, 1, 2)
    asked.submit()
    assert asked.judged is not None
    assert asked.judged.right


def test_giving_no_answer_is_a_wrong_one() -> None:
    asked = ask(SEVERAL)
    asked.submit()
    assert asked.suggested is Grade.AGAIN


def test_a_digit_beyond_the_list_does_nothing() -> None:
    asked = ask(SEVERAL)
    assert not asked.digit(4)
    assert not asked.digit(0)
    assert asked.marked == []


def test_items_are_placed_one_after_the_other_and_the_last_one_falls_into_place() -> None:
    asked = ask(ORDER)
    press(asked, 0)
    assert not asked.submit()
    press(asked, 1)
    assert asked.submit()
    assert asked.judged is not None
    assert asked.judged.given == {"arranged": [0, 1, 2], "right": True}


def test_points_are_ticked_after_the_answer_was_given_in_mind() -> None:
    asked = ask(POINTS)
    assert not asked.digit(1)
    asked.submit()
    assert (asked.stage, asked.listing) == (Stage.TICKING, True)
    asked.digit(2)
    asked.submit()
    assert asked.judged is not None
    assert asked.judged.given == {"recalled": [1], "of": 2}
    assert asked.suggested is Grade.AGAIN


def test_a_typed_answer_may_be_given_in_any_of_the_cards_languages() -> None:
    english = TypedFace(prompt="?", title="?", answer="stride", accepted=("stride",))
    chinese = TypedFace(prompt="？", title="？", answer="步幅", accepted=("步幅",))
    for text in ("Stride", "步幅"):
        asked = ask(english, chinese)
        assert asked.typing
        asked.submit(text)
        assert asked.suggested is Grade.GOOD


def test_the_cursor_stays_within_the_list() -> None:
    asked = ask(SEVERAL)
    asked.move(-1)
    assert asked.cursor == 2
    asked.move(1)
    assert asked.cursor == 2
    assert asked.toggle()
    assert asked.marked == [asked.shown[2]]


def test_every_turn_shuffles_anew_and_the_same_turn_alike() -> None:
    assert list(ask(SEVERAL, turn=3).shown) == list(ask(SEVERAL, turn=3).shown)
    assert len({tuple(ask(SEVERAL, turn=turn).shown) for turn in range(20)}) > 1
