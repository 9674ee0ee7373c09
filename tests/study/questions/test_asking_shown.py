"""Which of a card's texts are on the screen, and which are still to be revealed."""

from quizapp.cards.faces import BasicFace, PointsFace
from quizapp.study.questions.asking import Stage, shown_of
from tests.study.questions.test_asking import ORDER, SEVERAL


def test_what_is_not_revealed_yet_is_not_among_the_shown_texts() -> None:
    basic = BasicFace(prompt="P", title="P", answer="A", explanation="E")
    points = PointsFace(prompt="P", title="P", points=("one",), explanation="E")
    assert shown_of(basic, Stage.ASKED) == ["P"]
    assert shown_of(basic, Stage.ANSWERED) == ["P", "A", "E"]
    assert shown_of(points, Stage.ASKED) == ["P"]
    assert shown_of(points, Stage.TICKING) == ["P", "one"]
    assert shown_of(points, Stage.ANSWERED) == ["P", "one", "E"]


def test_options_and_items_are_part_of_the_question() -> None:
    assert shown_of(SEVERAL, Stage.ASKED) == ["?", "a", "b", "c"]
    assert shown_of(ORDER, Stage.ASKED) == ["?", "first", "second", "third"]
